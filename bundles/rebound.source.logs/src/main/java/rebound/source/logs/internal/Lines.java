package rebound.source.logs.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a file, with memory for one of limited length, however long the file or a line in it is. */
final class Lines {

	/** No line of a real log or export is longer; in bytes. */
	static final int LONGEST = 1 << 20;

	private static final int BLOCK = 1 << 16;
	private static final int BEGINNING = 64;

	private final InputStream in;
	private byte[] buffer = new byte[BLOCK];
	private int at;
	private int end;
	private boolean atEnd;
	private long number;
	private boolean tooLong;

	Lines(InputStream in) {
		this.in = in;
	}

	/** @return how the first line of a file begins, for a quick look at the many that are mails */
	static String beginning(byte[] head) {
		int end = 0;
		while (end < head.length && end < BEGINNING && head[end] != '\n') {
			end++;
		}
		return new String(head, 0, end, StandardCharsets.ISO_8859_1);
	}

	/** @return the next line without its end, read as UTF-8 and cut at the limit, or {@code null} at the end */
	String next() throws IOException {
		tooLong = false;
		int scanned = at;
		while (true) {
			int newline = newline(scanned);
			if (newline >= 0) {
				tooLong = newline - at > LONGEST;
				String line = text(at, tooLong ? at + LONGEST : newline);
				at = newline + 1;
				return line;
			}
			if (end - at > LONGEST) {
				return cut();
			}
			scanned = end - at;
			if (!more()) {
				String rest = at < end ? text(at, end) : null;
				at = end;
				return rest;
			}
			scanned += at;
		}
	}

	/** @return number of the line that {@link #next()} gave last, from 1 */
	long number() {
		return number;
	}

	/** @return whether the line that {@link #next()} gave last was over the limit */
	boolean isTooLong() {
		return tooLong;
	}

	private String cut() throws IOException {
		String beginning = text(at, at + LONGEST);
		tooLong = true;
		at = end;
		while (more()) {
			int newline = newline(at);
			if (newline >= 0) {
				at = newline + 1;
				break;
			}
			at = end;
		}
		return beginning;
	}

	private String text(int from, int to) {
		number++;
		int stop = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
		// A byte order mark begins what spreadsheets write.
		boolean marked = number == 1 && stop - from > 2 && buffer[from] == (byte) 0xef
				&& buffer[from + 1] == (byte) 0xbb && buffer[from + 2] == (byte) 0xbf;
		int start = marked ? from + 3 : from;
		return new String(buffer, start, stop - start, StandardCharsets.UTF_8);
	}

	private int newline(int from) {
		for (int i = from; i < end; i++) {
			if (buffer[i] == '\n') {
				return i;
			}
		}
		return -1;
	}

	/** Reads on; what is before {@link #at} is let go. */
	private boolean more() throws IOException {
		if (atEnd) {
			return false;
		}
		if (at > 0) {
			System.arraycopy(buffer, at, buffer, 0, end - at);
			end -= at;
			at = 0;
		}
		if (end == buffer.length) {
			buffer = Arrays.copyOf(buffer, 2 * buffer.length);
		}
		int count = in.read(buffer, end, buffer.length - end);
		atEnd = count < 0;
		end += Math.max(count, 0);
		return !atEnd;
	}
}
