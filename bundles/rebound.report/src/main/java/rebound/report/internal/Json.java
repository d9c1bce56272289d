package rebound.report.internal;

/** Writes JSON text (RFC 8259). */
final class Json {

	private Json() {
	}

	/** Appends a string in quotes, or {@code null}. A lone surrogate becomes U+FFFD: it has no UTF-8 form. */
	static void string(StringBuilder out, String text) {
		if (text == null) {
			out.append("null");
			return;
		}
		out.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '"' -> out.append("\\\"");
				case '\\' -> out.append("\\\\");
				case '\n' -> out.append("\\n");
				case '\r' -> out.append("\\r");
				case '\t' -> out.append("\\t");
				default -> character(out, text, i, c);
			}
		}
		out.append('"');
	}

	private static void character(StringBuilder out, String text, int i, char c) {
		if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029) {
			out.append(String.format("\\u%04x", (int) c));
		} else {
			out.append(Text.isLoneSurrogate(text, i) ? '\ufffd' : c);
		}
	}
}
