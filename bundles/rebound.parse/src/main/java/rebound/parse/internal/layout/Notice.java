package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import rebound.parse.internal.Text;

/** The lines of a mail's text, up to a limit. */
final class Notice {

	private static final int MOST_LINES = 4_000;
	private static final int LONGEST_LINE = 4_096;

	private final String text;
	private final char[] chars;
	/** Squeezed lines, as far as somebody asked for them. */
	private final List<String> lines = new ArrayList<>();
	private int[] starts = new int[64];
	private int next;

	/** @param text lines ended by CRLF, LF or CR; the first 4,000 are read, and of each the first 4,096 characters */
	Notice(String text) {
		this.text = text;
		this.chars = text.toCharArray();
	}

	/** @return whether there is a line of this index */
	boolean has(int index) {
		while (lines.size() <= index && next < chars.length && lines.size() < MOST_LINES) {
			readLine();
		}
		return index < lines.size();
	}

	private void readLine() {
		int end = next;
		char before = ' ';
		boolean squeezed = true;
		while (end < chars.length && chars[end] != '\n' && chars[end] != '\r') {
			char c = chars[end++];
			if (c <= ' ' || c >= 0x7f) {
				squeezed &= !Text.isSqueezedAway(c, before);
			}
			before = c;
		}
		squeezed &= before != ' ' || end == next;
		if (lines.size() == starts.length) {
			starts = Arrays.copyOf(starts, 2 * starts.length);
		}
		starts[lines.size()] = next;
		String line = text.substring(next, Math.min(end, next + LONGEST_LINE));
		lines.add(squeezed && end - next <= LONGEST_LINE ? line : Text.squeeze(line));
		boolean crlf = end + 1 < chars.length && chars[end] == '\r' && chars[end + 1] == '\n';
		next = end + (crlf ? 2 : 1);
	}

	private int lineEnd(int from) {
		int end = from;
		while (end < chars.length && chars[end] != '\n' && chars[end] != '\r') {
			end++;
		}
		return end;
	}

	/** @return a line with its white space squeezed */
	String line(int index) {
		return lines.get(index);
	}

	/** @return the offset of a line in the text */
	int start(int index) {
		return has(index) ? starts[index] : text.length();
	}

	/** @return whether white space stands before a line */
	boolean indented(int index) {
		char first = starts[index] < text.length() ? text.charAt(starts[index]) : 'x';
		return first == ' ' || first == '\t' || first == '\u00a0';
	}

	/** @return whether a line was quoted from another mail */
	boolean quoted(int index) {
		String line = lines.get(index);
		return line.startsWith(">") && !line.startsWith(">>>");
	}

	/** @return whether a line is a rule of one repeated punctuation mark, or empty */
	static boolean separates(String line) {
		if (line.isEmpty()) {
			return true;
		}
		for (int i = 0; i < line.length(); i++) {
			if (line.charAt(i) != line.charAt(0) || Character.isLetterOrDigit(line.charAt(i))) {
				return false;
			}
		}
		return line.length() > 2;
	}

	/** @return the text from a line to the next empty one, the same indentation taken away from all */
	String headerAt(int index) {
		StringBuilder header = new StringBuilder();
		int indent = indent(index);
		for (int i = index; has(i) && !lines.get(i).isEmpty(); i++) {
			int from = starts[i] + Math.min(indent, indent(i));
			header.append(text, from, Math.max(from, lineEnd(from))).append('\n');
		}
		return header.toString();
	}

	/** @return how many characters of white space stand before a line */
	int indent(int index) {
		int at = starts[index];
		while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
			at++;
		}
		return at - starts[index];
	}

	/**
	 * @param end how many lines
	 * @return the lines one after another as they are searched for markers: those quoted from other mails left empty
	 */
	Joined joined(int end) {
		StringBuilder all = new StringBuilder(end == 0 ? 0 : Math.min(starts[end - 1], chars.length) + 80);
		int[] begins = new int[end];
		for (int i = 0; i < end; i++) {
			begins[i] = all.length();
			all.append(quoted(i) ? "" : lines.get(i)).append('\n');
		}
		String joined = all.toString();
		return new Joined(joined, FoldedText.of(joined, 0, joined.length()), begins);
	}

	/** Lines in one text, the same as it is searched, and where each line begins in it. */
	record Joined(String text, FoldedText folded, int[] begins) {

		int lineAt(int offset) {
			int found = Arrays.binarySearch(begins, offset);
			return found < 0 ? -found - 2 : found;
		}
	}
}
