package rebound.classify.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import rebound.classify.internal.PhraseBook.Entry;
import rebound.classify.internal.PhraseBook.Hit;
import rebound.classify.internal.TextRule.Phrase;

/** Where which phrase occurs in one text, and which texts of rules that makes. */
final class Occurrences {

	/** More occurrences than this are not looked at: a text that repeats itself says nothing new. */
	private static final int LIMIT = 96;
	/** How far the next part of an ordered text may begin behind the one before. */
	private static final int REACH = 120;

	private final FoldedText text;
	private final List<Phrase> phrases;
	private final List<Entry> seen = new ArrayList<>(0);
	private int[] phrase = new int[16];
	private int[] start = new int[16];
	private int[] end = new int[16];
	private int count;

	Occurrences(FoldedText text, List<Phrase> phrases) {
		this.text = text;
		this.phrases = phrases;
	}

	/** Adds those of the phrases that stand whole in a span; the answer is whether there is room for more. */
	boolean add(int[] variants, int from, int behind) {
		for (int variant : variants) {
			if (isWhole(phrases.get(variant), from, behind)) {
				if (count == phrase.length) {
					phrase = Arrays.copyOf(phrase, 2 * count);
					start = Arrays.copyOf(start, 2 * count);
					end = Arrays.copyOf(end, 2 * count);
				}
				phrase[count] = variant;
				start[count] = from;
				end[count++] = behind;
			}
		}
		return count < LIMIT;
	}

	int count() {
		return count;
	}

	int phrase(int i) {
		return phrase[i];
	}

	boolean isFirst(int i) {
		return next(i, phrase[i]) == i;
	}

	/** @return whether this was asked before for the same entry */
	boolean wasSeen(Entry entry) {
		for (Entry other : seen) {
			if (other == entry) {
				return true;
			}
		}
		seen.add(entry);
		return false;
	}

	/** @return the hit if all parts occur, else {@code null} */
	Hit hit(Entry entry) {
		int[][] parts = entry.parts();
		Hit best = null;
		for (int i = 0; i < count; i++) {
			if (isOneOf(phrase[i], parts[0])) {
				Hit hit = entry.ordered() ? chain(entry, i) : together(entry, i);
				if (hit != null && (best == null || hit.weight() > best.weight())) {
					best = hit;
				}
				if (!entry.ordered()) {
					return best;
				}
			}
		}
		return best;
	}

	/** The parts in their order, from an occurrence of the first one, each as near to the one before as possible. */
	private Hit chain(Entry entry, int first) {
		int length = end[first] - start[first];
		int longest = length;
		int gaps = 0;
		int last = first;
		for (int p = 1; p < entry.parts().length; p++) {
			int nearest = -1;
			for (int i = 0; i < count; i++) {
				boolean follows = start[i] >= end[last] && start[i] - end[last] <= REACH;
				if (follows && isOneOf(phrase[i], entry.parts()[p]) && (nearest < 0 || start[i] < start[nearest]
						|| start[i] == start[nearest] && end[i] > end[nearest])) {
					nearest = i;
				}
			}
			if (nearest < 0) {
				return null;
			}
			gaps += start[nearest] - end[last];
			length += end[nearest] - start[nearest];
			longest = Math.max(longest, end[nearest] - start[nearest]);
			last = nearest;
		}
		// Words far apart say little more than the longest of them alone.
		int weight = Math.max(length - gaps / 2, longest + 1) + entry.rule().weight();
		return new Hit(entry.rule(), weight, entry.parts().length, start[first], end[last]);
	}

	private Hit together(Entry entry, int first) {
		int from = start[first];
		int behind = end[first];
		int length = behind - from;
		for (int p = 1; p < entry.parts().length; p++) {
			int at = -1;
			for (int i = 0; i < count && at < 0; i++) {
				at = isOneOf(phrase[i], entry.parts()[p]) ? i : -1;
			}
			if (at < 0) {
				return null;
			}
			length += end[at] - start[at];
			from = Math.min(from, start[at]);
			behind = Math.max(behind, end[at]);
		}
		return new Hit(entry.rule(), length + entry.rule().weight(), entry.parts().length, from, behind);
	}

	private int next(int limit, int wanted) {
		int i = 0;
		while (i < limit && phrase[i] != wanted) {
			i++;
		}
		return i;
	}

	private static boolean isOneOf(int wanted, int[] choice) {
		return choice.length == 1 ? choice[0] == wanted : Arrays.binarySearch(choice, wanted) >= 0;
	}

	private boolean isWhole(Phrase wanted, int from, int behind) {
		char[] chars = text.chars();
		boolean startCut = !wanted.openStart() && from > 0 && FoldedText.isWord(chars[from])
				&& FoldedText.isWord(chars[from - 1]);
		boolean endCut = !wanted.openEnd() && behind < text.length() && FoldedText.isWord(chars[behind - 1])
				&& FoldedText.isWord(chars[behind]);
		return !startCut && !endCut && (wanted.inNames() || !text.isInName(from, behind));
	}
}
