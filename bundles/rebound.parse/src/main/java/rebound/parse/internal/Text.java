package rebound.parse.internal;

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
			if (c <= ' ' ? c != ' ' || before == ' ' : c >= 0x7f && isOddSpace(c)) {
				break;
			}
			before = c;
			clean++;
		}
		if (clean == length && before != ' ' || length == 0) {
			return text;
		}
		StringBuilder out = new StringBuilder(length).append(text, 0, clean);
		for (int i = clean; i < length; i++) {
			char c = text.charAt(i);
			if (c > ' ' && (c < 0x7f || !isOddSpace(c))) {
				out.append(c);
			} else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
				out.append(' ');
			}
		}
		if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
			out.setLength(out.length() - 1);
		}
		return out.toString();
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
		for (int i = 0; i < bytes.length; i++) {
			byte b = bytes[i];
			if (b == '\r') {
				b = '\n';
				i += i + 1 < bytes.length && bytes[i + 1] == '\n' ? 1 : 0;
			}
			bytes[size++] = b;
		}
		return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
	}

	/** DEL, no-break space, zero-width characters and the ideographic space separate or hide words. */
	private static boolean isOddSpace(char c) {
		return c == 0x7f || c == 0xa0 || c == 0x3000 || c == 0xfeff || c >= 0x200b && c <= 0x200f;
	}
}
