package rebound.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import rebound.classify.Classifier;
import rebound.classify.Explanation;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.JudgedMail;
import rebound.model.Original;
import rebound.model.Problem;
import rebound.model.Verdict;
import rebound.parse.MailParser;
import rebound.pipeline.internal.InOrder;
import rebound.pipeline.internal.ServiceWatch;
import rebound.pipeline.internal.WatchedSource;
import rebound.source.MailHandler;
import rebound.source.MailSource;
import rebound.source.RawEvent;
import rebound.source.RawMail;

/**
 * The first half of the way: source, parser, classifier. Mails are parsed and classified by all processors at once, and
 * handed on in the order of the input, with little memory however many there are.
 */
@Component(service = MailReading.class)
public final class MailReading {

	private final List<MailSource> sources;
	private final MailParser parser;
	private final Classifier classifier;

	/** @param own the user's rules: read before the first mail is judged */
	@Activate
	public MailReading(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<MailSource> sources,
			@Reference MailParser parser, @Reference Classifier classifier, @Reference UserRuleFile own) {
		this(sources, parser, classifier);
	}

	/** Reads mails from some sources; the classifier knows the user's rules. */
	public MailReading(List<MailSource> sources, MailParser parser, Classifier classifier) {
		ServiceWatch watch = new ServiceWatch();
		this.sources = sources.stream().<MailSource>map(source -> new WatchedSource(source, watch)).toList();
		this.parser = parser;
		this.classifier = classifier;
	}

	/**
	 * Reads and judges all mails of some locations.
	 *
	 * @param locations paths, or URIs that a source knows
	 * @param mail      makes of each mail what is wanted; called from several threads at once
	 * @param failure   the same for what can't be read
	 * @param sink      takes the results, one after the other in input order, while the calling thread waits
	 * @throws IOException           if a location as a whole can't be read; {@link NoSuchFileException} for one that no
	 *                               source knows, before anything is read
	 * @throws CancellationException if the progress says so
	 */
	public <T> void read(List<String> locations, Function<ReadMail, T> mail, Function<Unreadable, T> failure,
			Consumer<T> sink, Progress progress) throws IOException {
		read(locations, null, mail, failure, sink, progress);
	}

	/**
	 * As {@link #read(List, Function, Function, Consumer, Progress)}, of a place with settings.
	 *
	 * @throws NoSuchFileException if nobody reads places of its kind
	 */
	public <T> void read(Place place, Function<ReadMail, T> mail, Function<Unreadable, T> failure, Consumer<T> sink,
			Progress progress) throws IOException {
		read(List.of(place.location().toString()), place.password(), mail, failure, sink, progress);
	}

	private <T> void read(List<String> locations, String password, Function<ReadMail, T> mail,
			Function<Unreadable, T> failure, Consumer<T> sink, Progress progress) throws IOException {
		for (String location : locations) {
			source(location);
		}
		Course course = new Course(progress, locations.size());
		try (InOrder<T> work = new InOrder<>(result -> {
			course.step();
			sink.accept(result);
			course.items++;
		})) {
			for (int i = 0; i < locations.size(); i++) {
				String location = locations.get(i);
				MailSource source = source(location);
				course.location = i;
				course.fraction = 0;
				Feed<T> feed = new Feed<>(source.id(), work, mail, failure, course, password);
				try {
					source.read(location, feed);
				} catch (Stop stop) {
					throw stop.reason;
				} catch (RuntimeException broken) {
					// A third party's source: what it was doing is told, what others hold is read all the same.
					work.add(() -> failure.apply(new Unreadable(location, broken)), 0);
				}
			}
			work.finish();
		}
	}

	/**
	 * Reads and judges the mails that somebody hands over.
	 *
	 * @param source  id of the source they come from
	 * @param reading hands them over; called once, on the calling thread
	 * @param mail    makes of each mail what is wanted; called from several threads at once
	 * @param sink    takes the results, one after the other in the order of the mails, on the calling thread
	 */
	public <T> void read(String source, Consumer<MailHandler> reading, Function<ReadMail, T> mail,
			Function<Unreadable, T> failure, Consumer<T> sink, Progress progress) {
		Course course = new Course(progress, 1);
		try (InOrder<T> work = new InOrder<>(result -> {
			sink.accept(result);
			course.items++;
		})) {
			reading.accept(new Feed<>(source, work, mail, failure, course, null));
			work.finish();
		} catch (Stop stop) {
			throw stop.reason;
		}
	}

	/** Reads and judges one mail; a mail that can't be read has a problem that says so. */
	public JudgedMail judge(RawMail mail) {
		return judge(() -> {
			try (InputStream in = mail.content().open()) {
				return parser.parse(in);
			}
		});
	}

	private ReadMail read(RawEvent event) {
		JudgedMail judged = judge(() -> parser.complete(event.report()));
		return new ReadMail(RawMail.of(event.name(), event.record()), ReadMail.LOG, judged);
	}

	private JudgedMail judge(Callable<DeliveryReport> reading) {
		try {
			return classifier.classify(reading.call());
		} catch (Exception unreadable) {
			// Not even a mistake of our own, met in one mail of a million, may keep the others from being read.
			Problem problem = new Problem(Problem.Code.UNREADABLE, unreadable.toString());
			DeliveryReport nothing = new DeliveryReport(Form.OTHER, null, null, null, null, null, null, null, null,
					List.of(), Original.NONE, null, List.of(problem));
			return classifier.classify(nothing);
		}
	}

	/** @return for each recipient of a mail that was read, how its verdict comes about */
	public List<Explanation> explain(ReadMail mail) {
		return classifier.explain(mail.judged().report());
	}

	/** @return what the rule that decided says of its verdict, where somebody else's rule has words of its own */
	public Optional<String> reasonText(Verdict verdict, Locale locale) {
		return classifier.reasonText(verdict, locale);
	}

	MailSource source(String location) throws NoSuchFileException {
		return sources.stream().filter(source -> source.accepts(location)).findFirst()
				.orElseThrow(() -> new NoSuchFileException(location));
	}

	/** Takes a source's mails and spreads the work. */
	private final class Feed<T> implements MailHandler {
		private final String sourceId;
		private final InOrder<T> work;
		private final Function<ReadMail, T> onMail;
		private final Function<Unreadable, T> onFailure;
		private final Course course;
		private final String password;

		Feed(String sourceId, InOrder<T> work, Function<ReadMail, T> onMail, Function<Unreadable, T> onFailure,
				Course course, String password) {
			this.password = password;
			this.sourceId = sourceId;
			this.work = work;
			this.onMail = onMail;
			this.onFailure = onFailure;
			this.course = course;
		}

		@Override
		public void mail(RawMail mail) {
			goOn(course::step);
			goOn(() -> work.add(() -> onMail.apply(new ReadMail(mail, sourceId, judge(mail))), mail.size()));
		}

		@Override
		public void event(RawEvent event) {
			goOn(course::step);
			goOn(() -> work.add(() -> onMail.apply(read(event)), event.record().length));
		}

		@Override
		public void unreadable(String name, Exception cause) {
			goOn(() -> work.add(() -> onFailure.apply(new Unreadable(name, cause)), 0));
		}

		@Override
		public void progress(double done) {
			course.fraction = done;
			goOn(course::step);
		}

		@Override
		public Optional<String> password() {
			return Optional.ofNullable(password);
		}

		private void goOn(Runnable step) {
			try {
				step.run();
			} catch (RuntimeException failed) {
				throw new Stop(failed);
			}
		}
	}

	/** How far all locations together are read. */
	private static final class Course {
		private final Progress progress;
		private final int locations;
		private int location;
		private double fraction;
		private long items;

		Course(Progress progress, int locations) {
			this.progress = progress;
			this.locations = locations;
		}

		void step() {
			if (progress.cancelled()) {
				throw new CancellationException();
			}
			progress.done((location + fraction) / locations, items);
		}
	}

	/** Carries our own end through a source, which may be a third party's. */
	private static final class Stop extends RuntimeException {
		private static final long serialVersionUID = 1;
		private final transient RuntimeException reason;

		Stop(RuntimeException reason) {
			super(reason);
			this.reason = reason;
		}
	}
}
