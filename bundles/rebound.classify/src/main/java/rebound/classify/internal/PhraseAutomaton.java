package rebound.classify.internal;

import java.util.Arrays;

/**
 * Finds all of many phrases in one pass over a text (Aho and Corasick, 1975). The states stand in breadth-first order,
 * so that the children of a state are neighbours and a few flat arrays hold the whole automaton.
 */
final class PhraseAutomaton {

	/** Receives what {@link #search} finds. */
	interface Found {

		/**
		 * @param phrase index of the phrase in the array the automaton was built from
		 * @param end    position behind its last character
		 * @return whether to go on
		 */
		boolean at(int phrase, int end);
	}

	private static final int NONE = -1;
	private static final int ROOT = 0;
	private static final int ASCII = 128;

	private final int[] phraseLengths;
	private final int[] firstChild;
	private final char[] label;
	private final int[] fail;
	private final int[] phrase;
	private final int[] nextPhrase;
	private final int[] rootChild = new int[ASCII];

	/** @param phrases non-empty, all different, in their natural order */
	PhraseAutomaton(String[] phrases) {
		phraseLengths = new int[phrases.length];
		int limit = 1;
		for (int i = 0; i < phrases.length; i++) {
			phraseLengths[i] = phrases[i].length();
			limit += phraseLengths[i];
		}
		int[] low = new int[limit];
		int[] high = new int[limit];
		int[] depth = new int[limit];
		int[] children = new int[limit + 1];
		char[] labels = new char[limit];
		int[] fails = new int[limit];
		int[] ends = new int[limit];
		int[] nextEnds = new int[limit];
		Arrays.fill(ends, NONE);
		Arrays.fill(nextEnds, NONE);
		high[ROOT] = phrases.length;
		int states = 1;
		for (int state = ROOT; state < states; state++) {
			children[state] = states;
			int i = low[state];
			int at = depth[state];
			if (i < high[state] && phraseLengths[i] == at) {
				ends[state] = i++;
			}
			if (state != ROOT) {
				int shorter = fails[state];
				nextEnds[state] = ends[shorter] == NONE ? nextEnds[shorter] : shorter;
			}
			while (i < high[state]) {
				char c = phrases[i].charAt(at);
				labels[states] = c;
				low[states] = i;
				while (i < high[state] && phrases[i].charAt(at) == c) {
					i++;
				}
				high[states] = i;
				depth[states] = at + 1;
				fails[states] = state == ROOT ? ROOT : follow(fails[state], c, children, labels, fails);
				states++;
			}
		}
		children[states] = states;
		firstChild = Arrays.copyOf(children, states + 1);
		label = Arrays.copyOf(labels, states);
		fail = Arrays.copyOf(fails, states);
		phrase = Arrays.copyOf(ends, states);
		nextPhrase = Arrays.copyOf(nextEnds, states);
		for (int child = firstChild[ROOT]; child < firstChild[ROOT + 1]; child++) {
			if (label[child] < ASCII) {
				rootChild[label[child]] = child;
			}
		}
	}

	/** Reports every occurrence of every phrase, by end; the time is linear in the text and in what is found. */
	void search(char[] text, int length, Found found) {
		int state = ROOT;
		for (int i = 0; i < length; i++) {
			char c = text[i];
			int next = NONE;
			while (state != ROOT && (next = child(state, c, firstChild, label)) == NONE) {
				state = fail[state];
			}
			if (state == ROOT) {
				next = c < ASCII ? rootChild[c] : child(ROOT, c, firstChild, label);
			}
			state = next == NONE ? ROOT : next;
			int end = phrase[state] == NONE ? nextPhrase[state] : state;
			while (end != NONE) {
				if (!found.at(phrase[end], i + 1)) {
					return;
				}
				end = nextPhrase[end];
			}
		}
	}

	/** @return the number of characters of a phrase */
	int length(int phraseIndex) {
		return phraseLengths[phraseIndex];
	}

	private static int follow(int from, char c, int[] children, char[] labels, int[] fails) {
		int state = from;
		int next = child(state, c, children, labels);
		while (next == NONE && state != ROOT) {
			state = fails[state];
			next = child(state, c, children, labels);
		}
		return next == NONE ? ROOT : next;
	}

	private static int child(int state, char c, int[] children, char[] labels) {
		for (int i = children[state]; i < children[state + 1]; i++) {
			if (labels[i] == c) {
				return i;
			}
			if (labels[i] > c) {
				return NONE;
			}
		}
		return NONE;
	}
}
