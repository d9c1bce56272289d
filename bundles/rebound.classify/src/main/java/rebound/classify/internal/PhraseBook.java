package rebound.classify.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import rebound.classify.internal.TextRule.Phrase;
import rebound.classify.internal.TextRule.Text;
import rebound.classify.internal.TextRule.Tier;

/** All text rules, compiled: one pass over a text finds every rule that it makes speak. */
final class PhraseBook {

	/** More occurrences than this are not looked at: a text that repeats itself says nothing new. */
	private static final int MAX_HITS = 512;
	/** How far the next phrase of an ordered text may begin behind the one before. */
	private static final int REACH = 120;

	/**
	 * A rule that a text makes speak.
	 *
	 * @param weight length of the phrases that occurred, less for the gaps between them
	 * @param phrases how many phrases these are
	 * @param start  folded position of the first phrase
	 * @param end    folded position behind the last one
	 */
	record Hit(TextRule rule, int weight, int phrases, int start, int end) {
	}

	private record Entry(TextRule rule, Text text, int longest, int[] phrases) {

		/** Words far apart say little more than the longest of them alone. */
		int weight(int gaps) {
			int together = text.weight() - gaps / 2;
			return (phrases.length == 1 ? longest : Math.max(together, longest + 1)) + rule.weight();
		}
	}

	private final PhraseAutomaton automaton;
	private final List<Phrase> phrases = new ArrayList<>();
	/** By the index of a distinct folded string: the phrases that differ in their open sides only. */
	private final int[][] variants;
	/** By phrase: the texts whose longest phrase it is. */
	private final Entry[][] entries;

	PhraseBook(List<TextRule> rules) {
		Map<Phrase, Integer> index = new HashMap<>();
		List<List<Entry>> byLongest = new ArrayList<>();
		for (TextRule rule : rules) {
			for (Text text : rule.texts()) {
				int[] ids = new int[text.phrases().size()];
				int longest = 0;
				for (int i = 0; i < ids.length; i++) {
					Phrase phrase = text.phrases().get(i);
					Integer id = index.get(phrase);
					if (id == null) {
						id = phrases.size();
						index.put(phrase, id);
						phrases.add(phrase);
						byLongest.add(new ArrayList<>(1));
					}
					ids[i] = id;
					longest = phrase.text().length() > text.phrases().get(longest).text().length() ? i : longest;
				}
				int length = text.phrases().get(longest).text().length();
				byLongest.get(ids[longest]).add(new Entry(rule, text, length, ids));
			}
		}
		entries = byLongest.stream().map(list -> list.toArray(Entry[]::new)).toArray(Entry[][]::new);
		List<String> strings = phrases.stream().map(Phrase::text).distinct().toList();
		Map<String, Integer> stringIndex = new HashMap<>();
		strings.forEach(s -> stringIndex.put(s, stringIndex.size()));
		variants = new int[strings.size()][0];
		for (int i = 0; i < phrases.size(); i++) {
			int string = stringIndex.get(phrases.get(i).text());
			variants[string] = Arrays.copyOf(variants[string], variants[string].length + 1);
			variants[string][variants[string].length - 1] = i;
		}
		automaton = new PhraseAutomaton(strings);
	}

	/** @return for each tier, by ordinal, what the text makes speak, the most specific first; conditions not asked */
	List<List<Hit>> search(FoldedText text) {
		Occurrences found = new Occurrences(text);
		automaton.search(text.chars(), text.length(), found);
		List<List<Hit>> hits = new ArrayList<>();
		for (int i = 0; i < Tier.values().length; i++) {
			hits.add(new ArrayList<>(2));
		}
		for (int i = 0; i < found.count; i++) {
			if (found.isFirst(i)) {
				for (Entry entry : entries[found.phrase[i]]) {
					Hit hit = found.hit(entry);
					if (hit != null) {
						hits.get(entry.rule.tier().ordinal()).add(hit);
					}
				}
			}
		}
		for (List<Hit> tier : hits) {
			if (tier.size() > 1) {
				tier.sort((a, b) -> Integer.compare(b.weight, a.weight));
			}
		}
		return hits;
	}

	/** Where which phrase occurs in one text. */
	private final class Occurrences implements PhraseAutomaton.Found {

		private final FoldedText text;
		private int[] phrase = new int[16];
		private int[] end = new int[16];
		private int count;

		Occurrences(FoldedText text) {
			this.text = text;
		}

		@Override
		public boolean at(int string, int behind) {
			int start = behind - automaton.length(string);
			for (int id : variants[string]) {
				if (isWhole(phrases.get(id), start, behind)) {
					if (count == phrase.length) {
						phrase = Arrays.copyOf(phrase, 2 * count);
						end = Arrays.copyOf(end, 2 * count);
					}
					phrase[count] = id;
					end[count++] = behind;
				}
			}
			return count < MAX_HITS;
		}

		private boolean isWhole(Phrase wanted, int start, int behind) {
			char[] chars = text.chars();
			boolean startCut = !wanted.openStart() && start > 0 && FoldedText.isWord(chars[start])
					&& FoldedText.isWord(chars[start - 1]);
			boolean endCut = !wanted.openEnd() && behind < text.length() && FoldedText.isWord(chars[behind - 1])
					&& FoldedText.isWord(chars[behind]);
			return !startCut && !endCut && (wanted.inNames() || !text.isInName(start, behind));
		}

		boolean isFirst(int i) {
			for (int j = 0; j < i; j++) {
				if (phrase[j] == phrase[i]) {
					return false;
				}
			}
			return true;
		}

		private int start(int i) {
			return end[i] - phrases.get(phrase[i]).text().length();
		}

		Hit hit(Entry entry) {
			int first = Integer.MAX_VALUE;
			int last = 0;
			int reach = -1;
			int gaps = 0;
			for (int wanted : entry.phrases) {
				int at = next(wanted, reach);
				if (at < 0) {
					return null;
				}
				if (entry.text.ordered()) {
					gaps += reach < 0 ? 0 : start(at) - reach;
					reach = end[at];
				}
				first = Math.min(first, start(at));
				last = Math.max(last, end[at]);
			}
			return new Hit(entry.rule, entry.weight(gaps), entry.phrases.length, first, last);
		}

		private int next(int wanted, int behind) {
			for (int i = 0; i < count; i++) {
				if (phrase[i] == wanted && (behind < 0 || start(i) >= behind && start(i) - behind <= REACH)) {
					return i;
				}
			}
			return -1;
		}
	}
}
