package rebound.parse.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The lines of a mail, straight from its bytes. A line ends with LF, CRLF, CR CR LF or a lone CR, all in one mail if
 * need be. What a line holds beyond the limit is skipped; so is what the mail holds beyond its own.
 */
final class ByteLines {

	private static final int BLOCK = 8 << 10;
	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long ONES = 0x0101010101010101L;
	private static final long HIGHEST_BITS = 0x8080808080808080L;

	private final InputStream in;
	private final int maxLine;
	private long budget;
	private byte[] buffer;
	private int limit;
	private int next;
	private int start;
	private int end;
	private boolean atEnd;
	private boolean tooLarge;
	private boolean longLine;

	ByteLines(InputStream in, int maxLine, long maxBytes) throws IOException {
		this.in = in;
		// Most mails are in memory, and small.
		this.buffer = new byte[Math.clamp(in.available() + 1L, BLOCK / 4, BLOCK)];
		this.maxLine = maxLine;
		this.budget = maxBytes;
	}

	/** Goes to the next line. @return {@code false} when there is none */
	boolean next() throws IOException {
		start = next;
		int scan = start;
		while (true) {
			scan = newline(buffer, scan, limit);
			if (scan < limit) {
				endAt(scan, buffer[scan]);
				return true;
			}
			int length = scan - start;
			if (length > maxLine) {
				skipRest();
				return true;
			}
			if (!fill()) {
				end = limit;
				next = limit;
				return length > 0;
			}
			scan = start + length;
		}
	}

	/** @return where the current line stands; valid until {@link #next()} */
	byte[] buffer() {
		return buffer;
	}

	int start() {
		return start;
	}

	int end() {
		return end;
	}

	/** @return whether any line was longer than the limit */
	boolean longLine() {
		return longLine;
	}

	/** @return whether the mail was longer than the limit */
	boolean tooLarge() {
		return tooLarge;
	}

	/** @return where the first CR or LF stands, or {@code to}; looks at eight bytes at a time */
	private static int newline(byte[] bytes, int from, int to) {
		int i = from;
		for (; i + Long.BYTES <= to; i += Long.BYTES) {
			long eight = (long) EIGHT.get(bytes, i);
			long lf = eight ^ ONES * '\n';
			long cr = eight ^ ONES * '\r';
			// The lowest byte that is zero here is the first to have its highest bit set.
			long found = ((lf - ONES) & ~lf | (cr - ONES) & ~cr) & HIGHEST_BITS;
			if (found != 0) {
				return i + (Long.numberOfTrailingZeros(found) >>> 3);
			}
		}
		while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
			i++;
		}
		return i;
	}

	private void endAt(int at, byte newline) throws IOException {
		end = at;
		next = at + 1;
		if (newline == '\r') {
			int behind = next < limit ? buffer[next] : peek(0);
			if (behind == '\n') {
				next++;
			} else if (behind == '\r' && (next + 1 < limit ? buffer[next + 1] : peek(1)) == '\n') {
				next += 2;
			}
		}
		if (end - start > maxLine) {
			end = start + maxLine;
			longLine = true;
		}
	}

	private int peek(int ahead) throws IOException {
		while (next + ahead >= limit) {
			int moved = start;
			boolean filled = fill();
			moved -= start;
			next -= moved;
			end -= moved;
			if (!filled) {
				return -1;
			}
		}
		return buffer[next + ahead];
	}

	/** Reads another block behind the current line, which moves to the front of the buffer. */
	private boolean fill() throws IOException {
		if (atEnd) {
			return false;
		}
		if (start > 0) {
			System.arraycopy(buffer, start, buffer, 0, limit - start);
			limit -= start;
			start = 0;
		}
		if (buffer.length - limit < BLOCK / 4) {
			buffer = Arrays.copyOf(buffer, 2 * buffer.length);
		}
		int count = read(limit);
		limit += Math.max(count, 0);
		return count > 0;
	}

	private void skipRest() throws IOException {
		longLine = true;
		end = start + maxLine;
		int count = limit - end;
		while (true) {
			int at = newline(buffer, end, end + count);
			if (at < end + count) {
				limit = end + count;
				next = at;
				int length = end - start;
				endAt(at, buffer[at]);
				end = start + length;
				return;
			}
			count = atEnd ? 0 : read(end);
			if (count <= 0) {
				limit = end;
				next = end;
				return;
			}
		}
	}

	private int read(int at) throws IOException {
		int room = (int) Math.min(buffer.length - at, budget);
		int count = room == 0 ? in.read() : in.read(buffer, at, room);
		if (room == 0) {
			tooLarge |= count >= 0;
			count = -1;
		}
		atEnd = count < 0;
		budget -= Math.max(count, 0);
		return count;
	}
}
