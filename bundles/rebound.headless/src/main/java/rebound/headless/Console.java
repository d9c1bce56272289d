package rebound.headless;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

import picocli.CommandLine.Option;
import rebound.headless.internal.ProgressLine;
import rebound.pipeline.Progress;

/**
 * Where a command speaks: results on standard output, everything else on standard error. Take it as a picocli
 * {@code @Mixin}.
 */
public final class Console {

	@Option(names = "--quiet")
	private boolean quiet;

	@Option(names = "--json")
	private boolean json;

	@Option(names = "--metrics", paramLabel = "FILE")
	private Path metrics;

	@Option(names = { "-h", "--help" }, usageHelp = true)
	private boolean help;

	private final Map<String, Long> counts = new ConcurrentSkipListMap<>();
	private final OutputStream out;
	private final PrintStream err;
	private final Messages messages;
	private final BooleanSupplier cancelled;

	/**
	 * @param out       takes results
	 * @param err       takes messages
	 * @param cancelled whether the user wants the command to stop
	 */
	public Console(OutputStream out, PrintStream err, Messages messages, BooleanSupplier cancelled) {
		this.out = out;
		this.err = err;
		this.messages = messages;
		this.cancelled = cancelled;
	}

	/** @return whether the summary shall be one JSON object for a program, not sentences for a person */
	public boolean json() {
		return json;
	}

	/** @return where the counts of this run shall be written for a monitoring system, if anywhere */
	public Optional<Path> metrics() {
		return Optional.ofNullable(metrics);
	}

	/**
	 * Counts something that this run did, for monitoring; counts of one name are added up.
	 *
	 * @param name small letters and {@code _}
	 */
	public void count(String name, long number) {
		counts.merge(name, number, Long::sum);
	}

	/** @return what was counted, by name */
	public Map<String, Long> counts() {
		return Map.copyOf(counts);
	}

	/** @return standard output, unbuffered; not to be closed */
	public OutputStream out() {
		return out;
	}

	/** @return the words of the user's language */
	public Messages messages() {
		return messages;
	}

	/** Prints a line of the result; a reader that has gone away stops the command. */
	public void print(String line) {
		try {
			out.write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
		} catch (IOException gone) {
			throw new CommandFailure(ExitCode.NO_OUTPUT, null, gone);
		}
	}

	/** Tells something on standard error, unless the user wants it quiet. */
	public void say(String key, Object... values) {
		if (!quiet) {
			err.println(messages.text(key, values));
		}
	}

	/** Tells on standard error what must be known even when it is to be quiet. */
	public void warn(String key, Object... values) {
		err.println(messages.text(key, values));
	}

	/** @return a progress that is shown on a terminal once the work takes longer than a second; close it when done */
	public ShownProgress progress() {
		return new ProgressLine(quiet ? null : err, messages, cancelled);
	}

	/** @throws CancellationException if the user wants the command to stop */
	public void checkCancelled() {
		if (cancelled.getAsBoolean()) {
			throw new CancellationException();
		}
	}

	/** A progress that is visible until it is closed. */
	public interface ShownProgress extends Progress, AutoCloseable {
		@Override
		void close();
	}
}
