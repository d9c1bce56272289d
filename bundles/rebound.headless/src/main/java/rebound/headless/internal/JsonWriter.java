package rebound.headless.internal;

import java.util.Arrays;

/**
 * Writes JSON (RFC 8259) as UTF-8 into a growing buffer, without a detour over strings. Absent values are {@code null};
 * a surrogate without its partner, which UTF-8 can't hold, becomes an escape.
 */
final class JsonWriter {

	private static final byte[] HEX = { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e',
			'f' };

	private byte[] bytes = new byte[2048];
	private int length;
	private boolean first = true;

	JsonWriter beginObject() {
		separate();
		put('{');
		first = true;
		return this;
	}

	JsonWriter endObject() {
		put('}');
		first = false;
		return this;
	}

	JsonWriter beginArray(String name) {
		name(name);
		put('[');
		first = true;
		return this;
	}

	JsonWriter endArray() {
		put(']');
		first = false;
		return this;
	}

	JsonWriter beginObject(String name) {
		name(name);
		put('{');
		first = true;
		return this;
	}

	JsonWriter field(String name, String value) {
		name(name);
		if (value == null) {
			ascii("null");
		} else {
			quoted(value);
		}
		return this;
	}

	JsonWriter field(String name, long value) {
		name(name);
		ascii(Long.toString(value));
		return this;
	}

	JsonWriter field(String name, boolean value) {
		name(name);
		ascii(Boolean.toString(value));
		return this;
	}

	JsonWriter nullField(String name) {
		name(name);
		ascii("null");
		return this;
	}

	JsonWriter value(String value) {
		separate();
		quoted(value);
		return this;
	}

	JsonWriter endLine() {
		put('\n');
		first = true;
		return this;
	}

	/** @return what was written; the writer begins anew */
	byte[] take() {
		byte[] result = Arrays.copyOf(bytes, length);
		length = 0;
		first = true;
		return result;
	}

	private void name(String name) {
		separate();
		put('"');
		ascii(name);
		put('"');
		put(':');
	}

	/** A comma before each field or value but the first. */
	private void separate() {
		if (!first) {
			put(',');
		}
		first = false;
	}

	private void quoted(String text) {
		int count = text.length();
		// No character takes more than six bytes.
		reserve(6 * count + 2);
		byte[] b = bytes;
		int n = length;
		b[n++] = '"';
		for (int i = 0; i < count; i++) {
			char c = text.charAt(i);
			if (c >= ' ' && c < 127 && c != '"' && c != '\\') {
				b[n++] = (byte) c;
			} else if (c < 128) {
				n = escape(b, n, c);
			} else if (c < 0x800) {
				b[n++] = (byte) (0xc0 | c >> 6);
				b[n++] = (byte) (0x80 | c & 0x3f);
			} else if (!Character.isSurrogate(c)) {
				b[n++] = (byte) (0xe0 | c >> 12);
				b[n++] = (byte) (0x80 | c >> 6 & 0x3f);
				b[n++] = (byte) (0x80 | c & 0x3f);
			} else if (Character.isHighSurrogate(c) && i + 1 < count && Character.isLowSurrogate(text.charAt(i + 1))) {
				int point = Character.toCodePoint(c, text.charAt(++i));
				b[n++] = (byte) (0xf0 | point >> 18);
				b[n++] = (byte) (0x80 | point >> 12 & 0x3f);
				b[n++] = (byte) (0x80 | point >> 6 & 0x3f);
				b[n++] = (byte) (0x80 | point & 0x3f);
			} else {
				n = unicodeEscape(b, n, c);
			}
		}
		b[n++] = '"';
		length = n;
	}

	private static int escape(byte[] b, int at, char c) {
		int n = at;
		int letter = switch (c) {
			case '"', '\\' -> c;
			case '\n' -> 'n';
			case '\r' -> 'r';
			case '\t' -> 't';
			case '\b' -> 'b';
			case '\f' -> 'f';
			default -> 0;
		};
		if (letter == 0) {
			return unicodeEscape(b, n, c);
		}
		b[n++] = '\\';
		b[n++] = (byte) letter;
		return n;
	}

	private static int unicodeEscape(byte[] b, int at, char c) {
		int n = at;
		b[n++] = '\\';
		b[n++] = 'u';
		b[n++] = HEX[c >> 12];
		b[n++] = HEX[c >> 8 & 0xf];
		b[n++] = HEX[c >> 4 & 0xf];
		b[n++] = HEX[c & 0xf];
		return n;
	}

	@SuppressWarnings("deprecation")
	private void ascii(String text) {
		int count = text.length();
		reserve(count);
		// Made for this: the characters are known to be ASCII.
		text.getBytes(0, count, bytes, length);
		length += count;
	}

	private void put(char c) {
		reserve(1);
		bytes[length++] = (byte) c;
	}

	private void reserve(int more) {
		if (bytes.length - length < more) {
			bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
		}
	}
}
