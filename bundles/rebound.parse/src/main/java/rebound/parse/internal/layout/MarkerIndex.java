package rebound.parse.internal.layout;

import java.util.Arrays;
import java.util.List;

/**
 * Finds many markers in one pass over a text. A marker is looked up by its first four characters, by its first eight
 * where it has as many, and then compared, so a text costs its length times the length of a marker at worst, whatever
 * it holds.
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
			long head = four(folded, 0, folded.length) & (isShort ? FIRST_TWO : -1L);
			int first = slot(head);
			int slot = folded.length < 2 * LONG ? first : slot(head, four(folded, LONG, folded.length));
			next[i] = slots[slot];
			slots[slot] = i;
			used[first / Long.SIZE] |= 1L << first;
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
		int slot = slot(head);
		int longSlot = slot(head, four(text.chars, at + LONG, text.length));
		int one = slots[slot];
		int other = longSlot == slot ? -1 : slots[longSlot];
		// Later markers first, from both.
		while (one >= 0 || other >= 0) {
			int marker = Math.max(one, other);
			if (at >= 0 && standsAt(markers[marker], text, at)) {
				finding.found(marker, at);
			}
			one = one == marker ? next[marker] : one;
			other = other == marker ? next[marker] : other;
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

	private int slot(long four, long fourMore) {
		return slot(four * SPREAD ^ fourMore);
	}
}
