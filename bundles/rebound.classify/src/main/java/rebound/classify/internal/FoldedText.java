package rebound.classify.internal;

/**
 * A text in the form in which phrases are compared: lower case, without accents, white space squeezed and none between
 * Asian characters, typographic quotes and dashes as ASCII, every e-mail address as one {@code @}, and without the
 * codes that each line of a long SMTP reply repeats. Knows where each character came from.
 */
final class FoldedText {

	/** Beyond this many characters a text is not judged. */
	static final int LIMIT = 8_192;

	// What U+00C0 to U+017F look like without their accents.
	private static final String LATIN = "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
			+ "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkklllllll"
			+ "lllnnnnnnnŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

	private final String source;
	private final char[] chars;
	private final int[] origin;
	private int length;

	FoldedText(String source) {
		this.source = source;
		int limit = Math.min(source.length(), LIMIT);
		chars = new char[limit];
		origin = new int[limit];
		fold(limit);
	}

	char[] chars() {
		return chars;
	}

	int length() {
		return length;
	}

	/** @return the words as they stand in the source, from a folded position to another, exclusively */
	String original(int start, int end) {
		int last = origin[end - 1];
		int behind = end < length ? origin[end] : source.length();
		if (chars[end - 1] != '@') {
			behind = last + 1;
		}
		return source.substring(origin[start], behind).strip();
	}

	@Override
	public String toString() {
		return new String(chars, 0, length);
	}

	/** @return whether a folded character belongs to a word; Asian characters stand for themselves */
	static boolean isWord(char c) {
		return c < 128 ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' : !isAsian(c) && Character.isLetterOrDigit(c);
	}

	/** @return the phrase, folded by the same rules */
	static String fold(String phrase) {
		return new FoldedText(phrase).toString();
	}

	private void fold(int limit) {
		boolean space = false;
		String repeated = null;
		int i = 0;
		while (i < limit) {
			char c = source.charAt(i);
			if (c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\u200b') {
				space = true;
				i++;
				continue;
			}
			boolean wordStart = space || length == 0;
			if (wordStart && c >= '2' && c <= '5') {
				int behind = codeEnd(i, limit);
				if (behind > i && (repeated == null || source.startsWith(repeated, i))) {
					repeated = repeated == null ? source.substring(i, Math.min(i + 3, behind)) : repeated;
					i = behind;
					space = true;
					continue;
				}
			}
			if (c == '@') {
				i = mask(i, limit);
				space = false;
				continue;
			}
			char folded = fold(c);
			if (folded != 0) {
				if (space && length > 0 && !(isAsian(folded) && isAsian(chars[length - 1]))) {
					put(' ', i - 1);
				}
				space = false;
				put(folded, i);
			}
			i++;
		}
	}

	private void put(char c, int from) {
		chars[length] = c;
		origin[length++] = from;
	}

	/** Takes the local part back, skips the domain, and leaves one {@code @} for the whole address. */
	private int mask(int at, int limit) {
		int start = length;
		int from = at;
		while (start > 0 && !isDelimiter(chars[start - 1])) {
			start--;
			from = origin[start];
		}
		int end = at + 1;
		while (end < limit && !isDelimiter(source.charAt(end))) {
			end++;
		}
		boolean opened = start > 0 && "<([{\"'`".indexOf(chars[start - 1]) >= 0;
		if (opened) {
			start--;
			from = origin[start];
		}
		length = start;
		put('@', from);
		while (end < limit && end > at + 1 && source.charAt(end - 1) == '.') {
			end--;
		}
		return opened && end < limit && ">)]}\"'`".indexOf(source.charAt(end)) >= 0 ? end + 1 : end;
	}

	private static boolean isDelimiter(char c) {
		return c <= ' ' || "<>()[]{}\"'`,;:".indexOf(c) >= 0;
	}

	/** @return the position behind a reply code, an enhanced status code or both, or {@code start} */
	private int codeEnd(int start, int limit) {
		int i = start;
		if (digits(i, limit) == 3) {
			i += 3;
			if (i < limit && source.charAt(i) == '-') {
				i++;
			} else if (i < limit && source.charAt(i) != ' ') {
				return start;
			}
			while (i < limit && source.charAt(i) == ' ') {
				i++;
			}
		}
		int behind = statusEnd(i, limit);
		return behind > i ? behind : i;
	}

	private int statusEnd(int start, int limit) {
		boolean shape = start + 4 < limit && digits(start, limit) == 1 && source.charAt(start + 1) == '.'
				&& digits(start + 2, limit) == 1 && source.charAt(start + 3) == '.';
		int detail = shape ? digits(start + 4, limit) : 0;
		int end = start + 4 + detail;
		boolean alone = detail > 0 && detail < 4 && (end == limit || " :-;,".indexOf(source.charAt(end)) >= 0);
		return alone ? end : start;
	}

	private int digits(int start, int limit) {
		int i = start;
		while (i < limit && source.charAt(i) >= '0' && source.charAt(i) <= '9') {
			i++;
		}
		return i - start;
	}

	private static char fold(char c) {
		if (c < 128) {
			return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
		}
		if (c >= '\u00c0' && c <= '\u017f') {
			return LATIN.charAt(c - '\u00c0');
		}
		if (c >= '\u0300' && c <= '\u036f' || c == '\u00ad') {
			return 0;
		}
		if (c >= '\uff01' && c <= '\uff5e') {
			return fold((char) (c - '\uff01' + '!'));
		}
		return switch (c) {
			case '\u2018', '\u2019', '\u00b4', '\u02bc' -> '\'';
			case '\u201c', '\u201d', '\u00ab', '\u00bb' -> '"';
			case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
			case '\u0401', '\u0451' -> '\u0435';
			default -> Character.toLowerCase(c);
		};
	}

	private static boolean isAsian(char c) {
		return c >= '\u2e80' && c <= '\ud7ff' || c >= '\uf900' && c <= '\ufaff';
	}
}
