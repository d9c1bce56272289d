package rebound.classify.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** The automaton finds what a naive search finds. */
class PhraseAutomatonTest {

	private static final String LETTERS = "ab \u00e9\u5b58";

	@Test
	void findsWhatANaiveSearchFinds() {
		Random random = new Random(7);
		for (int round = 0; round < 2_000; round++) {
			List<String> phrases = phrases(random);
			String text = word(random, 1 + random.nextInt(60));
			assertEquals(naive(phrases, text), found(phrases, text), () -> phrases + " in \"" + text + '"');
		}
	}

	@Test
	void phrasesWithinPhrasesAreFound() {
		List<String> phrases = List.of("user unknown", "unknown", "user", "unknown user", "r u");
		String text = "unknown user unknown";
		assertEquals(naive(phrases, text), found(phrases, text));
	}

	@Test
	void stopsWhenTold() {
		int[] calls = { 0 };
		new PhraseAutomaton(new String[]{ "a", "aa" }).search("aaaaaaaa".toCharArray(), 8,
				(phrase, end) -> ++calls[0] < 3);
		assertEquals(3, calls[0]);
	}

	private static Set<String> found(List<String> phrases, String text) {
		Set<String> found = new TreeSet<>();
		String[] sorted = phrases.stream().sorted().toArray(String[]::new);
		new PhraseAutomaton(sorted).search(text.toCharArray(), text.length(), (phrase, end) -> {
			found.add(sorted[phrase] + " behind " + end);
			return true;
		});
		return found;
	}

	private static Set<String> naive(List<String> phrases, String text) {
		Set<String> found = new TreeSet<>();
		for (String phrase : phrases) {
			int at = text.indexOf(phrase);
			while (at >= 0) {
				found.add(phrase + " behind " + (at + phrase.length()));
				at = text.indexOf(phrase, at + 1);
			}
		}
		return found;
	}

	private static List<String> phrases(Random random) {
		Set<String> phrases = new LinkedHashSet<>();
		for (int i = 0; i < 12; i++) {
			phrases.add(word(random, 1 + random.nextInt(5)));
		}
		return new ArrayList<>(phrases);
	}

	private static String word(Random random, int length) {
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < length; i++) {
			word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return word.toString();
	}
}
