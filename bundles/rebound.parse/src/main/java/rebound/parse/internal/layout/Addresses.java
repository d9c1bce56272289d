package rebound.parse.internal.layout;

/** Mail addresses inside running text. */
public final class Addresses {

	private static final int LONGEST_LOCAL = 256;
	private static final int LONGEST_DOMAIN = 255;
	/** Which characters of ASCII stand in a local part without quotes. */
	private static final boolean[] LOCAL = local();

	/** An address and where it stands. */
	public record Found(String address, int start, int end) {
	}

	private Addresses() {
	}

	/** @return the first address at or behind {@code from}, or {@code null} */
	public static Found next(String text, int from) {
		for (int at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
			Found found = around(text, at, from);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/**
	 * @return the address that begins at {@code from} behind nothing but brackets, quotes and an address type
	 *         ({@code rfc822;}, {@code smtp:}, {@code mailto:}), or {@code null}
	 */
	static Found at(String text, int from) {
		int start = from;
		boolean more = true;
		while (more) {
			more = false;
			while (start < text.length() && " <\"'[(".indexOf(text.charAt(start)) >= 0 && !isQuotedLocal(text, start)) {
				start++;
				more = true;
			}
			for (String type : new String[]{ "rfc822;", "smtp:", "mailto:", "smtp;", "utf-8;", "rfc822:" }) {
				if (text.regionMatches(true, start, type, 0, type.length())) {
					start += type.length();
					more = true;
				}
			}
		}
		int at = text.indexOf('@', start);
		if (at < 0 || at - start > LONGEST_LOCAL) {
			return null;
		}
		if (isQuotedLocal(text, start)) {
			int quote = text.indexOf("\"@", start + 1);
			at = quote + 1;
		}
		Found found = around(text, at, start);
		return found != null && found.start == start ? found : null;
	}

	/** @return whether the whole text is one address, in brackets or not */
	static boolean isAddress(String text) {
		Found found = at(text, 0);
		return found != null && isClosing(text, found.end);
	}

	/** @return whether nothing but closing punctuation stands from here on */
	static boolean isClosing(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			if (" >\"')]:;,.".indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return true;
	}

	/** @return the part behind the {@code @}, or the whole text if there is none */
	static String domain(String address) {
		return address.substring(address.lastIndexOf('@') + 1);
	}

	private static boolean isQuotedLocal(String text, int start) {
		if (text.charAt(start) != '"') {
			return false;
		}
		int end = text.indexOf('"', start + 1);
		return end > start + 1 && end - start < LONGEST_LOCAL && end + 1 < text.length() && text.charAt(end + 1) == '@';
	}

	private static Found around(String text, int at, int from) {
		Found bracketed = bracketed(text, at, from);
		if (bracketed != null) {
			return bracketed;
		}
		int start = at;
		if (at > from && text.charAt(at - 1) == '"') {
			int open = text.lastIndexOf('"', at - 2);
			start = open >= from && at - open < LONGEST_LOCAL ? open : at;
		} else {
			while (start > from && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
				start--;
			}
			start = skipOpening(text, start, at);
		}
		int end = at + 1;
		if (end < text.length() && text.charAt(end) == '[') {
			int close = text.indexOf(']', end);
			end = close > 0 && close - end < 50 ? close + 1 : end;
		} else {
			while (end < text.length() && end - at < LONGEST_DOMAIN && isDomain(text.charAt(end))) {
				end++;
			}
			while (end > at + 1 && ".-_".indexOf(text.charAt(end - 1)) >= 0) {
				end--;
			}
		}
		boolean inUrl = text.startsWith("//", start) && start > 0 && text.charAt(start - 1) == ':';
		if (start == at || end < at + 2 || inUrl) {
			return null;
		}
		return new Found(text.substring(start, end), start, end);
	}

	/** In angle brackets, letters of any script belong to the address (RFC 6532). */
	private static Found bracketed(String text, int at, int from) {
		int start = at;
		boolean ascii = true;
		while (start > from && at - start < LONGEST_LOCAL && text.charAt(start - 1) > ' '
				&& text.charAt(start - 1) != '<') {
			ascii &= text.charAt(--start) < 128;
		}
		int end = at + 1;
		while (end < text.length() && end - at < LONGEST_DOMAIN && text.charAt(end) > ' ' && text.charAt(end) != '>') {
			ascii &= text.charAt(end++) < 128;
		}
		boolean open = start > 0 && start < at && text.charAt(start - 1) == '<';
		boolean closed = end > at + 1 && end < text.length() && text.charAt(end) == '>';
		return open && closed && !ascii ? new Found(text.substring(start, end), start, end) : null;
	}

	/** Quotes and an equals sign before an address are not part of it ({@code 'a@example.org'}, {@code to=a@example.org}). */
	private static int skipOpening(String text, int start, int at) {
		int first = start;
		while (first < at && "'`*=.".indexOf(text.charAt(first)) >= 0 && !text.startsWith("=?", first)) {
			first++;
		}
		return text.startsWith("to=", first) && first + 3 < at ? first + 3 : first;
	}

	private static boolean isLocal(char c) {
		return c >= 128
				? Character.isLetterOrDigit(c) && !isIdeograph(c)
				: LOCAL[c];
	}

	private static boolean[] local() {
		boolean[] local = new boolean[128];
		for (char c = '!'; c < 127; c++) {
			local[c] = "\"(),:;<>@[\\]".indexOf(c) < 0;
		}
		return local;
	}

	private static boolean isDomain(char c) {
		return c >= 128
				? Character.isLetterOrDigit(c) && !isIdeograph(c)
				: c == '.' || c == '-' || c == '_' || Character.isLetterOrDigit(c);
	}

	/** Texts in these scripts put no space between a word and an address. */
	private static boolean isIdeograph(char c) {
		return c >= 0x3000 && c <= 0x9fff || c >= 0xac00 && c <= 0xd7af || c >= 0xff00 && c <= 0xffef;
	}
}
