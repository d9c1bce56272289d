package rebound.parse.internal.layout;

/**
 * Text made comparable: lower case, every run of white space (line ends too) as one space, typographic apostrophes as
 * plain ones. Remembers where each character came from.
 */
final class FoldedText {

	private static final int LATIN = 256;
	private static final char[] LATIN_FOLDS = latinFolds();

	final char[] chars;
	final int length;
	private final int[] origins;

	private FoldedText(char[] chars, int[] origins, int length) {
		this.chars = chars;
		this.origins = origins;
		this.length = length;
	}

	static FoldedText of(String text, int from, int to) {
		char[] chars = new char[to - from];
		int[] origins = new int[to - from];
		int length = 0;
		char before = ' ';
		text.getChars(from, to, chars, 0);
		for (int i = 0; i < chars.length; i++) {
			char c = fold(chars[i]);
			if (c != ' ' || before != ' ') {
				origins[length] = from + i;
				chars[length++] = c;
				before = c;
			}
		}
		return new FoldedText(chars, origins, length);
	}

	/** @return a marker as it would stand in folded text */
	static String fold(String marker) {
		FoldedText folded = of(marker, 0, marker.length());
		return new String(folded.chars, 0, folded.length);
	}

	/** @return where the character at a folded position stood in the text */
	int origin(int position) {
		return origins[position];
	}

	/** @return where a word, folded, stands first, or -1 */
	int indexOf(String word) {
		for (int i = 0; i + word.length() <= length; i++) {
			if (startsWith(i, word)) {
				return i;
			}
		}
		return -1;
	}

	/** @return whether a word, folded, stands at a position */
	boolean startsWith(int at, String word) {
		if (at + word.length() > length) {
			return false;
		}
		for (int i = 0; i < word.length(); i++) {
			if (chars[at + i] != word.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	static char fold(char c) {
		return c < LATIN ? LATIN_FOLDS[c] : foldOther(c);
	}

	private static char foldOther(char c) {
		return switch (c) {
			case '\u2018', '\u2019', '\u02bc' -> '\'';
			case '\u3000', '\u200b', '\u200e', '\u200f', '\ufeff', '\u202f' -> ' ';
			default -> Character.toLowerCase(c);
		};
	}

	private static char[] latinFolds() {
		char[] folds = new char[LATIN];
		for (int i = 0; i < folds.length; i++) {
			folds[i] = i <= ' ' || i == '\u00a0' ? ' ' : Character.toLowerCase((char) i);
		}
		return folds;
	}
}
