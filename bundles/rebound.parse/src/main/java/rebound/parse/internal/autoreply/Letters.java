package rebound.parse.internal.autoreply;

import java.text.Normalizer;
import java.util.Locale;

/** Characters made comparable. */
final class Letters {

	private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
	private static final String[] LATIN = { "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n",
			"o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya" };

	private Letters() {
	}

	/** @return the text in lower case, apostrophes, spaces and wide forms as plain ones; as long as it was */
	static String fold(String text) {
		char[] chars = text.toCharArray();
		for (int i = 0; i < chars.length; i++) {
			chars[i] = fold(chars[i]);
		}
		return new String(chars);
	}

	private static char fold(char c) {
		if (c >= 0xff01 && c <= 0xff5e) {
			return Character.toLowerCase((char) (c - 0xfee0));
		}
		return switch (c) {
			case '\u2018', '\u2019', '\u02bc', '\u00b4', '`' -> '\'';
			case '\u00a0', '\u3000', '\u202f', '\t' -> ' ';
			case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\u301c' -> '-';
			default -> Character.toLowerCase(c);
		};
	}

	/** @return whether words of this script stand without spaces between them */
	static boolean isIdeograph(char c) {
		return c >= 0x2e80 && c <= 0x9fff || c >= 0xf900 && c <= 0xfaff || c >= 0xff00 && c <= 0xffef;
	}

	/** @return whether the character is one that words with spaces around them are made of */
	static boolean isWord(char c) {
		return Character.isLetterOrDigit(c) && !isIdeograph(c);
	}

	/** @return the name as mail addresses write it: Latin letters and digits only, umlauts with or without an e */
	static String plain(String name, boolean umlautsWithE) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (umlautsWithE) {
			lower = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("å", "aa");
		}
		String bare = Normalizer.normalize(lower.replace("ß", "ss").replace("ł", "l").replace("ø", "o")
				.replace("æ", "ae").replace("ё", "е").replace("й", "y"), Normalizer.Form.NFD);
		StringBuilder out = new StringBuilder(bare.length());
		for (int i = 0; i < bare.length(); i++) {
			char c = bare.charAt(i);
			int cyrillic = CYRILLIC.indexOf(c);
			if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
				out.append(c);
			} else if (cyrillic >= 0) {
				out.append(LATIN[cyrillic]);
			}
		}
		return out.toString();
	}
}
