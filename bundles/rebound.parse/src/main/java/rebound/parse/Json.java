package rebound.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) out of a text, as far as it goes: objects become maps, arrays lists, everything else a
 * string. Never fails: what is broken ends the value it stands in.
 */
public final class Json {

	private static final int MAX_DEPTH = 30;

	private final String text;
	private int at;

	private Json(String text) {
		this.text = text;
	}

	/** @return the value that the text begins with: a map, a list or a string */
	public static Object read(String text) {
		return new Json(text).value(0);
	}

	/** @return the object in a value, empty if it is none */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> object(Object value) {
		return value instanceof Map ? (Map<String, Object>) value : Map.of();
	}

	/** @return the elements of a value, empty if it is no array */
	public static List<?> list(Object value) {
		return value instanceof List<?> list ? list : List.of();
	}

	/** @return the string in a value, or {@code null} */
	public static String string(Object value) {
		return value instanceof String string && !string.isEmpty() ? string : null;
	}

	private Object value(int depth) {
		skipSpace();
		char c = at < text.length() ? text.charAt(at) : 0;
		if (depth > MAX_DEPTH) {
			at = text.length();
			return "";
		}
		if (c == '{') {
			return object(depth);
		}
		if (c == '[') {
			return array(depth);
		}
		return c == '"' ? string() : word();
	}

	private Map<String, Object> object(int depth) {
		Map<String, Object> members = new LinkedHashMap<>();
		at++;
		while (!atEndOf('}')) {
			String name = text.charAt(at) == '"' ? string() : word();
			skipSpace();
			if (at >= text.length() || text.charAt(at) != ':') {
				break;
			}
			at++;
			members.putIfAbsent(name, value(depth + 1));
		}
		return members;
	}

	private List<Object> array(int depth) {
		List<Object> elements = new ArrayList<>();
		at++;
		while (!atEndOf(']')) {
			int before = at;
			elements.add(value(depth + 1));
			if (at == before) {
				break;
			}
		}
		return elements;
	}

	/** Goes over commas and past the closing bracket. */
	private boolean atEndOf(char close) {
		skipSpace();
		while (at < text.length() && text.charAt(at) == ',') {
			at++;
			skipSpace();
		}
		if (at < text.length() && text.charAt(at) == close) {
			at++;
			return true;
		}
		return at >= text.length();
	}

	private String string() {
		StringBuilder out = new StringBuilder();
		at++;
		while (at < text.length() && text.charAt(at) != '"') {
			char c = text.charAt(at++);
			if (c == '\\' && at < text.length()) {
				c = escaped(text.charAt(at++));
			}
			out.append(c);
		}
		at++;
		return out.toString();
	}

	private char escaped(char c) {
		if (c == 'u' && at + 4 <= text.length()) {
			int code = 0;
			for (int i = 0; i < 4; i++) {
				code = code << 4 | Math.max(0, Character.digit(text.charAt(at + i), 16));
			}
			at += 4;
			return (char) code;
		}
		return switch (c) {
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'b', 'f' -> ' ';
			default -> c;
		};
	}

	private String word() {
		int start = at;
		while (at < text.length() && ",:{}[]\" \n\t".indexOf(text.charAt(at)) < 0) {
			at++;
		}
		return text.substring(start, at);
	}

	private void skipSpace() {
		while (at < text.length() && text.charAt(at) <= ' ') {
			at++;
		}
	}
}
