package rebound.parse.internal.layout;

import rebound.model.EnhancedStatus;

/** Multi-line SMTP replies (RFC 5321, 4.2.1). */
public final class Replies {

	private Replies() {
	}

	/**
	 * Joins the lines of a reply that were put one after another.
	 *
	 * @param text a text on one line, for example {@code "550-5.1.1 No such 550 5.1.1 user"}
	 * @return the text with the reply's code standing only before its first line: {@code "550 5.1.1 No such user"}
	 */
	public static String join(String text) {
		StringBuilder out = null;
		String code = null;
		String status = null;
		boolean afterCode = false;
		int end;
		for (int at = 0; at < text.length(); at = end + 1) {
			end = text.indexOf(' ', at);
			end = end < 0 ? text.length() : end;
			boolean continued = isContinuation(text, at, end);
			if (!continued && code == null) {
				continue;
			}
			if (out == null) {
				out = new StringBuilder(text.length()).append(text, 0, at);
			}
			if (continued && !text.startsWith(code == null ? "-" : code, at)) {
				code = text.substring(at, at + 3);
				status = null;
				out.append(code).append(' ');
			}
			String word = text.substring(continued ? at + 4 : at, end);
			boolean last = word.equals(code);
			boolean first = continued || afterCode;
			afterCode = last || continued && word.isEmpty();
			if (word.isEmpty() || last || first && word.equals(status)) {
				continue;
			}
			if (first && status == null && EnhancedStatus.of(word).isPresent()) {
				status = word;
			}
			out.append(word).append(' ');
		}
		return out == null ? text : out.toString().strip();
	}

	/** A reply code and a hyphen, followed by anything but more of a number. */
	private static boolean isContinuation(String text, int at, int end) {
		if (end - at < 4 || text.charAt(at + 3) != '-' || text.charAt(at) != '4' && text.charAt(at) != '5'
				|| !isDigit(text.charAt(at + 1)) || !isDigit(text.charAt(at + 2))) {
			return false;
		}
		boolean number = end - at > 4 && isDigit(text.charAt(at + 4));
		return !number || end - at > 5 && text.charAt(at + 5) == '.';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}
}
