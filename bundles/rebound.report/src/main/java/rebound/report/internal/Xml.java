package rebound.report.internal;

/** Writes XML text (XML 1.0, 2.2): characters that XML can't hold become U+FFFD. */
final class Xml {

	private Xml() {
	}

	/** Appends text that stands between tags or in a quoted attribute. */
	static void text(StringBuilder out, String text) {
		int from = 0;
		for (int i = 0; i < text.length(); i++) {
			String replacement = replacement(text, i);
			if (replacement != null) {
				out.append(text, from, i).append(replacement);
				from = i + 1;
			}
		}
		out.append(text, from, text.length());
	}

	/** @return text that stands between tags or in a quoted attribute */
	static String text(String text) {
		StringBuilder out = new StringBuilder(text.length() + 16);
		text(out, text);
		return out.toString();
	}

	private static String replacement(String text, int i) {
		char c = text.charAt(i);
		if (c > '>' && c < Character.MIN_SURROGATE) {
			return null;
		}
		return switch (c) {
			case '&' -> "&amp;";
			case '<' -> "&lt;";
			case '>' -> "&gt;";
			case '"' -> "&quot;";
			case '\'' -> "&#39;";
			case '\r' -> "&#13;";
			case '\n' -> "&#10;";
			case '\t' -> "&#9;";
			default -> c < 0x20 || c == 0xfffe || c == 0xffff || Text.isLoneSurrogate(text, i) ? "\ufffd" : null;
		};
	}
}
