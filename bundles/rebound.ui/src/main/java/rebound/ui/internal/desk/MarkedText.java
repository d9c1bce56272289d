package rebound.ui.internal.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with some of it marked.
 *
 * @param marks where, in order
 */
public record MarkedText(String text, List<Mark> marks) {

	private static final int MOST_MARKS = 20;

	/** A part of a text. */
	public record Mark(int start, int length) {
	}

	/**
	 * Marks words wherever they stand in a text, whatever white space and case they are written with.
	 *
	 * @param words may be {@code null}
	 */
	public static MarkedText of(String text, String words) {
		List<Mark> marks = new ArrayList<>();
		String wanted = words == null ? "" : squeeze(words, null);
		if (!wanted.isEmpty()) {
			int[] places = new int[text.length() + 1];
			String squeezed = squeeze(text, places);
			int at = squeezed.indexOf(wanted);
			while (at >= 0 && marks.size() < MOST_MARKS) {
				int end = at + wanted.length();
				if (isWhole(squeezed, at, end)) {
					int start = places[at];
					marks.add(new Mark(start, places[end - 1] + 1 - start));
				}
				at = squeezed.indexOf(wanted, end);
			}
		}
		return new MarkedText(text, List.copyOf(marks));
	}

	/** Codes like 5.1.1 are not to be found within longer ones. */
	private static boolean isWhole(String text, int start, int end) {
		boolean joinsBefore = start > 0 && Character.isLetterOrDigit(text.charAt(start))
				&& Character.isLetterOrDigit(text.charAt(start - 1));
		boolean joinsAfter = end < text.length() && Character.isLetterOrDigit(text.charAt(end - 1))
				&& Character.isLetterOrDigit(text.charAt(end));
		return !joinsBefore && !joinsAfter;
	}

	/** One space for all white space, lower case; fills in where each character came from. */
	private static String squeeze(String text, int[] places) {
		StringBuilder out = new StringBuilder(text.length());
		boolean blank = true;
		for (int i = 0; i < text.length(); i++) {
			char c = Character.toLowerCase(text.charAt(i));
			boolean isBlank = Character.isWhitespace(c);
			if (!isBlank || !blank) {
				if (places != null) {
					places[out.length()] = i;
				}
				out.append(isBlank ? ' ' : c);
			}
			blank = isBlank;
		}
		while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
			out.setLength(out.length() - 1);
		}
		return out.toString();
	}
}
