package rebound.customers.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads lines that are folded: one that begins with a blank goes on with the line before (RFC 6350, 3.2; RFC 2849).
 * What is longer than any value of a customer, a picture for example, is cut.
 */
final class FoldedLines {

	private static final int LONGEST = TableReader.MAX_VALUE + 1_000;

	private final BufferedReader in;
	private String ahead;

	FoldedLines(Reader in) throws IOException {
		this.in = new BufferedReader(in, 1 << 16);
		ahead = physical();
	}

	/** @return the next line, {@code null} behind the last */
	String next() throws IOException {
		if (ahead == null) {
			return null;
		}
		StringBuilder line = new StringBuilder(ahead);
		ahead = physical();
		while (ahead != null && !ahead.isEmpty() && (ahead.charAt(0) == ' ' || ahead.charAt(0) == '\t')) {
			append(line, ahead.substring(1));
			ahead = physical();
		}
		return line.toString();
	}

	/** @return the line, which ends with a soft break of quoted-printable, with the next one in the break's place */
	String joined(String line) throws IOException {
		if (ahead == null || line.length() > LONGEST) {
			return line.substring(0, line.length() - 1);
		}
		String more = ahead;
		ahead = physical();
		return line.substring(0, line.length() - 1) + more;
	}

	private String physical() throws IOException {
		StringBuilder line = new StringBuilder();
		int c = in.read();
		if (c < 0) {
			return null;
		}
		while (c >= 0 && c != '\n') {
			if (line.length() < LONGEST && c != '\r') {
				line.append((char) c);
			}
			c = in.read();
		}
		return line.toString();
	}

	private static void append(StringBuilder line, String more) {
		line.append(more, 0, Math.max(0, Math.min(more.length(), LONGEST - line.length())));
	}
}
