package rebound.parse.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The readable text of HTML: tags out, blocks on lines of their own, the usual entities replaced. */
final class HtmlText {

	private static final int MAX_TAG = 2_000;
	private static final int LONGEST_NAME = 10;
	private static final Set<String> BLOCKS = Set.of("br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6",
			"pre", "table", "hr", "blockquote", "ul", "ol");
	private static final Set<String> HIDDEN = Set.of("style", "script", "title");
	private static final int MAX_ENTITY = 8;
	private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("lt", "<"), Map.entry("gt", ">"),
			Map.entry("amp", "&"), Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", " "),
			Map.entry("auml", "ä"), Map.entry("ouml", "ö"), Map.entry("uuml", "ü"), Map.entry("Auml", "Ä"),
			Map.entry("Ouml", "Ö"), Map.entry("Uuml", "Ü"), Map.entry("szlig", "ß"), Map.entry("eacute", "é"),
			Map.entry("egrave", "è"), Map.entry("ecirc", "ê"), Map.entry("agrave", "à"), Map.entry("aacute", "á"),
			Map.entry("acirc", "â"), Map.entry("iacute", "í"), Map.entry("oacute", "ó"), Map.entry("ocirc", "ô"),
			Map.entry("uacute", "ú"), Map.entry("ugrave", "ù"), Map.entry("ccedil", "ç"), Map.entry("ntilde", "ñ"),
			Map.entry("atilde", "ã"), Map.entry("otilde", "õ"), Map.entry("rsquo", "’"), Map.entry("lsquo", "‘"),
			Map.entry("ldquo", "“"), Map.entry("rdquo", "”"), Map.entry("ndash", "–"), Map.entry("mdash", "—"));

	private HtmlText() {
	}

	/** @return the text with LF between blocks; markup that does not end is taken for text */
	static String plain(String html) {
		StringBuilder out = new StringBuilder(html.length() / 2);
		char[] chars = html.toCharArray();
		int i = 0;
		while (i < chars.length) {
			int start = i;
			char c = chars[i];
			while (c > ' ' && c != '<' && c != '&' && ++i < chars.length) {
				c = chars[i];
			}
			out.append(html, start, i);
			if (i == chars.length) {
				break;
			}
			int end = c == '<' ? tagEnd(chars, i) : -1;
			if (end > 0) {
				i = skip(html, i, end, out);
			} else if (c == '&') {
				i = entity(html, i, out);
			} else if (c == '<') {
				out.append(c);
				i++;
			} else {
				if (!endsBlank(out)) {
					out.append(' ');
				}
				i++;
			}
		}
		return out.toString();
	}

	/** An address in angle brackets is no tag. */
	private static int tagEnd(char[] html, int start) {
		int limit = Math.min(html.length, start + MAX_TAG);
		char first = start + 1 < limit ? html[start + 1] : ' ';
		if (first != '/' && first != '!' && first != '?' && !Character.isLetter(first)) {
			return -1;
		}
		boolean address = false;
		boolean blank = false;
		for (int i = start + 1; i < limit; i++) {
			char c = html[i];
			if (c > '@') {
				continue;
			}
			if (c == '>') {
				return address ? -1 : i + 1;
			} else if (c == '<') {
				return -1;
			}
			blank |= c == ' ' || c == '\n' || c == '\t';
			address |= c == '@' && !blank;
		}
		return -1;
	}

	private static int skip(String html, int start, int end, StringBuilder out) {
		int name = html.charAt(start + 1) == '/' ? start + 2 : start + 1;
		int nameEnd = name;
		while (nameEnd < end && nameEnd - name < LONGEST_NAME && Character.isLetterOrDigit(html.charAt(nameEnd))) {
			nameEnd++;
		}
		String tag = html.substring(name, nameEnd).toLowerCase(Locale.ROOT);
		if (BLOCKS.contains(tag)) {
			out.append('\n');
		} else if (tag.equals("td") || tag.equals("th")) {
			out.append(' ');
		} else if (HIDDEN.contains(tag) && name == start + 1) {
			int close = Text.indexOf(html, "</" + tag, end);
			int behind = close < 0 ? -1 : html.indexOf('>', close);
			return behind < 0 ? html.length() : behind + 1;
		} else if (html.startsWith("<!--", start)) {
			int close = html.indexOf("-->", start);
			return close < 0 ? html.length() : close + 3;
		}
		return end;
	}

	private static int entity(String html, int start, StringBuilder out) {
		int end = start + 1;
		while (end < html.length() && end - start <= MAX_ENTITY
				&& (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '#')) {
			end++;
		}
		if (end < start + 3) {
			out.append('&');
			return start + 1;
		}
		String name = html.substring(start + 1, end);
		String text = name.startsWith("#") ? numbered(name) : ENTITIES.get(name);
		if (text == null) {
			out.append('&');
			return start + 1;
		}
		out.append(text);
		return end < html.length() && html.charAt(end) == ';' ? end + 1 : end;
	}

	private static String numbered(String name) {
		boolean hex = name.length() > 1 && (name.charAt(1) | 32) == 'x';
		int code = 0;
		for (int i = hex ? 2 : 1; i < name.length(); i++) {
			int digit = TransferEncoding.hex(name.charAt(i));
			if (digit < 0 || digit > 9 && !hex) {
				return null;
			}
			code = code * (hex ? 16 : 10) + digit;
		}
		return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : null;
	}

	private static boolean endsBlank(StringBuilder out) {
		return out.isEmpty() || out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == '\n';
	}
}
