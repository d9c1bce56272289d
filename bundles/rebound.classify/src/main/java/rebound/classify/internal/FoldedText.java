package rebound.classify.internal;

/**
 * A text in the form in which phrases are compared: lower case, without accents, white space squeezed and none between
 * Asian characters, typographic quotes and dashes as ASCII, every e-mail address as one {@code @}, and without the
 * codes that each line of a long SMTP reply repeats. Knows where each character came from.
 */
final class FoldedText {

	/** Beyond this many characters a text is not judged. */
	static final int LIMIT = 8_192;

	/** No domain name is longer (RFC 1035). */
	private static final int LONGEST_NAME = 255;

	// What U+00C0 to U+017F look like without their accents.
	private static final String LATIN = "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
			+ "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkklllllll"
			+ "lllnnnnnnnŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

	private final String source;
	private final char[] chars;
	private final int[] from;
	private final int[] behind;
	private int length;

	FoldedText(String source) {
		this(source, true);
	}

	private FoldedText(String reply, boolean isReply) {
		String read = reply.length() > LIMIT ? reply.substring(0, LIMIT) : reply;
		source = read.indexOf('\\') < 0 ? read : EscapedOctets.decode(read);
		int limit = source.length();
		chars = new char[limit];
		from = new int[limit];
		behind = new int[limit];
		fold(limit, isReply);
	}

	char[] chars() {
		return chars;
	}

	int length() {
		return length;
	}

	/** @return the words as they stand in the source, from a folded position to another, exclusively */
	String original(int start, int end) {
		return source.substring(from[start], behind[end - 1]);
	}

	@Override
	public String toString() {
		return new String(chars, 0, length);
	}

	/** @return whether a folded character belongs to a word; Asian characters stand for themselves */
	static boolean isWord(char c) {
		return c < 128 ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' : !isAsian(c) && Character.isLetterOrDigit(c);
	}

	/** @return whether a span stands within a host name, a URL or a path */
	boolean isInName(int start, int end) {
		int first = start;
		while (first > 0 && start - first < LONGEST_NAME && !isDelimiter(chars[first - 1])) {
			first--;
		}
		int last = end;
		while (last < length && last - end < LONGEST_NAME && !isDelimiter(chars[last])) {
			last++;
		}
		for (int i = first + 1; i < last - 1; i++) {
			char c = chars[i];
			if (c == '/' && chars[i + 1] == '/'
					|| (c == '.' || c == '=') && isWord(chars[i - 1]) && isWord(chars[i + 1])) {
				return true;
			}
		}
		return false;
	}

	/** @return the phrase, folded by the same rules */
	static String phrase(String phrase) {
		boolean plain = true;
		for (int i = 0; i < phrase.length() && plain; i++) {
			char c = phrase.charAt(i);
			plain = c >= 'a' && c <= 'z' || c == ' ';
		}
		return plain ? phrase : new FoldedText(phrase, false).toString();
	}

	private void fold(int limit, boolean isReply) {
		boolean space = false;
		boolean joined = false;
		String repeated = null;
		int i = 0;
		while (i < limit) {
			char c = source.charAt(i);
			if (c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\u200b') {
				space = true;
				joined = false;
				i++;
				continue;
			}
			boolean startsWord = (space || length == 0) && !joined;
			if (isReply && startsWord && (c == '2' || c == '4' || c == '5')) {
				int behind = codeEnd(i, limit);
				if (behind > i && (repeated == null || source.startsWith(repeated, i))) {
					repeated = repeated == null ? source.substring(i, Math.min(i + 3, behind)) : repeated;
					i = behind;
					space = true;
					continue;
				}
			}
			if (c == '@') {
				if (space && length > 0) {
					put(' ', i - 1, i);
				}
				i = mask(i, limit);
				space = false;
				continue;
			}
			if (isJoint(c) && length > 0 && !space && i + 1 < limit && isWord(chars[length - 1])
					&& isWord(fold(source.charAt(i + 1)))) {
				space = c != '\'' && c != '\u2019';
				joined = true;
				i++;
				continue;
			}
			char folded = fold(c);
			if (folded != 0) {
				if (space && length > 0 && !(isAsian(folded) && isAsian(chars[length - 1]))) {
					put(' ', i - 1, i);
				}
				space = false;
				joined = false;
				put(folded, i, i + 1);
			}
			i++;
		}
	}

	private void put(char c, int first, int end) {
		chars[length] = c;
		from[length] = first;
		behind[length++] = end;
	}

	/** Takes the local part back, skips the domain, and leaves one {@code @} for the whole address. */
	private int mask(int at, int limit) {
		int start = length;
		int local = at;
		while (local > 0 && !isDelimiter(source.charAt(local - 1))) {
			local--;
		}
		while (start > 0 && from[start - 1] >= local) {
			start--;
		}
		boolean opened = start > 0 && "<([{\"'`".indexOf(chars[start - 1]) >= 0;
		int first = start == length ? at : from[start];
		int end = at + 1;
		while (end < limit && !isDelimiter(source.charAt(end))) {
			end++;
		}
		while (end > at + 1 && source.charAt(end - 1) == '.') {
			end--;
		}
		if (opened) {
			start--;
			first = from[start];
			boolean closed = end < limit && ">)]}\"'`".indexOf(source.charAt(end)) >= 0;
			end = closed ? end + 1 : end;
		}
		length = start;
		put('@', first, end);
		return end;
	}

	/** Hyphens, low lines and apostrophes within words: writers disagree about them. */
	private static boolean isJoint(char c) {
		return c == '-' || c == '_' || c == '\'' || c == '\u2019' || c == '\u2010' || c == '\u2011';
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
