package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.parse.Json;
import rebound.parse.Limits;
import rebound.parse.ReportParser;

/**
 * Reads broken mails: nothing may throw, hang or grow. {@code -Drebound.fuzz.mutants=1000000} asks for more than the
 * 50,000 of a build, {@code -Drebound.fuzz.seed=7} for others.
 */
class FuzzTest {

	private static final int MUTANTS = Integer.getInteger("rebound.fuzz.mutants", 50_000);
	private static final long SEED = Long.getLong("rebound.fuzz.seed", 2026);
	private static final int THREADS = 2;
	/** Large mails break no other way than small ones, only slower. */
	private static final int MAX_SEED = 12 << 10;
	/** Processor time, not time on the wall: other work on the machine does not count. */
	private static final long MAX_NANOS = 1_000_000_000;

	private final ReportParser parser = new ReportParser(Limits.DEFAULT);
	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

	@Test
	void mutantsAreReadWithoutFailure() throws IOException, InterruptedException, ExecutionException {
		List<byte[]> seeds = seeds();
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> runs = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				long seed = SEED + i;
				runs.add(executor.submit(() -> run(new Mutator(seed, seeds), seed)));
			}
			for (Future<?> run : runs) {
				run.get();
			}
		} finally {
			executor.shutdownNow();
		}
		assertEquals(List.of(), failures.stream().limit(10).toList());
	}

	@Test
	void thereAreSeedsOfEveryForm() throws IOException {
		List<byte[]> seeds = seeds();
		for (DeliveryReport.Form form : DeliveryReport.Form.values()) {
			assertTrue(seeds.stream().anyMatch(mail -> Mails.parse(mail).form() == form), form.name());
		}
	}

	private void run(Mutator mutator, long seed) {
		for (int i = 0; i < MUTANTS / THREADS && failures.size() < 10; i++) {
			byte[] mail = mutator.next();
			String name = "seed " + seed + ", mutant " + i;
			long start = threads.getCurrentThreadCpuTime();
			try {
				check(parser.parse(new ByteArrayInputStream(mail)), name);
			} catch (RuntimeException | IOException | StackOverflowError failure) {
				failures.add(name + ": " + failure + " at " + failure.getStackTrace()[0]);
			}
			long nanos = threads.getCurrentThreadCpuTime() - start;
			if (nanos > MAX_NANOS) {
				failures.add(name + ": " + nanos / 1_000_000 + " ms for " + mail.length + " bytes");
			}
		}
	}

	private void check(DeliveryReport report, String name) {
		if (report.recipients().size() > Limits.DEFAULT.recipients()) {
			failures.add(name + ": " + report.recipients().size() + " recipients");
		}
		for (RecipientStatus recipient : report.recipients()) {
			String address = recipient.recipient();
			if (address != null && (address.isEmpty() || address.length() > 400 || address.indexOf('\n') >= 0)) {
				failures.add(name + ": recipient " + address);
			}
		}
	}

	private static List<byte[]> seeds() throws IOException {
		List<byte[]> seeds = new ArrayList<>();
		seeds.add(Mails.notification("Final-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.1.1\n")
				.getBytes(StandardCharsets.UTF_8));
		for (String resource : List.of("/negatives.jsonl", "/autoreplies.jsonl")) {
			List<Map<String, Object>> mails = OtherMailTest.read(resource);
			for (int i = 0; i < mails.size(); i += 3) {
				seeds.add(Json.string(mails.get(i).get("mail")).getBytes(StandardCharsets.UTF_8));
			}
		}
		Path corpus = Corpus.folder();
		if (corpus == null) {
			System.out.println("FuzzTest: ../shared/corpus is not there, only our own mails are broken");
		} else {
			seeds.addAll(Corpus.mails(corpus));
		}
		seeds.removeIf(mail -> mail.length > MAX_SEED);
		return seeds;
	}
}
