package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The shape of one line, for example <code>&lt;{to}&gt;: host {host} said: {why}</code>. Literals are compared as
 * {@link FoldedText} does; a placeholder reaches to the next literal. Never looks back, so costs no more than the line.
 */
final class Template {

	/** What a placeholder stands for. */
	enum Field {
		/** The address that failed. */
		TO,
		/** One or more of them, parted by commas or semicolons. */
		TOS,
		/** Its part before the {@code @} only. */
		USER,
		/** The address the sender used, where mail was forwarded. */
		BY,
		/** The error text. */
		WHY,
		/** The server that answered. */
		HOST,
		/** The server that reports. */
		MTA,
		/** Anything. */
		ANY
	}

	private record Piece(String literal, Field field) {
	}

	private final List<Piece> pieces = new ArrayList<>();

	/** @throws IllegalArgumentException for a placeholder that does not exist */
	Template(String shape) {
		int at = 0;
		while (at < shape.length()) {
			int open = shape.indexOf('{', at);
			int close = open < 0 ? -1 : shape.indexOf('}', open);
			if (close < 0) {
				addLiteral(shape.substring(at));
				break;
			}
			addLiteral(shape.substring(at, open));
			String name = shape.substring(open + 1, close);
			pieces.add(new Piece(null, name.equals("*") ? Field.ANY : Field.valueOf(name.toUpperCase(Locale.ROOT))));
			at = close + 1;
		}
	}

	private void addLiteral(String literal) {
		if (!literal.isEmpty()) {
			StringBuilder folded = new StringBuilder(literal.length());
			literal.chars().forEach(c -> folded.append(FoldedText.fold((char) c)));
			pieces.add(new Piece(folded.toString(), null));
		}
	}

	boolean has(Field field) {
		for (Piece piece : pieces) {
			if (piece.field == field) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param line a line with its white space squeezed
	 * @return the text of each placeholder, or {@code null} if the line has another shape
	 */
	Map<Field, String> match(String line) {
		if (pieces.getFirst().literal != null && literal(pieces.getFirst().literal, line, 0) < 0) {
			return null;
		}
		Map<Field, String> values = new EnumMap<>(Field.class);
		int at = 0;
		for (int i = 0; i < pieces.size(); i++) {
			Piece piece = pieces.get(i);
			at = piece.literal != null ? literal(piece.literal, line, at) : field(i, line, at, values);
			if (at < 0) {
				return null;
			}
		}
		return Addresses.isClosing(line, at) ? values : null;
	}

	private static int literal(String literal, String line, int at) {
		if (startsWith(line, at, literal)) {
			return at + literal.length();
		}
		// A space at the end of a literal may have been squeezed away at the end of the line.
		boolean cut = literal.endsWith(" ") && at + literal.length() - 1 == line.length()
				&& startsWith(line, at, literal.substring(0, literal.length() - 1));
		return cut ? line.length() : -1;
	}

	private int field(int index, String line, int from, Map<Field, String> values) {
		Field field = pieces.get(index).field;
		int at = from < line.length() && line.charAt(from) == ' ' ? from + 1 : from;
		return switch (field) {
			case TO, BY -> address(field, line, at, values);
			case TOS -> addresses(line, at, values);
			case HOST, MTA, USER -> word(field, line, at, values);
			case WHY -> text(index, line, at, values);
			case ANY -> skip(index, line, from);
		};
	}

	private static int address(Field field, String line, int at, Map<Field, String> values) {
		Addresses.Found found = at < line.length() ? Addresses.at(line, at) : null;
		if (found == null) {
			return -1;
		}
		values.put(field, found.address());
		int end = found.end();
		// What was opened before the address is closed behind it.
		for (int i = found.start() - 1; i >= at && end < line.length(); i--) {
			int bracket = "<\"'[(".indexOf(line.charAt(i));
			if (bracket >= 0 && line.charAt(end) == ">\"'])".charAt(bracket)) {
				end++;
			}
		}
		if (line.startsWith("<mailto:", end) || line.startsWith(" <mailto:", end)) {
			int close = line.indexOf('>', end);
			end = close < 0 ? line.length() : close + 1;
		}
		return end;
	}

	private static int addresses(String line, int from, Map<Field, String> values) {
		StringBuilder all = new StringBuilder();
		int at = from;
		Map<Field, String> one = new EnumMap<>(Field.class);
		int end = address(Field.TO, line, at, one);
		while (end >= 0) {
			all.append(all.isEmpty() ? "" : " ").append(one.get(Field.TO));
			int next = end;
			while (next < line.length() && " ,;".indexOf(line.charAt(next)) >= 0) {
				next++;
			}
			at = end;
			end = next > end ? address(Field.TO, line, next, one) : -1;
		}
		if (all.isEmpty()) {
			return -1;
		}
		values.put(Field.TOS, all.toString());
		return at;
	}

	private static int word(Field field, String line, int at, Map<Field, String> values) {
		int start = at;
		while (start < line.length() && "<[\"'(".indexOf(line.charAt(start)) >= 0) {
			start++;
		}
		int end = start;
		while (end < line.length() && " ,;()[]<>\"'@".indexOf(line.charAt(end)) < 0) {
			end++;
		}
		int last = end;
		while (last > start && ".:".indexOf(line.charAt(last - 1)) >= 0) {
			last--;
		}
		if (last == start) {
			return -1;
		}
		values.put(field, line.substring(start, last));
		return start > at && end < line.length() && ">])\"'".indexOf(line.charAt(end)) >= 0 ? end + 1 : last;
	}

	/** To the last place at which the next literal stands, or to the end if it is on a later line. */
	private int text(int index, String line, int at, Map<Field, String> values) {
		int end = line.length();
		if (index + 1 < pieces.size() && pieces.get(index + 1).literal != null) {
			String literal = pieces.get(index + 1).literal;
			int last = line.length() - literal.length();
			while (last >= at && !startsWith(line, last, literal)) {
				last--;
			}
			if (last >= at) {
				values.put(Field.WHY, line.substring(at, last));
				return last;
			}
		}
		values.put(Field.WHY, line.substring(Math.min(at, end)));
		return index + 1 < pieces.size() && pieces.get(index + 1).literal != null ? -1 : end;
	}

	private int skip(int index, String line, int at) {
		if (index + 1 == pieces.size()) {
			return line.length();
		}
		Piece next = pieces.get(index + 1);
		if (next.literal == null) {
			Addresses.Found found = Addresses.next(line, at);
			return found == null ? -1 : found.start();
		}
		for (int i = at; i + next.literal.length() <= line.length(); i++) {
			if (startsWith(line, i, next.literal)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean startsWith(String line, int at, String folded) {
		if (at + folded.length() > line.length()) {
			return false;
		}
		for (int i = 0; i < folded.length(); i++) {
			if (FoldedText.fold(line.charAt(at + i)) != folded.charAt(i)) {
				return false;
			}
		}
		return true;
	}
}
