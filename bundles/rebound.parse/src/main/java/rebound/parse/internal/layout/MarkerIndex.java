package rebound.parse.internal.layout;

import java.util.Arrays;
import java.util.List;

/**
 * Finds many markers in one pass over a text. A marker is looked up by its first four characters and then compared,
 * so a text costs its length times the length of a marker at worst, whatever it holds.
 */
final class MarkerIndex {

	/** Told of each place at which a marker stands. */
	@FunctionalInterface
	interface Finding {
		void found(int marker, int position);
	}

	/** Markers in scripts that need two or three characters for a word are looked up by two, all others by four. */
	private static final int LONG = 4;
	private static final int SHORT = 2;
	private static final int LONGEST = 120;
	private static final long FIRST_TWO = -1L << 2 * Character.SIZE;
	/** Set in four characters of which the first is not of ASCII. */
	private static final long FOREIGN = 0xff80L << 3 * Character.SIZE;
	/** Spreads four characters over the highest bits: 2 to the power of 64 divided by the golden ratio. */
	private static final long SPREAD = 0x9e3779b97f4a7c15L;

	private final char[][] markers;
	/** The four characters that a marker is looked up by, and the four behind them, 0 where there are fewer. */
	private final long[] heads;
	private final long[] tails;
	private final int[] slots;
	private final int[] next;
	private final int shift;
	/** A bit for each slot in use, in little memory: most places of a text hold no marker. */
	private final long[] used;

	/**
	 * @param markers texts of 4 to 120 characters, or 2 if the first is not of ASCII, compared as {@link FoldedText} does
	 * @throws IllegalArgumentException if one is shorter or longer
	 */
	MarkerIndex(List<String> markers) {
		this.markers = new char[markers.size()][];
		this.heads = new long[markers.size()];
		this.tails = new long[markers.size()];
		this.next = new int[markers.size()];
		this.slots = new int[Integer.highestOneBit(Math.max(1024, markers.size() * 32))];
		this.shift = Long.SIZE - Integer.numberOfTrailingZeros(slots.length);
		this.used = new long[slots.length / Long.SIZE];
		Arrays.fill(slots, -1);
		for (int i = 0; i < this.markers.length; i++) {
			char[] folded = FoldedText.fold(markers.get(i)).toCharArray();
			boolean isShort = folded.length < LONG;
			if (folded.length < SHORT || folded.length > LONGEST || isShort && folded[0] < 128) {
				throw new IllegalArgumentException("marker of unfit length: " + markers.get(i));
			}
			this.markers[i] = folded;
			heads[i] = isShort ? four(folded, 0, folded.length) & FIRST_TWO : four(folded, 0, folded.length);
			tails[i] = folded.length < 2 * LONG ? 0 : four(folded, LONG, folded.length);
			int slot = slot(heads[i]);
			next[i] = slots[slot];
			slots[slot] = i;
			used[slot / Long.SIZE] |= 1L << slot;
		}
	}

	void scan(FoldedText text, Finding finding) {
		char[] chars = text.chars;
		int length = text.length;
		long four = 0;
		for (int last = 0; last < length + LONG - 1; last++) {
			four = four << Character.SIZE | (last < length ? chars[last] : 0);
			int slot = slot(four);
			if ((used[slot >>> 6] & 1L << slot) != 0) {
				find(four, text, last - LONG + 1, finding);
			}
			if ((four & FOREIGN) != 0) {
				find(four & FIRST_TWO, text, last - LONG + 1, finding);
			}
		}
	}

	private void find(long head, FoldedText text, int at, Finding finding) {
		long tail = four(text.chars, at + LONG, text.length);
		for (int marker = slots[slot(head)]; marker >= 0; marker = next[marker]) {
			if (heads[marker] == head && (tails[marker] == tail || tails[marker] == 0)
					&& standsAt(markers[marker], text, at)) {
				finding.found(marker, at);
			}
		}
	}

	/** @return how many markers there are */
	int size() {
		return markers.length;
	}

	/** @return the length of a marker in folded text */
	int length(int marker) {
		return markers[marker].length;
	}

	private static boolean standsAt(char[] marker, FoldedText text, int at) {
		return at + marker.length <= text.length
				&& Arrays.equals(text.chars, at, at + marker.length, marker, 0, marker.length);
	}

	/** @return four characters as one number, with 0 for those behind the end */
	private static long four(char[] chars, int at, int length) {
		long four = 0;
		for (int i = at; i < at + LONG; i++) {
			four = four << Character.SIZE | (i >= 0 && i < length ? chars[i] : 0);
		}
		return four;
	}

	private int slot(long four) {
		return (int) (four * SPREAD >>> shift);
	}
}
