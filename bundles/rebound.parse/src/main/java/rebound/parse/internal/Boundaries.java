package rebound.parse.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The boundaries (RFC 2046, 5.1.1) of the multiparts around the current line, the outermost first. */
final class Boundaries {

	private static final byte[] UNKNOWN = {};
	private static final int LONGEST = 100;

	private final List<byte[]> open = new ArrayList<>(2);
	private boolean closing;

	/** @return how many multiparts are open */
	int depth() {
		return open.size();
	}

	/** Opens a multipart; {@code null} or blank if its boundary is not declared. */
	void open(String boundary) {
		open.add(boundary == null ? UNKNOWN : boundary.strip().getBytes(StandardCharsets.UTF_8));
	}

	/** Closes the multiparts from this level inwards. */
	void close(int level) {
		while (open.size() > level) {
			open.remove(open.size() - 1);
		}
	}

	/** Takes a line for the boundary of a multipart, whatever was declared. */
	void adopt(int level, byte[] boundary) {
		open.set(level, boundary);
	}

	/** @return the level of the multipart whose boundary this line is, or -1 */
	int levelOf(byte[] line, int start, int end) {
		if (open.isEmpty() || end - start < 3 || line[start] != '-' || line[start + 1] != '-') {
			return -1;
		}
		for (int level = open.size() - 1; level >= 0; level--) {
			byte[] boundary = open.get(level);
			int behind = start + 2 + boundary.length;
			if (boundary.length > 0 && behind <= end
					&& Arrays.equals(line, start + 2, behind, boundary, 0, boundary.length)) {
				int rest = trimmed(line, behind, end);
				closing = rest == behind + 2 && line[behind] == '-' && line[behind + 1] == '-';
				if (closing || rest == behind) {
					return level;
				}
			}
		}
		return -1;
	}

	/** @return whether the boundary that was found last ends its multipart */
	boolean closing() {
		return closing;
	}

	/** @return the boundary that this line could be, or {@code null} */
	static byte[] candidate(byte[] line, int start, int end) {
		if (end - start < 4 || end - start > LONGEST || line[start] != '-' || line[start + 1] != '-') {
			return null;
		}
		int rest = trimmed(line, start + 2, end);
		boolean other = false;
		for (int i = start + 2; i < rest; i++) {
			if (line[i] <= ' ') {
				return null;
			}
			other |= line[i] != '-';
		}
		return other ? Arrays.copyOfRange(line, start + 2, rest) : null;
	}

	private static int trimmed(byte[] line, int start, int end) {
		int rest = end;
		while (rest > start && (line[rest - 1] == ' ' || line[rest - 1] == '\t')) {
			rest--;
		}
		return rest;
	}
}
