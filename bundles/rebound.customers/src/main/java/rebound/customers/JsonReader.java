package rebound.customers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON text (RFC 8259), such as CRM programs answer with, into maps, lists, strings, numbers (as
 * {@code Double}), booleans and {@code null}. What is nested too deep is refused.
 */
public final class JsonReader {

	private static final int DEEPEST = 64;

	private final String text;
	private int at;

	private JsonReader(String text) {
		this.text = text;
	}

	/**
	 * @return the members of the object that the text is
	 * @throws IOException if the text is no JSON object
	 */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> object(String text) throws IOException {
		JsonReader reader = new JsonReader(text);
		Object value = reader.value(0);
		reader.blanks();
		if (reader.at < text.length() || !(value instanceof Map)) {
			throw reader.wrong();
		}
		return (Map<String, Object>) value;
	}

	private Object value(int depth) throws IOException {
		if (depth > DEEPEST) {
			throw wrong();
		}
		blanks();
		return switch (peek()) {
			case '{' -> map(depth);
			case '[' -> list(depth);
			case '"' -> string();
			case 't' -> word("true", Boolean.TRUE);
			case 'f' -> word("false", Boolean.FALSE);
			case 'n' -> word("null", null);
			default -> number();
		};
	}

	private Map<String, Object> map(int depth) throws IOException {
		Map<String, Object> map = new LinkedHashMap<>();
		at++;
		blanks();
		if (peek() == '}') {
			at++;
			return map;
		}
		while (true) {
			blanks();
			String name = string();
			blanks();
			expect(':');
			map.put(name, value(depth + 1));
			blanks();
			if (peek() != ',') {
				expect('}');
				return map;
			}
			at++;
		}
	}

	private List<Object> list(int depth) throws IOException {
		List<Object> list = new ArrayList<>();
		at++;
		blanks();
		if (peek() == ']') {
			at++;
			return list;
		}
		while (true) {
			list.add(value(depth + 1));
			blanks();
			if (peek() != ',') {
				expect(']');
				return list;
			}
			at++;
		}
	}

	private String string() throws IOException {
		expect('"');
		StringBuilder string = new StringBuilder();
		while (peek() != '"') {
			char c = text.charAt(at++);
			string.append(c == '\\' ? escaped() : c);
		}
		at++;
		return string.toString();
	}

	private char escaped() throws IOException {
		char c = peek();
		at++;
		return switch (c) {
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'r' -> '\r';
			case 'b' -> '\b';
			case 'f' -> '\f';
			case '"', '\\', '/' -> c;
			case 'u' -> {
				if (at + 4 > text.length()) {
					throw wrong();
				}
				at += 4;
				try {
					yield (char) Integer.parseInt(text, at - 4, at, 16);
				} catch (NumberFormatException noHex) {
					throw wrong();
				}
			}
			default -> throw wrong();
		};
	}

	private Double number() throws IOException {
		int start = at;
		while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		try {
			return Double.valueOf(text.substring(start, at));
		} catch (NumberFormatException noNumber) {
			throw wrong();
		}
	}

	private Object word(String word, Object value) throws IOException {
		if (!text.startsWith(word, at)) {
			throw wrong();
		}
		at += word.length();
		return value;
	}

	private void blanks() {
		while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
	}

	private char peek() throws IOException {
		if (at >= text.length()) {
			throw wrong();
		}
		return text.charAt(at);
	}

	private void expect(char c) throws IOException {
		if (peek() != c) {
			throw wrong();
		}
		at++;
	}

	private IOException wrong() {
		return new IOException("no JSON object, see character " + (at + 1));
	}
}
