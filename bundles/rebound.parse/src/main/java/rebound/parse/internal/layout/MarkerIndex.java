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

	private final char[][] markers;
	private final int[] slots;
	private final int[] next;
	private final int mask;
	/** A bit for each slot in use, in little memory: most places of a text hold no marker. */
	private final long[] used;

	/**
	 * @param markers texts of 4 to 120 characters, or 2 if the first is not of ASCII, compared as {@link FoldedText} does
	 * @throws IllegalArgumentException if one is shorter or longer
	 */
	MarkerIndex(List<String> markers) {
		this.markers = new char[markers.size()][];
		this.next = new int[markers.size()];
		this.mask = Integer.highestOneBit(Math.max(1024, markers.size() * 32)) - 1;
		this.slots = new int[mask + 1];
		this.used = new long[slots.length / Long.SIZE];
		Arrays.fill(slots, -1);
		for (int i = 0; i < this.markers.length; i++) {
			char[] folded = FoldedText.fold(markers.get(i)).toCharArray();
			boolean isShort = folded.length < LONG;
			if (folded.length < SHORT || folded.length > LONGEST || isShort && folded[0] < 128) {
				throw new IllegalArgumentException("marker of unfit length: " + markers.get(i));
			}
			this.markers[i] = folded;
			int slot = isShort ? slot(folded[0], folded[1], 0, 0) : slot(folded[0], folded[1], folded[2], folded[3]);
			next[i] = slots[slot];
			slots[slot] = i;
			used[slot / Long.SIZE] |= 1L << slot;
		}
	}

	void scan(FoldedText text, Finding finding) {
		char[] chars = text.chars;
		for (int at = 0; at + SHORT <= text.length; at++) {
			if (at + LONG <= text.length) {
				int slot = slot(chars[at], chars[at + 1], chars[at + 2], chars[at + 3]);
				if ((used[slot / Long.SIZE] & 1L << slot) != 0) {
					find(slot, text, at, finding);
				}
			}
			if (chars[at] >= 128) {
				find(slot(chars[at], chars[at + 1], 0, 0), text, at, finding);
			}
		}
	}

	private void find(int slot, FoldedText text, int at, Finding finding) {
		for (int marker = slots[slot]; marker >= 0; marker = next[marker]) {
			if (standsAt(markers[marker], text, at)) {
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
		if (at + marker.length > text.length) {
			return false;
		}
		// Most are told apart by the characters right behind those that were looked up.
		for (int i = 0; i < marker.length; i++) {
			if (marker[i] != text.chars[at + i]) {
				return false;
			}
		}
		return true;
	}

	private int slot(int a, int b, int c, int d) {
		int hash = ((a * 31 + b) * 31 + c) * 31 + d;
		return (hash ^ hash >>> 11) & mask;
	}
}
