package rebound.headless.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import rebound.pipeline.PresetException;
import rebound.pipeline.Presets;

/**
 * The log for administrators: how each command ended, and what extensions did wrong. It is written where the settings
 * say ({@code log.file}), one line a record, as text or JSON ({@code log.format}); a file that has 10 MB is put aside,
 * and five are kept. Without a file, warnings go to standard error as ever.
 */
final class LogFile {

	private static final int MOST_BYTES = 10_000_000;
	private static final int FILES = 5;
	private static final Logger ROOT = Logger.getLogger("");
	/** What would be noise for the person at the terminal. */
	private static final Logger RUNS = Logger.getLogger(Cli.LOG);

	private LogFile() {
	}

	/** Ends what was begun. */
	@FunctionalInterface
	interface Opened extends AutoCloseable {
		@Override
		void close();
	}

	/** @return the opened file to close in the end, or one that does nothing */
	static Opened begin(Presets presets) {
		if (presets.value("log.file").isEmpty()) {
			RUNS.setLevel(Level.OFF);
			return () -> {
			};
		}
		Path file = Path.of(presets.value("log.file").get());
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			// The handler reads "%" as the beginning of a pattern.
			Handler handler = new FileHandler(file.toString().replace("%", "%%") + ".%g", MOST_BYTES, FILES, true);
			handler.setEncoding(StandardCharsets.UTF_8.name());
			handler.setFormatter("json".equals(presets.value("log.format").orElse("text")) ? new Json() : new Line());
			RUNS.setLevel(Level.INFO);
			RUNS.setUseParentHandlers(false);
			RUNS.addHandler(handler);
			ROOT.addHandler(handler);
			return () -> {
				RUNS.removeHandler(handler);
				ROOT.removeHandler(handler);
				handler.close();
			};
		} catch (IOException | RuntimeException failed) {
			throw new PresetException(PresetException.Code.WRONG_VALUE, "log.file", file.toString());
		}
	}

	/** What is in a record must not begin a line of its own. */
	private static final class Line extends Formatter {

		@Override
		public String format(LogRecord record) {
			return record.getInstant() + " " + record.getLevel() + " " + record.getLoggerName() + ": "
					+ words(record).replaceAll("[\\r\\n]+", " ") + "\n";
		}

		private String words(LogRecord record) {
			return record.getThrown() == null
					? formatMessage(record)
					: formatMessage(record) + ": " + record.getThrown();
		}
	}

	/** One JSON object a line. */
	private static final class Json extends Formatter {

		@Override
		public String format(LogRecord record) {
			JsonWriter json = new JsonWriter();
			json.beginObject().field("time", record.getInstant().toString()).field("level", record.getLevel().getName())
					.field("logger", record.getLoggerName()).field("message", formatMessage(record));
			if (record.getThrown() != null) {
				json.field("thrown", record.getThrown().toString());
			}
			return new String(json.endObject().endLine().take(), StandardCharsets.UTF_8);
		}
	}
}
