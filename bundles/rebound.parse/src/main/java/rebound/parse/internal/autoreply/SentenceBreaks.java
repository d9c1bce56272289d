package rebound.parse.internal.autoreply;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where sentences end. */
final class SentenceBreaks {

	/** Words that end with a full stop in the middle of a sentence. */
	private static final Set<String> ABBREVIATIONS = Set.of("dr", "prof", "dipl", "ing", "mag", "dott", "mr", "mrs",
			"ms", "st", "no", "nr", "tel", "tél", "telf", "tfn", "tlf", "fon", "mob", "ext", "ca", "bzw", "inkl", "usw",
			"etc", "approx", "sig", "sra", "sr", "dra", "dhr", "mevr", "mw", "pan", "ul", "тел", "доб", "ул", "г", "т",
			"д", "гг", "vgl", "evtl", "ggf", "abt", "str", "vs", "núm", "jan", "feb", "febr", "mar", "apr", "aug",
			"sep", "sept", "oct", "okt", "nov", "dec", "dez", "mon", "tue", "wed", "thu", "fri", "mo", "di", "mi", "do",
			"fr");

	private SentenceBreaks() {
	}

	/** @return the sentences of a text without line ends, none longer than {@code max} */
	static List<String> split(String text, Phrases phrases, int max) {
		List<String> sentences = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			int end = i + 1;
			while (end < text.length() && ".!?…。！？)\"”»’」".indexOf(text.charAt(end)) >= 0) {
				end++;
			}
			char c = text.charAt(i);
			boolean isBreak = "。！？".indexOf(c) >= 0 || "!?…".indexOf(c) >= 0 && isBehind(text, end)
					|| c == '.' && isBehind(text, end) && isStop(text, start, i, end, phrases);
			if (isBreak || i - start >= max && c == ' ' || i - start >= 2 * max) {
				add(sentences, text, start, isBreak ? end : i + 1);
				start = isBreak ? end : i + 1;
				i = start - 1;
			}
		}
		add(sentences, text, start, text.length());
		return sentences;
	}

	private static void add(List<String> sentences, String text, int start, int end) {
		String sentence = text.substring(start, end).strip();
		if (!sentence.isEmpty()) {
			sentences.add(sentence);
		}
	}

	private static boolean isBehind(String text, int end) {
		return end == text.length() || text.charAt(end) == ' ' || Letters.isIdeograph(text.charAt(end));
	}

	private static boolean isStop(String text, int start, int stop, int end, Phrases phrases) {
		int next = end + 1;
		if (next >= text.length()) {
			return true;
		}
		char first = text.charAt(next);
		if (Character.isLowerCase(first)) {
			return isAddress(text, next);
		}
		int word = stop;
		while (word > start && Character.isLetterOrDigit(text.charAt(word - 1))) {
			word--;
		}
		String before = Letters.fold(text.substring(word, stop));
		if (end > stop + 1) {
			return true;
		}
		if (before.length() == 1 && Character.isUpperCase(text.charAt(word))
				&& (word == 0 || text.charAt(word - 1) == ' ')) {
			return false;
		}
		if (!before.isEmpty() && before.length() <= 2 && Character.isDigit(before.charAt(0))) {
			int wordEnd = next;
			while (wordEnd < text.length() && Character.isLetter(text.charAt(wordEnd))) {
				wordEnd++;
			}
			return !Character.isDigit(first) && phrases.month(Letters.fold(text.substring(next, wordEnd))) == 0;
		}
		return !ABBREVIATIONS.contains(before);
	}

	/** A sentence may begin with an address. */
	private static boolean isAddress(String text, int start) {
		int end = text.indexOf(' ', start);
		int at = text.indexOf('@', start);
		return at > 0 && (end < 0 || at < end);
	}
}
