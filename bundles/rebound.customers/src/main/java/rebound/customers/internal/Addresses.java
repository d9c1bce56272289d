package rebound.customers.internal;

import java.util.ArrayList;
import java.util.List;

/** Finds e-mail addresses in a value of customer data. */
public final class Addresses {

	private static final int MAX_LENGTH = 320;

	private Addresses() {
	}

	/**
	 * Takes a value apart; several addresses are separated by {@code ; , |} or white space.
	 *
	 * @return the parts, each an address or what stands in an address's place
	 */
	static List<String> split(String value) {
		int open = value.lastIndexOf('<');
		int close = value.indexOf('>', open + 1);
		if (open >= 0 && close > open && value.indexOf('@') == value.lastIndexOf('@')) {
			return List.of(value.substring(open + 1, close).strip());
		}
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		for (int i = 0; i <= value.length(); i++) {
			char c = i < value.length() ? value.charAt(i) : ';';
			if (c == ';' || c == ',' || c == '|' || Character.isWhitespace(c) || c == '\u00a0') {
				if (!part.isEmpty()) {
					parts.add(withoutMailto(part.toString()));
					part.setLength(0);
				}
			} else {
				part.append(c);
			}
		}
		return parts;
	}

	/** @return whether the whole text is one address: something before the last {@code @}, a domain behind it */
	public static boolean isAddress(String text) {
		String address = text.strip();
		int at = address.lastIndexOf('@');
		if (at < 1 || at == address.length() - 1 || address.length() > MAX_LENGTH || at > 64) {
			return false;
		}
		for (int i = 0; i < address.length(); i++) {
			char c = address.charAt(i);
			boolean bad = c <= ' ' || c == 0x7f || c == '<' || c == '>' || c == ',' || c == ';' || c == '\u00a0'
					|| c == '@' && i != at || c == ':' && i < at;
			if (bad) {
				return false;
			}
		}
		return isDomain(address.substring(at + 1));
	}

	private static boolean isDomain(String domain) {
		int label = 0;
		for (int i = 0; i < domain.length(); i++) {
			char c = domain.charAt(i);
			if (c == '.') {
				if (label == 0) {
					return false;
				}
				label = 0;
			} else if (c == '-' || c == '_' || Character.isLetterOrDigit(c) || c > 127) {
				label++;
			} else {
				return false;
			}
			if (label > 63) {
				return false;
			}
		}
		return label > 0;
	}

	private static String withoutMailto(String part) {
		String text = part.regionMatches(true, 0, "mailto:", 0, 7) ? part.substring(7) : part;
		boolean bracketed = text.length() > 2 && text.startsWith("<") && text.endsWith(">");
		return bracketed ? text.substring(1, text.length() - 1) : text;
	}
}
