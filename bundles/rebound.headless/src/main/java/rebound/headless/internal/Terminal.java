package rebound.headless.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What is known of the terminal. Java only tells whether standard input and output are one, so the system's own tools
 * are asked; that takes some milliseconds and is done only when the answer matters.
 */
final class Terminal {

	private static final int USUAL_COLUMNS = 120;

	private Terminal() {
	}

	/** @return whether the stream is standard error and that is a terminal */
	static boolean isStandardError(PrintStream stream) {
		return stream == System.err && (System.console() != null || !isWindows()) && test("test -t 2");
	}

	/** @return whether standard output is a terminal */
	static boolean isStandardOutput() {
		return System.console() != null && test("test -t 1");
	}

	/** @return whether somebody types what comes in */
	static boolean isStandardInput() {
		return test("test -t 0");
	}

	/** @return the width of the terminal that standard output is, or a usual one */
	static int columns() {
		if (isWindows() || !test("test -t 1")) {
			return USUAL_COLUMNS;
		}
		try {
			Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty").redirectError(Redirect.DISCARD)
					.start();
			String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
			int columns = Integer.parseInt(answer.substring(answer.indexOf(' ') + 1));
			return columns > 0 ? columns : USUAL_COLUMNS;
		} catch (IOException | NumberFormatException unknown) {
			return USUAL_COLUMNS;
		}
	}

	private static boolean test(String command) {
		if (isWindows()) {
			return true;
		}
		try {
			Process test = new ProcessBuilder("sh", "-c", command).inheritIO().start();
			return test.waitFor(2, TimeUnit.SECONDS) && test.exitValue() == 0;
		} catch (IOException unknown) {
			return false;
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static boolean isWindows() {
		return System.getProperty("os.name", "").startsWith("Windows");
	}
}
