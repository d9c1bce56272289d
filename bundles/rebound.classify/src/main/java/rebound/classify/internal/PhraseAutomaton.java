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
	private static final int ASCII_BITS = 7;
	private static final int ASCII = 1 << ASCII_BITS;
	/** States this far from the root and nearer have a table: most of a text is gone through in them. */
	private static final int SHALLOW = 2;

	private final int[] phraseLengths;
	private final int[] firstChild;
	private final char[] label;
	private final int[] fail;
	private final int[] phrase;
	/** By state: the first state whose phrase ends here, and the one after that. */
	private final int[] firstEnd;
	private final int[] nextEnd;
	/** The first state that is not shallow, and where each shallow one goes with each character of ASCII. */
	private final int deep;
	private final char[] shallow;

	/**
	 * @param phrases non-empty, all different, in their natural order
	 * @throws IllegalArgumentException if they have more than 65,535 beginnings
	 */
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
		int firstDeep = 0;
		for (int state = ROOT; state < states; state++) {
			firstDeep += depth[state] <= SHALLOW ? 1 : 0;
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
		nextEnd = Arrays.copyOf(nextEnds, states);
		firstEnd = new int[states];
		for (int state = ROOT; state < states; state++) {
			firstEnd[state] = phrase[state] == NONE ? nextEnd[state] : state;
		}
		if (states > Character.MAX_VALUE) {
			throw new IllegalArgumentException("too many phrases");
		}
		deep = firstDeep;
		shallow = shallowTable();
	}

	private char[] shallowTable() {
		char[] table = new char[deep << ASCII_BITS];
		for (int state = ROOT; state < deep; state++) {
			// Where no child fits, a state goes where its longest end goes that begins a phrase.
			System.arraycopy(table, fail[state] << ASCII_BITS, table, state << ASCII_BITS, ASCII);
			for (int child = firstChild[state]; child < firstChild[state + 1]; child++) {
				if (label[child] < ASCII) {
					table[state << ASCII_BITS | label[child]] = (char) child;
				}
			}
		}
		return table;
	}

	/** Reports every occurrence of every phrase, by end; the time is linear in the text and in what is found. */
	void search(char[] text, int length, Found found) {
		int state = ROOT;
		for (int i = 0; i < length; i++) {
			char c = text[i];
			int next = NONE;
			while (state >= deep && (next = child(state, c, firstChild, label)) == NONE) {
				state = fail[state];
			}
			if (next == NONE) {
				next = c < ASCII ? shallow[state << ASCII_BITS | c] : follow(state, c, firstChild, label, fail);
			}
			state = next;
			for (int end = firstEnd[state]; end != NONE; end = nextEnd[end]) {
				if (!found.at(phrase[end], i + 1)) {
					return;
				}
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
