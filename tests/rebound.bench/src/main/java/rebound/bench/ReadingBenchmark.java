package rebound.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import rebound.classify.Classifier;
import rebound.classify.RuleChainClassifier;
import rebound.model.DeliveryReport;
import rebound.model.JudgedMail;
import rebound.parse.MailParser;
import rebound.parse.ReportParser;

/**
 * Mails a second, in memory and warm, in the mix of a folder; one operation is one mail. The plain read of the same
 * bytes says what is left to win.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(2)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
public class ReadingBenchmark {

	/** The folder's mails, and the stages that read them. */
	@State(Scope.Benchmark)
	public static class Mails {

		@Param("../shared/corpus/open/mail")
		public String folder;

		final MailParser parser = new ReportParser();
		final Classifier classifier = RuleChainClassifier.stock();
		byte[][] contents;

		/** Reads every file of the folder into memory. */
		@Setup
		public void read() throws IOException {
			try (Stream<Path> files = Files.walk(Path.of(folder))) {
				List<Path> paths = files.filter(Files::isRegularFile).sorted().toList();
				contents = paths.stream().map(Mails::bytes).toArray(byte[][]::new);
			}
		}

		private static byte[] bytes(Path path) {
			try {
				return Files.readAllBytes(path);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	/** Where a thread is in the folder. */
	@State(Scope.Thread)
	public static class Place {

		private int next;

		byte[] next(Mails mails) {
			next = next + 1 < mails.contents.length ? next + 1 : 0;
			return mails.contents[next];
		}
	}

	/** Parsing and judging. */
	@Benchmark
	public JudgedMail judge(Mails mails, Place place) throws IOException {
		return mails.classifier.classify(mails.parser.parse(new ByteArrayInputStream(place.next(mails))));
	}

	/** Parsing alone. */
	@Benchmark
	public DeliveryReport parse(Mails mails, Place place) throws IOException {
		return mails.parser.parse(new ByteArrayInputStream(place.next(mails)));
	}

	/** Looking at each byte once. */
	@Benchmark
	public int plainRead(Mails mails, Place place) {
		int lines = 0;
		for (byte b : place.next(mails)) {
			if (b == '\n') {
				lines++;
			}
		}
		return lines;
	}
}
