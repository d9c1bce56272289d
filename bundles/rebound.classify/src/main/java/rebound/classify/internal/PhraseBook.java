package rebound.classify.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import rebound.classify.internal.TextRule.Part;
import rebound.classify.internal.TextRule.Phrase;
import rebound.classify.internal.TextRule.Text;
import rebound.classify.internal.TextRule.Tier;

/** All text rules, compiled: one pass over a text finds every rule that it makes speak. */
final class PhraseBook {

	/**
	 * A rule that a text makes speak.
	 *
	 * @param weight  length of the phrases that occurred, less for the gaps between them
	 * @param phrases how many phrases these are
	 * @param start   folded position of the first phrase
	 * @param end     folded position behind the last one
	 */
	record Hit(TextRule rule, int weight, int phrases, int start, int end) {

		boolean isOf(Tier tier) {
			return rule.tier() == tier;
		}
	}

	/** A text of a rule with the numbers of its phrases: one array for each of its parts. */
	record Entry(TextRule rule, boolean ordered, int[][] parts) {
	}

	private final PhraseAutomaton automaton;
	private final List<Phrase> phrases = new ArrayList<>();
	/** By the number of a string in the automaton: the phrases that differ in their open sides only. */
	private final int[][] variants;
	/** By phrase: the texts that are looked at when it occurs. */
	private final List<List<Entry>> entries = new ArrayList<>();

	PhraseBook(List<TextRule> rules) {
		Map<String, Integer> numbers = new HashMap<>(1 << 13);
		Map<Part, int[]> known = new IdentityHashMap<>();
		for (TextRule rule : rules) {
			for (Text text : rule.texts()) {
				int[][] parts = new int[text.parts().size()][];
				for (int i = 0; i < parts.length; i++) {
					Part part = text.parts().get(i);
					parts[i] = known.get(part);
					if (parts[i] == null) {
						parts[i] = number(part, numbers);
						known.put(part, parts[i]);
					}
				}
				Entry entry = new Entry(rule, text.ordered(), parts);
				for (int phrase : parts[rarest(text.parts())]) {
					entries.get(phrase).add(entry);
				}
			}
		}
		String[] strings = new String[phrases.size()];
		for (int i = 0; i < strings.length; i++) {
			strings[i] = phrases.get(i).text();
		}
		Arrays.sort(strings);
		int distinct = 0;
		for (int i = 0; i < strings.length; i++) {
			if (i == 0 || !strings[i].equals(strings[i - 1])) {
				strings[distinct++] = strings[i];
			}
		}
		automaton = new PhraseAutomaton(Arrays.copyOf(strings, distinct));
		variants = new int[distinct][];
		for (int i = 0; i < phrases.size(); i++) {
			int string = Arrays.binarySearch(strings, 0, distinct, phrases.get(i).text());
			int[] alike = variants[string];
			variants[string] = alike == null ? new int[1] : Arrays.copyOf(alike, alike.length + 1);
			variants[string][variants[string].length - 1] = i;
		}
	}

	/** @return what the text makes speak, by tier, the most specific first; conditions are not asked */
	List<Hit> search(FoldedText text) {
		Occurrences found = new Occurrences(text, phrases);
		automaton.search(text.chars(), text.length(),
				(string, end) -> found.add(variants[string], end - automaton.length(string), end));
		List<Hit> hits = new ArrayList<>();
		for (int i = 0; i < found.count(); i++) {
			List<Entry> told = entries.get(found.phrase(i));
			if (!told.isEmpty() && found.isFirst(i)) {
				for (Entry entry : told) {
					Hit hit = entry.parts().length > 1 && found.wasSeen(entry) ? null : found.hit(entry);
					if (hit != null) {
						hits.add(hit);
					}
				}
			}
		}
		if (hits.size() > 1) {
			hits.sort((a, b) -> a.rule().tier() == b.rule().tier()
					? Integer.compare(b.weight(), a.weight())
					: a.rule().tier().compareTo(b.rule().tier()));
		}
		return hits;
	}

	private int[] number(Part part, Map<String, Integer> numbers) {
		int[] choice = new int[part.choice().size()];
		for (int i = 0; i < choice.length; i++) {
			Phrase phrase = part.choice().get(i);
			Integer number = numbers.putIfAbsent(phrase.key(), phrases.size());
			if (number == null) {
				number = phrases.size();
				phrases.add(phrase);
				entries.add(new ArrayList<>(1));
			}
			choice[i] = number;
		}
		Arrays.sort(choice);
		return choice;
	}

	/** @return the part that is looked for first: the one whose shortest phrase is the longest */
	private static int rarest(List<Part> parts) {
		int rarest = 0;
		int longest = 0;
		for (int i = 0; i < parts.size(); i++) {
			int shortest = Integer.MAX_VALUE;
			for (Phrase phrase : parts.get(i).choice()) {
				shortest = Math.min(shortest, phrase.text().length());
			}
			if (shortest > longest) {
				longest = shortest;
				rarest = i;
			}
		}
		return rarest;
	}
}
