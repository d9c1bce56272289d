package rebound.crm.carddav.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import rebound.customers.CrmNotes;
import rebound.model.AddressKey;
import rebound.model.CustomerChange;

/** Changes the one property of a vCard (RFC 6350) that a change is about, and leaves all else as it was. */
final class VCardEdit {

	private static final int LONGEST_LINE = 75;

	private final List<String> lines = new ArrayList<>();

	VCardEdit(String card) {
		for (String line : card.lines().toList()) {
			boolean goesOn = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t') && !lines.isEmpty();
			if (goesOn) {
				lines.set(lines.size() - 1, lines.getLast() + line.substring(1));
			} else if (!line.isEmpty()) {
				lines.add(line);
			}
		}
	}

	/** @return the addresses of the vCard, as written */
	List<String> emails() {
		return lines.stream().filter(line -> name(line).equals("EMAIL")).map(line -> value(line).strip()).toList();
	}

	/** @return whether the address was there */
	boolean replaceEmail(String old, String fresh) {
		AddressKey wanted = AddressKey.of(old);
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (name(line).equals("EMAIL") && AddressKey.of(value(line)).equals(wanted)) {
				lines.set(i, line.substring(0, colon(line) + 1) + escaped(fresh));
				return true;
			}
		}
		return false;
	}

	/** Adds a line to the vCard's note, or takes it away. */
	void note(CustomerChange change) {
		int at = 0;
		while (at < lines.size() && !name(lines.get(at)).equals("NOTE")) {
			at++;
		}
		String head = at < lines.size() ? lines.get(at).substring(0, colon(lines.get(at)) + 1) : "NOTE:";
		String before = at < lines.size() ? unescaped(value(lines.remove(at))) : null;
		String after = CrmNotes.apply(before, change);
		if (!after.isEmpty()) {
			int end = lines.size() - 1;
			while (end > 0 && !lines.get(end).strip().equalsIgnoreCase("END:VCARD")) {
				end--;
			}
			lines.add(Math.min(at, end), head + escaped(after));
		}
	}

	/** @return the vCard with folded lines */
	@Override
	public String toString() {
		StringBuilder card = new StringBuilder();
		lines.forEach(line -> fold(line, card));
		return card.toString();
	}

	/** Folds at 75 octets, never within a character. */
	private static void fold(String line, StringBuilder card) {
		int octets = 0;
		for (int i = 0; i < line.length();) {
			int c = line.codePointAt(i);
			int length = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
			if (octets + length > LONGEST_LINE) {
				card.append("\r\n ");
				octets = 1;
			}
			card.appendCodePoint(c);
			octets += length;
			i += Character.charCount(c);
		}
		card.append("\r\n");
	}

	private static String name(String line) {
		int end = 0;
		while (end < line.length() && line.charAt(end) != ':' && line.charAt(end) != ';') {
			end++;
		}
		String name = line.substring(0, end);
		return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
	}

	/** @return the colon before the value: one in quotes belongs to a parameter; the line's end where there is none */
	private static int colon(String line) {
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			quoted ^= c == '"';
			if (c == ':' && !quoted) {
				return i;
			}
		}
		return line.length() - 1;
	}

	private static String value(String line) {
		return line.substring(colon(line) + 1);
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace(",", "\\,").replace(";",
				"\\;");
	}

	private static String unescaped(String text) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\\' && i + 1 < text.length()) {
				char next = text.charAt(++i);
				plain.append(next == 'n' || next == 'N' ? '\n' : next);
			} else {
				plain.append(c);
			}
		}
		return plain.toString();
	}
}
