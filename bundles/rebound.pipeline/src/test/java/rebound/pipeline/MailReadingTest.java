package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.classify.Classifier;
import rebound.classify.Explanation;
import rebound.classify.RuleChainClassifier;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Original;
import rebound.model.Problem;
import rebound.model.Verdict;
import rebound.parse.MailParser;
import rebound.parse.ReportParser;
import rebound.source.EventHandler;
import rebound.source.EventSource;
import rebound.source.MailHandler;
import rebound.source.MailSource;
import rebound.source.RawMail;
import rebound.source.internal.FileMailSource;

class MailReadingTest {

	@TempDir
	private Path folder;

	@Test
	void brokenEventSourceCostsItsFileOnly() throws IOException {
		Files.writeString(folder.resolve("a.log"), "broken");
		Files.writeString(folder.resolve("b.log"), "broken");
		EventSource broken = new EventSource() {
			@Override
			public String id() {
				return "broken";
			}

			@Override
			public boolean recognises(byte[] head) {
				return true;
			}

			@Override
			public void read(InputStream file, EventHandler handler) {
				handler.event(7, new byte[0], null);
				throw new IllegalStateException("boom");
			}
		};
		List<String> told = new ArrayList<>();
		new MailReading(List.of(new FileMailSource(List.of(broken))), new ReportParser(), RuleChainClassifier.stock())
				.read(List.of(folder.toString()),
						mail -> mail.raw().name() + " " + mail.judged().problems().size(),
						failure -> failure.name() + " " + failure.cause().getMessage(), told::add, Progress.NONE);
		assertEquals(List.of("a.log:7 1", "a.log broken: java.lang.IllegalStateException: boom", "b.log:7 1",
				"b.log broken: java.lang.IllegalStateException: boom"), told);
	}

	@Test
	void mailsOfAllLocationsComeInOrder() throws IOException {
		MailReading reading = reading(handler -> {
			for (int i = 0; i < 300; i++) {
				handler.mail(RawMail.of("mail " + i, new byte[i]));
			}
		});
		List<String> names = new ArrayList<>();
		double[] fraction = { 0 };
		reading.read(List.of("test:a", "test:b"), mail -> mail.raw().name(), Unreadable::name, names::add,
				new Progress() {
					@Override
					public void done(double done, long items) {
						assertTrue(done >= fraction[0]);
						fraction[0] = done;
					}

					@Override
					public boolean cancelled() {
						return false;
					}
				});
		List<String> one = IntStream.range(0, 300).mapToObj(i -> "mail " + i).toList();
		assertEquals(one, names.subList(0, 300));
		assertEquals(one, names.subList(300, 600));
	}

	@Test
	void whatFailsIsToldAndTheOthersAreRead() throws IOException {
		MailReading reading = reading(handler -> {
			handler.mail(new RawMail("torn", 1, () -> {
				throw new IOException("torn");
			}));
			handler.unreadable("locked", new IOException("locked"));
			handler.mail(RawMail.of("good", new byte[1]));
			throw new IllegalStateException("a third party's mistake");
		});
		List<String> results = new ArrayList<>();
		reading.read(List.of("test:a"),
				mail -> mail.raw().name() + mail.judged().problems().stream().map(Problem::code).toList(),
				failure -> failure.name() + '!', results::add, Progress.NONE);
		assertEquals(List.of("torn[UNREADABLE]", "locked!", "good[]", "test:a!"), results);
	}

	@Test
	void unknownLocationIsSaidBeforeAnythingIsRead() {
		MailReading reading = reading(handler -> {
			throw new AssertionError("was read");
		});
		assertThrows(NoSuchFileException.class, () -> reading.read(List.of("test:a", "nowhere"), mail -> mail,
				failure -> null, mail -> {
				}, Progress.NONE));
	}

	@Test
	void stopsHalfWay() {
		List<Object> results = new ArrayList<>();
		MailReading reading = reading(handler -> {
			for (int i = 0; i < 10_000; i++) {
				handler.mail(RawMail.of("mail", new byte[1]));
			}
		});
		assertThrows(CancellationException.class, () -> reading.read(List.of("test:a"), mail -> mail, failure -> null,
				results::add, new Progress() {
					@Override
					public void done(double fraction, long items) {
					}

					@Override
					public boolean cancelled() {
						return !results.isEmpty();
					}
				}));
		assertTrue(results.size() < 10_000);
	}

	private static MailReading reading(Consumer<MailHandler> mails) {
		MailSource source = new MailSource() {
			@Override
			public String id() {
				return "test";
			}

			@Override
			public boolean accepts(String location) {
				return location.startsWith("test:");
			}

			@Override
			public void read(String location, MailHandler handler) {
				mails.accept(handler);
			}
		};
		return new MailReading(List.of(source),
				new MailParser() {
					@Override
					public DeliveryReport parse(InputStream mail) {
						return complete(null);
					}

					@Override
					public DeliveryReport complete(DeliveryReport told) {
						return new DeliveryReport(Form.OTHER, null, null, null, null, null, null, null, null, List.of(),
								Original.NONE, null, List.of());
					}
				},
				new Classifier() {
					@Override
					public JudgedMail classify(DeliveryReport report) {
						return new JudgedMail(Kind.OTHER, report, List.of(), report.problems());
					}

					@Override
					public List<Explanation> explain(DeliveryReport report) {
						return List.of();
					}

					@Override
					public Optional<String> reasonText(Verdict verdict, Locale locale) {
						return Optional.empty();
					}
				});
	}
}
