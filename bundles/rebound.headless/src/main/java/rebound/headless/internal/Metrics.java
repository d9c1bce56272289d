package rebound.headless.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import rebound.headless.Console;

/**
 * How a command ended and what it counted, as a file in the Prometheus text format 0.0.4: for node_exporter's textfile
 * collector. The file appears as a whole.
 */
final class Metrics {

	private static final double MILLIS = 1000;

	private Metrics() {
	}

	/** Writes the file. */
	static void write(Path file, String command, Instant begin, Instant end, int exitCode, Console console) {
		StringBuilder text = new StringBuilder();
		gauge(text, "last_run_timestamp_seconds", "When the command ended.", command, end.toEpochMilli() / MILLIS);
		gauge(text, "last_run_duration_seconds", "How long it took.", command,
				Duration.between(begin, end).toMillis() / MILLIS);
		gauge(text, "last_run_exit_code", "How it ended; 0 is well.", command, exitCode);
		for (Map.Entry<String, Long> count : new TreeMap<>(console.counts()).entrySet()) {
			gauge(text, "last_run_" + count.getKey(), "What it counted.", command, count.getValue());
		}
		try (OutputFile out = new OutputFile(file, console)) {
			out.write(text.toString().getBytes(StandardCharsets.UTF_8));
			out.commit();
		}
	}

	private static void gauge(StringBuilder text, String name, String help, String command, Number value) {
		String full = "rebound_" + name;
		text.append("# HELP ").append(full).append(' ').append(help).append('\n');
		text.append("# TYPE ").append(full).append(" gauge\n");
		text.append(full).append("{command=\"").append(command).append("\"} ").append(value).append('\n');
	}
}
