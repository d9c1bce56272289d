package rebound.parse.internal.autoreply;

import java.util.Arrays;

/**
 * A tree of texts, letter by letter, in flat arrays: there are some hundred thousand letters, and an object for each
 * would take ten times the memory.
 */
final class PhraseTree {

	static final int ROOT = 0;
	static final int NONE = -1;

	/** Very many texts begin differently, so that the root's children are found by their letter. */
	private static final int BUCKETS = 1024;

	private final int[] roots = new int[BUCKETS];
	private char[] letter = new char[1 << 12];
	private int[] child = new int[1 << 12];
	private int[] sibling = new int[1 << 12];
	/** What follows behind any rest of a word. */
	private int[] rest = new int[1 << 12];
	private int[] use = new int[1 << 12];
	private int nodes;

	private int[] phrase = new int[1 << 10];
	private int[] step = new int[1 << 10];
	private int[] next = new int[1 << 10];
	private int uses;

	PhraseTree() {
		Arrays.fill(roots, NONE);
		node((char) 0, NONE);
	}

	/** Adds a text, in which {@code *} stands for any rest of a word, as a step of a phrase. */
	void add(String text, int ofPhrase, int asStep) {
		int node = ROOT;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			int below = c == '*' ? rest[node] : child(node, c);
			if (below == NONE) {
				below = c == '*' ? node(c, NONE) : node(c, first(node, c));
				if (c == '*') {
					rest[node] = below;
				} else if (node == ROOT) {
					roots[c % BUCKETS] = below;
				} else {
					child[node] = below;
				}
			}
			node = below;
		}
		append(node, use(ofPhrase, asStep));
	}

	/** @return the node behind a letter, or {@link #NONE} */
	int child(int node, char c) {
		int below = first(node, c);
		while (below != NONE && letter[below] != c) {
			below = sibling[below];
		}
		return below;
	}

	/** @return the node behind any rest of the word, or {@link #NONE} */
	int rest(int node) {
		return rest[node];
	}

	/** @return the first use of the text that ends here, or {@link #NONE} */
	int firstUse(int node) {
		return use[node];
	}

	int nextUse(int of) {
		return next[of];
	}

	int phrase(int of) {
		return phrase[of];
	}

	int step(int of) {
		return step[of];
	}

	private int first(int node, char c) {
		return node == ROOT ? roots[c % BUCKETS] : child[node];
	}

	private int node(char c, int before) {
		if (nodes == letter.length) {
			letter = Arrays.copyOf(letter, 2 * nodes);
			child = Arrays.copyOf(child, 2 * nodes);
			sibling = Arrays.copyOf(sibling, 2 * nodes);
			rest = Arrays.copyOf(rest, 2 * nodes);
			use = Arrays.copyOf(use, 2 * nodes);
		}
		letter[nodes] = c;
		child[nodes] = NONE;
		sibling[nodes] = before;
		rest[nodes] = NONE;
		use[nodes] = NONE;
		return nodes++;
	}

	private int use(int ofPhrase, int asStep) {
		if (uses == phrase.length) {
			phrase = Arrays.copyOf(phrase, 2 * uses);
			step = Arrays.copyOf(step, 2 * uses);
			next = Arrays.copyOf(next, 2 * uses);
		}
		phrase[uses] = ofPhrase;
		step[uses] = asStep;
		next[uses] = NONE;
		return uses++;
	}

	private void append(int node, int added) {
		if (use[node] == NONE) {
			use[node] = added;
			return;
		}
		int last = use[node];
		while (next[last] != NONE) {
			last = next[last];
		}
		next[last] = added;
	}
}
