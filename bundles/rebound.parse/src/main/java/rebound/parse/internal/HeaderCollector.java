package rebound.parse.internal;

import java.util.Arrays;

/** Collects the lines of one header block up to a limit and unfolds them. */
final class HeaderCollector {

	private final int maxBytes;
	private final int maxFields;
	private final int expected;
	private byte[] data = {};
	private int length;
	private int[] bounds = {};
	private int size;
	private boolean full;
	private boolean dropping;

	/** A collector for a block that will probably have this many bytes. */
	HeaderCollector(int maxBytes, int maxFields, int expected) {
		this.maxBytes = maxBytes;
		this.maxFields = maxFields;
		this.expected = expected;
	}

	/**
	 * Takes one line without its end; neither empty nor {@code null}.
	 *
	 * @return whether the line belongs to a header block: a field or the continuation of one
	 */
	boolean line(byte[] line, int from, int to) {
		if (line[from] == ' ' || line[from] == '\t') {
			continueField(line, from, to);
			return size > 0;
		}
		int colon = colon(line, from, to);
		if (colon < 0) {
			return false;
		}
		dropping = size == maxFields || length + to - from > maxBytes;
		full |= dropping;
		if (!dropping) {
			int at = HeaderFields.BOUNDS * size;
			if (bounds.length < at + HeaderFields.BOUNDS) {
				bounds = Arrays.copyOf(bounds, Math.max(expected / 24, 2 * bounds.length));
			}
			bounds[at] = length;
			bounds[at + 1] = length + colon - from;
			append(line, from, to);
			bounds[at + 2] = length;
			bounds[at + 3] = nameKey(line, from, colon);
			size++;
		}
		return true;
	}

	/** Joins a line to the field before it, though it does not look like a continuation. */
	void continueField(byte[] line, int from, int to) {
		if (size == 0 || dropping) {
			return;
		}
		if (length + to - from > maxBytes) {
			full = true;
			return;
		}
		append(line, from, to);
		bounds[HeaderFields.BOUNDS * size - 2] = length;
	}

	/** @return whether a limit was reached */
	boolean full() {
		return full;
	}

	boolean isEmpty() {
		return size == 0;
	}

	HeaderFields fields() {
		return size == 0 ? HeaderFields.EMPTY : new HeaderFields(data, bounds, size);
	}

	/** @return where the colon behind a field name stands, or -1 if the line is no field */
	static int colon(byte[] line, int from, int to) {
		int i = from;
		while (i < to && line[i] > ' ' && line[i] != ':' && line[i] != 127) {
			i++;
		}
		int name = i;
		while (i < to && (line[i] == ' ' || line[i] == '\t')) {
			i++;
		}
		return name > from && i < to && line[i] == ':' ? i : -1;
	}

	private static int nameKey(byte[] line, int from, int colon) {
		int end = colon;
		while (line[end - 1] == ' ' || line[end - 1] == '\t') {
			end--;
		}
		return HeaderFields.key(line[from], line[end - 1], end - from);
	}

	private void append(byte[] line, int from, int to) {
		if (length + to - from > data.length) {
			data = Arrays.copyOf(data, Math.max(Math.max(expected, 2 * data.length), length + to - from));
		}
		System.arraycopy(line, from, data, length, to - from);
		length += to - from;
	}
}
