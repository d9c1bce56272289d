package rebound.source.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The line that separates the mails of an mbox: {@code From}, the envelope sender and the date of delivery (RFC 4155).
 * Programs that write an mbox differ in everything but this, and many do not quote such lines in a mail's text, so
 * that what stands before and behind it has to speak for it too.
 */
final class FromLine {

	/** A separator with the line that follows it is no longer than this. */
	static final int LOOK_AHEAD = 2048;

	/** What stands before a separator is looked at this far back. */
	static final int LOOK_BEHIND = 2048;

	private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class,
			ByteOrder.LITTLE_ENDIAN);
	private static final long ONES = 0x0101010101010101L;
	private static final long HIGH_BITS = 0x8080808080808080L;
	private static final long F = 'F' * ONES;
	private static final long R = 'r' * ONES;

	private FromLine() {
	}

	/** @return the index of the next {@code From } anywhere in a line, or -1 */
	static int find(byte[] b, int from, int to) {
		int i = from;
		while (true) {
			i = findFr(b, i, to);
			if (i < 0 || is(b, i, to)) {
				return i;
			}
			i++;
		}
	}

	/** @return whether {@code From } stands at the index */
	static boolean is(byte[] b, int i, int to) {
		return i + 5 <= to && b[i] == 'F' && b[i + 1] == 'r' && b[i + 2] == 'o' && b[i + 3] == 'm' && b[i + 4] == ' ';
	}

	/**
	 * Many bytes at a time: an archive of many gigabytes is searched about as fast as it is read.
	 *
	 * @return the index of the next {@code Fr}, or of an {@code F} that is followed by who knows what, or -1
	 */
	private static int findFr(byte[] b, int from, int to) {
		int i = from;
		while (i + 33 <= to) {
			// Most of an archive has no such letter far and wide: one question for four times eight bytes.
			long first = (long) EIGHT_BYTES.get(b, i);
			long second = (long) EIGHT_BYTES.get(b, i + 8);
			long third = (long) EIGHT_BYTES.get(b, i + 16);
			long fourth = (long) EIGHT_BYTES.get(b, i + 24);
			long f1 = marks(first, F);
			long f2 = marks(second, F);
			long f3 = marks(third, F);
			long f4 = marks(fourth, F);
			if (((f1 | f2 | f3 | f4) & HIGH_BITS) == 0) {
				// Holes and padding, of which some archives are full, are passed over at the speed of memory.
				i = first == Long.rotateLeft(first, 8) ? endOfRun(b, i, to) : i + 32;
				continue;
			}
			// An encoded attachment has one in each line: another question, whether what follows it is an r.
			long both = f1 & marks(next(first, second), R) | f2 & marks(next(second, third), R)
					| f3 & marks(next(third, fourth), R) | f4 & marks((long) EIGHT_BYTES.get(b, i + 25), R);
			if ((both & HIGH_BITS) != 0) {
				for (int end = i + 32; i < end; i++) {
					if (b[i] == 'F' && b[i + 1] == 'r') {
						return i;
					}
				}
			} else {
				i += 32;
			}
		}
		for (; i < to; i++) {
			if (b[i] == 'F') {
				return i;
			}
		}
		return -1;
	}

	/** @return the index of the first byte that is not the one at the index */
	private static int endOfRun(byte[] b, int i, int to) {
		int length = Arrays.mismatch(b, i, to - 1, b, i + 1, to);
		return length < 0 ? to : i + length + 1;
	}

	/** @return the eight bytes that begin one later than the first ones */
	private static long next(long bytes, long following) {
		return bytes >>> 8 | following << 56;
	}

	/** @return for eight bytes, the highest bit of each that is the letter; others may be set above the first */
	private static long marks(long bytes, long letter) {
		long x = bytes ^ letter;
		return (x - ONES) & ~x;
	}

	/**
	 * @param i     where {@code From } stands at the beginning of a line
	 * @param start where the mail before it begins, or the buffer
	 * @return whether a new mail begins here
	 */
	static boolean separates(byte[] b, int start, int i, int to) {
		return isHeadOfMail(b, i, to) && standsAlone(b, start, i);
	}

	/** @return whether the line looks like an mbox's and a header field follows it */
	static boolean isHeadOfMail(byte[] b, int i, int to) {
		int limit = Math.min(to, i + LOOK_AHEAD);
		int lineEnd = lineEnd(b, i, limit);
		int next = afterNewline(b, lineEnd, limit);
		if (next == lineEnd || !(hasTime(b, i + 5, lineEnd) || isBareSender(b, i + 5, lineEnd))) {
			return false;
		}
		return is(b, next + 1, limit) && b[next] == '>' || isHeaderField(b, next, limit);
	}

	/** A blank line comes before a separator, and no words or MIME part header that introduce a returned mail. */
	private static boolean standsAlone(byte[] b, int start, int i) {
		int floor = Math.max(start, i - LOOK_BEHIND);
		int blank = beforeNewline(b, floor, i);
		int end = beforeNewline(b, floor, blank);
		if (end == blank && blank > floor) {
			return false;
		}
		int lastLine = lineStart(b, floor, end);
		if (end > lastLine && b[end - 1] == ':') {
			return false;
		}
		int line = lastLine;
		while (line > floor && (isHeaderField(b, line, end) || b[line] == ' ' || b[line] == '\t')) {
			line = lineStart(b, floor, beforeNewline(b, floor, line));
		}
		boolean delimiter = b[line] == '-' && b[line + 1] == '-' && b[line + 2] > ' ';
		int lineEnd = lineEnd(b, line, i);
		return !delimiter || b[lineEnd - 1] == '-' && b[lineEnd - 2] == '-';
	}

	/** An asctime date (Thu Jan  1 00:00:00 1970) has hours and minutes. */
	private static boolean hasTime(byte[] b, int from, int to) {
		for (int i = from + 2; i + 2 < to; i++) {
			if (b[i] == ':' && isDigit(b[i - 1]) && isDigit(b[i + 1]) && isDigit(b[i + 2])) {
				return true;
			}
		}
		return false;
	}

	private static boolean isBareSender(byte[] b, int from, int to) {
		boolean address = to == from + 1 && b[from] == '-';
		for (int i = from; i < to; i++) {
			if (b[i] <= ' ') {
				return false;
			}
			address |= b[i] == '@';
		}
		return address;
	}

	private static boolean isHeaderField(byte[] b, int from, int to) {
		int i = from;
		while (i < to && b[i] > ' ' && b[i] != ':' && b[i] != 127) {
			i++;
		}
		return i > from && i < to && b[i] == ':';
	}

	private static boolean isDigit(byte b) {
		return b >= '0' && b <= '9';
	}

	private static boolean isNewline(byte b) {
		return b == '\n' || b == '\r';
	}

	static int lineEnd(byte[] b, int from, int to) {
		int i = from;
		while (i < to && !isNewline(b[i])) {
			i++;
		}
		return i;
	}

	/** @return the index behind the newline (LF, CRLF or CR) at the index, or the index itself if there is none */
	static int afterNewline(byte[] b, int i, int to) {
		if (i < to && b[i] == '\r') {
			return i + 1 < to && b[i + 1] == '\n' ? i + 2 : i + 1;
		}
		return i < to && b[i] == '\n' ? i + 1 : i;
	}

	/** @return the index of the newline that ends right before the index, or the index itself if there is none */
	static int beforeNewline(byte[] b, int floor, int i) {
		if (i > floor && b[i - 1] == '\n') {
			return i - 1 > floor && b[i - 2] == '\r' ? i - 2 : i - 1;
		}
		return i > floor && b[i - 1] == '\r' ? i - 1 : i;
	}

	private static int lineStart(byte[] b, int floor, int i) {
		int start = i;
		while (start > floor && !isNewline(b[start - 1])) {
			start--;
		}
		return start;
	}
}
