package rebound.parse.internal;

import java.io.ByteArrayOutputStream;

/** Decodes base64 and quoted-printable (RFC 2045, 6; RFC 2047, 4); what does not belong there is left out. */
final class TransferEncoding {

	private static final byte[] BASE64 = new byte[128];

	static {
		java.util.Arrays.fill(BASE64, (byte) -1);
		String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
		for (int i = 0; i < 64; i++) {
			BASE64[digits.charAt(i)] = (byte) i;
		}
	}

	private TransferEncoding() {
	}

	static void base64(String text, int from, int to, ByteArrayOutputStream out) {
		int bits = 0;
		int count = 0;
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			int digit = c < 128 ? BASE64[c] : -1;
			if (c == '=') {
				count = 0;
			} else if (digit >= 0) {
				bits = bits << 6 | digit;
				if (++count > 1) {
					out.write(bits >> shift(count));
				}
				count &= 3;
			}
		}
	}

	/** @return the decoded bytes; padding in the middle ends a quantum, as where two encoded texts were joined */
	static byte[] base64(byte[] text, int length) {
		byte[] out = new byte[length / 4 * 3 + 3];
		int size = 0;
		int bits = 0;
		int count = 0;
		for (int i = 0; i < length; i++) {
			byte c = text[i];
			int digit = c >= 0 ? BASE64[c] : -1;
			if (c == '=') {
				count = 0;
			} else if (digit >= 0) {
				bits = bits << 6 | digit;
				if (++count > 1) {
					out[size++] = (byte) (bits >> shift(count));
				}
				count &= 3;
			}
		}
		return java.util.Arrays.copyOf(out, size);
	}

	static void q(String text, int from, int to, ByteArrayOutputStream out) {
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			int value = c == '=' && i + 2 < to ? hex(text.charAt(i + 1)) << 4 | hex(text.charAt(i + 2)) : -1;
			if (value >= 0) {
				out.write(value);
				i += 2;
			} else if (c < 256) {
				out.write(c == '_' ? ' ' : c);
			} else {
				out.writeBytes(Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8));
			}
		}
	}

	/** @return the decoded bytes; an equals sign that begins no code stands for itself */
	static byte[] quotedPrintable(byte[] text, int length) {
		byte[] out = new byte[length];
		int size = 0;
		int i = 0;
		while (i < length) {
			int start = i;
			while (i < length && text[i] != '=') {
				i++;
			}
			System.arraycopy(text, start, out, size, i - start);
			size += i - start;
			int end = i + 1;
			while (end < length && (text[end] == ' ' || text[end] == '\t')) {
				end++;
			}
			if (end >= length || text[end] == '\n') {
				i = end + 1;
				continue;
			}
			int value = i + 2 < length ? hex((char) text[i + 1]) << 4 | hex((char) text[i + 2]) : -1;
			out[size++] = value >= 0 ? (byte) value : text[i];
			i += value >= 0 ? 3 : 1;
		}
		return size == length ? out : java.util.Arrays.copyOf(out, size);
	}

	/** @return the value of a hexadecimal digit, negative for any other character */
	static int hex(char c) {
		if (c >= '0' && c <= '9') {
			return c - '0';
		}
		int letter = c | 32;
		return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
	}

	/** The second digit of a quantum completes 8 bits with 4 to spare, the third with 2, the fourth with none. */
	private static int shift(int count) {
		return count == 2 ? 4 : count == 3 ? 2 : 0;
	}
}
