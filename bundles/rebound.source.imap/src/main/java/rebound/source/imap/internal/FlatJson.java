package rebound.source.imap.internal;

import java.util.HashMap;
import java.util.Map;

/** Reads the texts, numbers and truths of a JSON object (RFC 8259); what is nested is passed over. */
final class FlatJson {

	private static final int DEEPEST = 20;

	private final String text;
	private int at;

	private FlatJson(String text) {
		this.text = text;
	}

	/** @throws IllegalArgumentException if the text is no object */
	static Map<String, String> read(String text) {
		return new FlatJson(text).object();
	}

	private Map<String, String> object() {
		Map<String, String> fields = new HashMap<>();
		expect('{');
		if (next() == '}') {
			return fields;
		}
		do {
			String name = string();
			expect(':');
			String value = value(0);
			if (value != null) {
				fields.put(name, value);
			}
		} while (isMore('}'));
		return fields;
	}

	/** @return the value as text, or {@code null} for what is nested and for null */
	private String value(int depth) {
		if (depth > DEEPEST) {
			throw new IllegalArgumentException("deep");
		}
		switch (next()) {
			case '"' -> {
				return string();
			}
			case '{' -> {
				nested('{', '}', depth);
				return null;
			}
			case '[' -> {
				nested('[', ']', depth);
				return null;
			}
			default -> {
				int begin = at;
				while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
					at++;
				}
				String word = text.substring(begin, at);
				return word.equals("null") ? null : word;
			}
		}
	}

	private void nested(char open, char close, int depth) {
		expect(open);
		if (next() == close) {
			at++;
			return;
		}
		do {
			if (open == '{') {
				string();
				expect(':');
			}
			value(depth + 1);
		} while (isMore(close));
	}

	private String string() {
		expect('"');
		StringBuilder string = new StringBuilder();
		while (at < text.length() && text.charAt(at) != '"') {
			char c = text.charAt(at++);
			string.append(c == '\\' && at < text.length() ? escaped() : c);
		}
		expect('"');
		return string.toString();
	}

	private char escaped() {
		char c = text.charAt(at++);
		switch (c) {
			case 'n' :
				return '\n';
			case 't' :
				return '\t';
			case 'r' :
				return '\r';
			case 'b' :
				return '\b';
			case 'f' :
				return '\f';
			case 'u' :
				at += 4;
				return (char) Integer.parseInt(text.substring(at - 4, Math.min(at, text.length())), 16);
			default :
				return c;
		}
	}

	private boolean isMore(char close) {
		char c = next();
		at++;
		if (c != ',' && c != close) {
			throw new IllegalArgumentException("at " + at);
		}
		return c == ',';
	}

	private char next() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
		if (at >= text.length()) {
			throw new IllegalArgumentException("end");
		}
		return text.charAt(at);
	}

	private void expect(char wanted) {
		if (next() != wanted) {
			throw new IllegalArgumentException("at " + at);
		}
		at++;
	}
}
