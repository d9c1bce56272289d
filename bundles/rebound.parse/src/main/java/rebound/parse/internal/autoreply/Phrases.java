package rebound.parse.internal.autoreply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases of all languages as one tree, so that a text is searched for all of them at once. A phrase has one or
 * more steps that follow each other within a sentence; a step has alternatives. Costs the text's length times that of the
 * longest alternative at worst.
 */
final class Phrases {

	private static final String[] LANGUAGES = { "en", "de", "fr", "es", "it", "nl", "sv", "pt", "pl", "ru", "ja",
			"zh" };

	/** The alternatives by their letters; their words stand for steps of phrases. */
	private final PhraseTree tree = new PhraseTree();
	private final List<Cue> cues = new ArrayList<>();
	private final List<Integer> steps = new ArrayList<>();
	private final Map<String, Integer> months = new HashMap<>();

	/** Reads the phrases of all languages. */
	static Phrases load() {
		Phrases phrases = new Phrases();
		for (String language : LANGUAGES) {
			try (InputStream in = Phrases.class.getResourceAsStream(language + ".txt");
					BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
				PhraseFile.read(lines, phrases::add, phrases.months);
			} catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}
		return phrases;
	}

	private void add(Cue cue, List<List<String>> alternatives) {
		int phrase = cues.size();
		cues.add(cue);
		steps.add(alternatives.size());
		for (int step = 0; step < alternatives.size(); step++) {
			for (String literal : alternatives.get(step)) {
				tree.add(literal, phrase, step);
			}
		}
	}

	/** @return the number of the month (1 to 12) that the folded word names, or 0 */
	int month(String word) {
		return months.getOrDefault(word, 0);
	}

	/** @return the phrases that stand in this part of a folded text, by their ends */
	List<Mention> find(String folded, int from, int to) {
		List<Mention> found = new ArrayList<>();
		Map<Integer, int[]> begun = new HashMap<>();
		for (int i = from; i < to; i++) {
			if (i > from && Letters.isWord(folded.charAt(i)) && Letters.isWord(folded.charAt(i - 1))) {
				continue;
			}
			walk(PhraseTree.ROOT, folded, i, i, to, begun, found);
		}
		return found;
	}

	/** Goes down the tree along the text; where a word may have any rest, along both ways. */
	private void walk(int from, String folded, int start, int at, int to, Map<Integer, int[]> begun,
			List<Mention> found) {
		int node = from;
		for (int end = at; node >= 0; end++) {
			boolean isWhole = end == to || end > start && !(Letters.isWord(folded.charAt(end))
					&& Letters.isWord(folded.charAt(end - 1)));
			if (isWhole) {
				for (int use = tree.firstUse(node); use >= 0; use = tree.nextUse(use)) {
					advance(tree.phrase(use), tree.step(use), start, end, begun, found);
				}
			}
			int rest = tree.rest(node);
			if (rest >= 0) {
				int wordEnd = end;
				while (wordEnd < to && Letters.isWord(folded.charAt(wordEnd))) {
					wordEnd++;
				}
				walk(rest, folded, start, wordEnd, to, begun, found);
			}
			node = end == to ? PhraseTree.NONE : tree.child(node, folded.charAt(end));
		}
	}

	/** {@code begun} holds of each phrase the next step, where it began and where its last step ended. */
	private void advance(int phrase, int step, int start, int end, Map<Integer, int[]> begun, List<Mention> found) {
		int[] state = begun.get(phrase);
		if (step != (state == null ? 0 : state[0]) || state != null && state[2] > start) {
			return;
		}
		int begin = state == null ? start : state[1];
		if (step + 1 == steps.get(phrase)) {
			begun.remove(phrase);
			found.add(new Mention(cues.get(phrase), begin, end));
		} else {
			begun.put(phrase, new int[]{ step + 1, begin, end });
		}
	}
}
