package rebound.parse.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The header fields of one mail, part or delivery-status group (RFC 5322, 2.2), unfolded. Names are compared without
 * regard to case; a value is decoded (RFC 2047, undeclared charsets) when it is first asked for.
 */
public final class HeaderFields {

	/** No field at all. */
	public static final HeaderFields EMPTY = new HeaderFields(new byte[0], new int[0], 0);

	/** Numbers that are kept for each field. */
	static final int BOUNDS = 4;

	private final byte[] data;
	/** Start, colon and end of each field in {@link #data}, and the key of its name. */
	private final int[] bounds;
	private final int size;
	private final String[] values;

	HeaderFields(byte[] data, int[] bounds, int size) {
		this.data = data;
		this.bounds = bounds;
		this.size = size;
		this.values = new String[size];
	}

	/**
	 * Reads fields from text, for example of an original that was returned as text.
	 *
	 * @param text the lines of a header block; reading ends at the first empty line
	 */
	public static HeaderFields of(String text) {
		HeaderCollector collector = new HeaderCollector(Integer.MAX_VALUE, Integer.MAX_VALUE, 2048);
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		int start = 0;
		while (start < bytes.length) {
			int end = start;
			while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
				end++;
			}
			if (end == start) {
				break;
			}
			collector.line(bytes, start, end);
			start = end + 1;
			if (start < bytes.length && bytes[end] == '\r' && bytes[start] == '\n') {
				start++;
			}
		}
		return collector.fields();
	}

	/** @return how many fields there are */
	public int size() {
		return size;
	}

	/** @return the name of a field as written */
	public String name(int index) {
		int start = bounds[BOUNDS * index];
		int end = bounds[BOUNDS * index + 1];
		while (end > start && data[end - 1] <= ' ' && data[end - 1] >= 0) {
			end--;
		}
		return new String(data, start, end - start, StandardCharsets.ISO_8859_1);
	}

	/** @return the decoded value of a field, white space squeezed, never {@code null} */
	public String value(int index) {
		String value = values[index];
		if (value == null) {
			value = EncodedWords.decode(rawValue(index));
			values[index] = value;
		}
		return value;
	}

	/** @return the value of a field with its encoded words as they stand, white space squeezed */
	public String rawValue(int index) {
		int from = bounds[BOUNDS * index + 1] + 1;
		int to = bounds[BOUNDS * index + 2];
		String ascii = Text.squeezeAscii(data, from, to);
		return ascii != null ? ascii : Text.squeeze(Charsets.guess(data, from, to));
	}

	/** @return the decoded value of the first field of this name, or {@code null} */
	public String first(String name) {
		int index = indexOf(name, 0);
		return index < 0 ? null : value(index);
	}

	/** @return the value of the first field of this name with its encoded words as they stand, or {@code null} */
	public String raw(String name) {
		int index = indexOf(name, 0);
		return index < 0 ? null : rawValue(index);
	}

	/** @return whether there is a field of this name */
	public boolean has(String name) {
		return indexOf(name, 0) >= 0;
	}

	/** @return the decoded values of all fields of this name, in order */
	public List<String> all(String name) {
		List<String> found = new ArrayList<>(2);
		for (int i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1)) {
			found.add(value(i));
		}
		return found;
	}

	/** @return the index of the first field of this name at or behind {@code from}, or -1 */
	public int indexOf(String name, int from) {
		int length = name.length();
		int key = key(name.charAt(0), name.charAt(length - 1), length);
		for (int i = from; i < size; i++) {
			if (bounds[BOUNDS * i + 3] == key && matches(data, bounds[BOUNDS * i], name)) {
				return i;
			}
		}
		return -1;
	}

	/** @return a number that tells most names apart, the same for a name in any case; begins with its length */
	static int key(int first, int last, int length) {
		return Math.min(length, Short.MAX_VALUE) << 16 | (first | 32) << 8 | last | 32;
	}

	/** @return whether the name of a field begins like this, in any case */
	public boolean nameStartsWith(int index, String prefix) {
		int start = bounds[BOUNDS * index];
		return bounds[BOUNDS * index + 1] - start >= prefix.length() && matches(data, start, prefix);
	}

	/** @return the letter that the name of a field begins with, or goes on with behind {@code X-}, in lower case */
	int initial(int index) {
		int start = bounds[BOUNDS * index];
		int first = data[start] | 32;
		boolean goesOn = first == 'x' && bounds[BOUNDS * index + 1] - start > 2;
		return goesOn ? data[start + 2] | 32 : first;
	}

	/** @return whether the bytes at {@code start} spell this ASCII name, in any case */
	static boolean matches(byte[] data, int start, String name) {
		for (int i = 0; i < name.length(); i++) {
			int a = data[start + i];
			int b = name.charAt(i);
			if (a != b && ((a ^ b) != 32 || (a | 32) < 'a' || (a | 32) > 'z')) {
				return false;
			}
		}
		return true;
	}
}
