package rebound.customers.internal;

import java.util.Arrays;

/**
 * How likely a text is a mistyped other one: an edit distance (optimal string alignment) in which a slip of the fingers
 * costs 1 and anything else 2. A slip is a letter left out, doubled or hit on the way, two letters swapped, or a key
 * beside the right one.
 */
public final class TypingError {

	private static final String[] ROWS = { "1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm,." };
	private static final int MAX_LENGTH = 253;

	private TypingError() {
	}

	/**
	 * @param limit the highest cost of interest
	 * @return the cost of having typed one text for another, or limit + 1 when it is higher
	 */
	public static int cost(String typed, String meant, int limit) {
		int gap = Math.abs(typed.length() - meant.length());
		if (gap > limit || typed.length() > MAX_LENGTH || meant.length() > MAX_LENGTH) {
			return limit + 1;
		}
		int[] before = new int[meant.length() + 1];
		int[] above = new int[meant.length() + 1];
		int[] row = new int[meant.length() + 1];
		Arrays.setAll(above, j -> j);
		for (int i = 1; i <= typed.length(); i++) {
			row[0] = i;
			int least = i;
			for (int j = 1; j <= meant.length(); j++) {
				char a = typed.charAt(i - 1);
				char b = meant.charAt(j - 1);
				int best = Math.min(above[j - 1] + replaced(a, b), Math.min(above[j], row[j - 1]) + 1);
				boolean swapped = i > 1 && j > 1 && a != b && a == meant.charAt(j - 2) && b == typed.charAt(i - 2);
				row[j] = swapped ? Math.min(best, before[j - 2] + 1) : best;
				least = Math.min(least, row[j]);
			}
			if (least > limit) {
				return limit + 1;
			}
			int[] spare = before;
			before = above;
			above = row;
			row = spare;
		}
		return Math.min(above[meant.length()], limit + 1);
	}

	private static int replaced(char typed, char meant) {
		return typed == meant ? 0 : areNeighbours(typed, meant) ? 1 : 2;
	}

	/** Neighbours on a keyboard of the order QWERTY, which nearly all are; Y and Z count as each other's place. */
	private static boolean areNeighbours(char a, char b) {
		if (a == 'y' && b == 'z' || a == 'z' && b == 'y') {
			return true;
		}
		for (int r = 0; r < ROWS.length; r++) {
			int at = ROWS[r].indexOf(a);
			if (at < 0) {
				continue;
			}
			for (int s = Math.max(0, r - 1); s <= Math.min(ROWS.length - 1, r + 1); s++) {
				int other = ROWS[s].indexOf(b);
				int from = s < r ? at : s > r ? at - 1 : at - 1;
				if (other >= from && other <= from + (s == r ? 2 : 1)) {
					return true;
				}
			}
		}
		return false;
	}
}
