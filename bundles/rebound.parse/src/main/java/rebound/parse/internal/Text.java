package rebound.parse.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small operations on mail text, all linear. */
public final class Text {

	private Text() {
	}

	/** @return the text with every run of white space and control characters as one space, and none at its ends */
	public static String squeeze(String text) {
		int length = text.length();
		int clean = 0;
		char before = ' ';
		while (clean < length) {
			char c = text.charAt(clean);
			if (isSqueezedAway(c, before)) {
				break;
			}
			before = c;
			clean++;
		}
		if (clean == length && before != ' ' || length == 0) {
			return text;
		}
		StringBuilder out = new StringBuilder(length).append(text, 0, clean);
		// What is taken over as it is: words with single spaces between them.
		int run = clean;
		for (int i = clean; i < length; i++) {
			char c = text.charAt(i);
			if (c > ' ' && (c < 0x7f || !isOddSpace(c))) {
				before = c;
			} else if (c == ' ' && before != ' ') {
				before = ' ';
			} else {
				out.append(text, run, i);
				run = i + 1;
				if (before != ' ') {
					out.append(' ');
					before = ' ';
				}
			}
		}
		out.append(text, run, length);
		if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
			out.setLength(out.length() - 1);
		}
		return out.toString();
	}

	/** @return as {@link #squeeze(String)}, or {@code null} if not all of the bytes are printable ASCII or white space */
	static String squeezeAscii(byte[] bytes, int from, int to) {
		byte[] out = null;
		int size = 0;
		int start = from;
		byte before = ' ';
		for (int i = from; i < to; i++) {
			byte b = bytes[i];
			if (b <= ' ' && b != ' ' && b != '\t' || b == 0x7f) {
				return null;
			}
			if (b > ' ' || b == ' ' && before != ' ') {
				before = b;
				if (out != null) {
					out[size++] = b;
				}
			} else if (out == null && i == start) {
				start++;
			} else {
				if (out == null) {
					out = new byte[to - start];
					size = i - start;
					System.arraycopy(bytes, start, out, 0, size);
				}
				if (before != ' ') {
					out[size++] = ' ';
					before = ' ';
				}
			}
		}
		byte[] result = out == null ? bytes : out;
		int first = out == null ? start : 0;
		int end = out == null ? to : size;
		end -= end > first && result[end - 1] == ' ' ? 1 : 0;
		return new String(result, first, end - first, StandardCharsets.ISO_8859_1);
	}

	/** @return whether {@code text} holds {@code prefix} at {@code at}, in any ASCII or Latin case */
	public static boolean startsWith(String text, int at, String prefix) {
		return text.regionMatches(true, at, prefix, 0, prefix.length());
	}

	/** @return whether the text begins like this in any case; {@code false} for {@code null} */
	public static boolean startsWith(String text, String prefix) {
		return text != null && startsWith(text, 0, prefix);
	}

	/** @return where {@code word} first stands at or behind {@code from}, in any case, or -1 */
	public static int indexOf(String text, String word, int from) {
		char lower = Character.toLowerCase(word.charAt(0));
		char upper = Character.toUpperCase(word.charAt(0));
		for (int i = from; i <= text.length() - word.length(); i++) {
			char c = text.charAt(i);
			if ((c == lower || c == upper) && startsWith(text, i, word)) {
				return i;
			}
		}
		return -1;
	}

	/** @return whether the text holds the word in any case; {@code false} for {@code null} */
	public static boolean contains(String text, String word) {
		return text != null && indexOf(text, word, 0) >= 0;
	}

	/** @return the bytes with LF as their only line end, changed in place */
	static byte[] newlines(byte[] bytes) {
		int size = 0;
		while (size < bytes.length && bytes[size] != '\r') {
			size++;
		}
		for (int i = size; i < bytes.length; i++) {
			byte b = bytes[i];
			if (b == '\r') {
				b = '\n';
				i += i + 1 < bytes.length && bytes[i + 1] == '\n' ? 1 : 0;
			}
			bytes[size++] = b;
		}
		return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
	}

	/** @return whether squeezing a text takes the character away or makes another of it, by the one before it */
	public static boolean isSqueezedAway(char c, char before) {
		return c <= ' ' ? c != ' ' || before == ' ' : c >= 0x7f && isOddSpace(c);
	}

	/** DEL, no-break space, zero-width characters and the ideographic space separate or hide words. */
	private static boolean isOddSpace(char c) {
		return c == 0x7f || c == 0xa0 || c == 0x3000 || c == 0xfeff || c >= 0x200b && c <= 0x200f;
	}
}
