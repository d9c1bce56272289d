package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;

/** Reads addresses as report fields and header fields hold them (RFC 3464, 2.1.2; RFC 5322, 3.4; RFC 6533, 3). */
public final class Addresses {

	private static final int MAX_LENGTH = 320;

	private Addresses() {
	}

	/**
	 * Reads a field of the form {@code address-type; address}, with or without the type, {@code <>} or a comment.
	 *
	 * @return the bare address, or {@code null} if there is none
	 */
	public static String typed(String value) {
		if (value == null) {
			return null;
		}
		int type = typeEnd(value);
		String text = value.substring(type).strip();
		if (Text.startsWith(value, "utf-8")) {
			text = unitext(text);
		}
		return bare(text);
	}

	/** @return where the text behind {@code type;} begins; 0 if there is no type */
	static int typeEnd(String value) {
		int semicolon = value.indexOf(';');
		for (int i = 0; i < semicolon; i++) {
			char c = value.charAt(i);
			if (c == '@' || c == '<' || c == '"') {
				return 0;
			}
		}
		return semicolon + 1;
	}

	/** @return the address without {@code <>}, display name, comment and {@code mailto:}, or {@code null} */
	public static String bare(String text) {
		int open = text.lastIndexOf('<');
		int close = text.indexOf('>', open + 1);
		String address = open >= 0 && close > open + 1 ? text.substring(open + 1, close) : text;
		address = address.strip();
		if (Text.startsWith(address, 0, "mailto:")) {
			address = address.substring(7);
		} else if (Text.startsWith(address, 0, "smtp:")) {
			address = address.substring(5);
		}
		if (address.startsWith("@") && address.indexOf(':') > 0) {
			// A source route (RFC 5321, appendix C).
			address = address.substring(address.indexOf(':') + 1);
		}
		int end = address.startsWith("\"") ? address.indexOf('"', 1) + 1 : 0;
		while (end < address.length() && " \t(<>,;".indexOf(address.charAt(end)) < 0) {
			end++;
		}
		address = trim(address.substring(0, end));
		return address.isEmpty() || address.length() > MAX_LENGTH ? null : address;
	}

	/** @return the addresses of a header field such as To, in order */
	public static List<String> list(String value, int max) {
		List<String> found = new ArrayList<>(2);
		int start = 0;
		boolean quoted = false;
		for (int i = 0; i <= value.length() && found.size() < max; i++) {
			char c = i < value.length() ? value.charAt(i) : ',';
			quoted ^= c == '"';
			if (i == value.length() || (c == ',' || c == ';') && !quoted) {
				String address = bare(value.substring(start, i));
				if (address != null && address.indexOf('@') > 0) {
					found.add(address);
				}
				start = i + 1;
			}
		}
		return found;
	}

	/** @return whether this has a local part and a domain */
	static boolean isComplete(String address) {
		return address != null && address.indexOf('@') > 0 && !address.endsWith("@") && address.charAt(0) != '|'
				&& address.charAt(0) != '/';
	}

	private static String trim(String address) {
		int start = 0;
		int end = address.length();
		while (start < end && "'`,;:".indexOf(address.charAt(start)) >= 0) {
			start++;
		}
		while (end > start && "'`,;:.".indexOf(address.charAt(end - 1)) >= 0) {
			end--;
		}
		return address.substring(start, end);
	}

	/** RFC 6533, 3: {@code \x{HEXPOINT}} stands for a character. */
	private static String unitext(String text) {
		int escape = text.indexOf("\\x{");
		if (escape < 0) {
			return text;
		}
		StringBuilder out = new StringBuilder(text.length());
		int done = 0;
		while (escape >= 0) {
			int end = text.indexOf('}', escape);
			if (end < 0 || end - escape > 9) {
				break;
			}
			int code = 0;
			for (int i = escape + 3; i < end && code >= 0; i++) {
				int digit = TransferEncoding.hex(text.charAt(i));
				code = digit < 0 ? -1 : code << 4 | digit;
			}
			out.append(text, done, escape);
			if (Character.isValidCodePoint(code) && code > ' ') {
				out.appendCodePoint(code);
			}
			done = end + 1;
			escape = text.indexOf("\\x{", done);
		}
		return out.append(text, done, text.length()).toString();
	}
}
