package rebound.parse.internal;

import java.util.Locale;

/**
 * A media type with those of its parameters that matter here (RFC 2045, 5.1; RFC 2231).
 *
 * @param type       {@code "text/plain"} and the like, lower case
 * @param charset    as written, or {@code null}
 * @param boundary   as written, or {@code null}
 * @param reportType of a multipart/report, lower case, or {@code null}
 * @param spam       SpamAssassin took the message for spam
 */
record ContentType(String type, String charset, String boundary, String reportType, boolean spam) {

	/** What a part without a Content-Type is. */
	static final ContentType TEXT = new ContentType("text/plain", null, null, null, false);

	/** Reads a field value; one that names no type counts as plain text (RFC 2045, 5.2). */
	static ContentType of(String value) {
		if (value == null) {
			return TEXT;
		}
		int end = value.indexOf(';');
		String type = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
		int space = type.indexOf(' ');
		if (space > 0) {
			type = type.substring(0, space);
		}
		if (type.indexOf('/') < 0) {
			type = type.equals("text") || type.isEmpty() ? "text/plain" : type + "/";
		}
		if (end < 0) {
			end = value.indexOf(' ');
		}
		return end < 0 ? new ContentType(type, null, null, null, false) : withParameters(type, value, end);
	}

	boolean isMultipart() {
		return type.startsWith("multipart/");
	}

	/** @return whether this is a report for a mail system (RFC 6522) */
	boolean isReport() {
		return type.equals("multipart/report");
	}

	private static ContentType withParameters(String type, String value, int from) {
		String charset = null;
		String boundary = null;
		String reportType = null;
		boolean spam = false;
		int at = from;
		while (at >= 0 && at < value.length()) {
			int equals = value.indexOf('=', at);
			if (equals < 0) {
				break;
			}
			int nameStart = equals;
			while (nameStart > at && ";, \"".indexOf(value.charAt(nameStart - 1)) < 0) {
				nameStart--;
			}
			String name = value.substring(nameStart, equals).strip().toLowerCase(Locale.ROOT);
			StringBuilder text = new StringBuilder();
			at = readValue(value, equals + 1, text);
			int star = name.indexOf('*');
			String content = text.toString();
			if (star >= 0) {
				content = name.endsWith("*") ? extended(content) : content;
				name = name.substring(0, star);
			}
			switch (name) {
				case "charset" -> charset = charset == null ? content : charset;
				case "boundary" -> boundary = star > 0 && boundary != null
						? boundary + content
						: boundary == null ? content : boundary;
				case "report-type" -> reportType = content.toLowerCase(Locale.ROOT);
				case "x-spam-type" -> spam = true;
				default -> {
					// The others do not matter here.
				}
			}
		}
		return new ContentType(type, charset, boundary, reportType, spam);
	}

	private static int readValue(String value, int from, StringBuilder out) {
		int i = from;
		while (i < value.length() && value.charAt(i) == ' ') {
			i++;
		}
		boolean quoted = i < value.length() && value.charAt(i) == '"';
		if (quoted) {
			i++;
		}
		while (i < value.length()) {
			char c = value.charAt(i);
			if (quoted ? c == '"' : c == ';' || c == ' ') {
				return i + 1;
			}
			if (quoted && c == '\\' && i + 1 < value.length()) {
				i++;
				c = value.charAt(i);
			}
			out.append(c);
			i++;
		}
		return i;
	}

	/** RFC 2231, 4: {@code charset'language'text}; the values that matter here are ASCII. */
	private static String extended(String text) {
		int quote = text.indexOf('\'');
		int second = quote < 0 ? -1 : text.indexOf('\'', quote + 1);
		String rest = second < 0 ? text : text.substring(second + 1);
		StringBuilder out = new StringBuilder(rest.length());
		for (int i = 0; i < rest.length(); i++) {
			char c = rest.charAt(i);
			int code = c == '%' && i + 2 < rest.length()
					? TransferEncoding.hex(rest.charAt(i + 1)) << 4 | TransferEncoding.hex(rest.charAt(i + 2))
					: -1;
			out.append(code < 0 ? c : (char) code);
			i += code < 0 ? 0 : 2;
		}
		return out.toString();
	}
}
