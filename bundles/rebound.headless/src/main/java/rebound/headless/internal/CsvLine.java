package rebound.headless.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * One record of a CSV file (RFC 4180): comma, CRLF, quotes doubled. Line breaks in a text become spaces, and a text that
 * a spreadsheet would take for a formula gets a quote before it, for what stands in a mail may be meant to harm.
 */
final class CsvLine {

	private final List<String> values = new ArrayList<>();

	CsvLine add(Object value) {
		values.add(value == null ? "" : quoted(value.toString()));
		return this;
	}

	@Override
	public String toString() {
		return String.join(",", values) + "\r\n";
	}

	private static String quoted(String text) {
		StringBuilder safe = new StringBuilder(text.length() + 8);
		boolean quotes = false;
		if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
			safe.append('\'');
		}
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			quotes |= c == ',' || c == '"';
			safe.append(c < ' ' ? " " : c == '"' ? "\"\"" : String.valueOf(c));
		}
		return quotes ? '"' + safe.toString() + '"' : safe.toString();
	}
}
