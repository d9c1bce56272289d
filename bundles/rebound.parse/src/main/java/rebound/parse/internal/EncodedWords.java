package rebound.parse.internal;

import java.io.ByteArrayOutputStream;

/** Decodes encoded words in header values (RFC 2047), also the broken ones that real mailers write. */
final class EncodedWords {

	private EncodedWords() {
	}

	/** @return the text with its encoded words decoded; one that is broken beyond reading stays as it is */
	static String decode(String text) {
		int next = text.indexOf("=?");
		if (next < 0) {
			return text;
		}
		StringBuilder out = new StringBuilder(text.length());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		String charset = null;
		int done = 0;
		while (next >= 0) {
			int charsetEnd = text.indexOf('?', next + 2);
			char encoding = charsetEnd > 0 && charsetEnd + 2 < text.length() && text.charAt(charsetEnd + 2) == '?'
					? Character.toUpperCase(text.charAt(charsetEnd + 1))
					: 0;
			if (encoding != 'B' && encoding != 'Q') {
				next = text.indexOf("=?", next + 2);
				continue;
			}
			String wordCharset = charsetOf(text.substring(next + 2, charsetEnd));
			// The white space between two encoded words is no part of the text; a multi-byte character may be cut there.
			if (!text.substring(done, next).isBlank() || !wordCharset.equalsIgnoreCase(charset)) {
				flush(bytes, charset, out);
				out.append(text, done, charset != null && text.substring(done, next).isBlank() ? done : next);
			}
			charset = wordCharset;
			int start = charsetEnd + 3;
			int end = encoding == 'Q' ? quotedEnd(text, start) : text.indexOf("?=", start);
			int stop = end < 0 ? text.length() : end;
			if (encoding == 'B') {
				TransferEncoding.base64(text, start, stop, bytes);
			} else {
				TransferEncoding.q(text, start, stop, bytes);
			}
			done = end < 0 ? text.length() : end + 2;
			next = text.indexOf("=?", done);
		}
		flush(bytes, charset, out);
		return Text.squeeze(out.append(text, done, text.length()).toString());
	}

	/** {@code =?utf-8?Q?=?=} and the like: the end is the first {@code ?=} that is not followed by two hex digits. */
	private static int quotedEnd(String text, int start) {
		int end = text.indexOf("?=", start);
		while (end >= 0 && end + 3 < text.length() && TransferEncoding.hex(text.charAt(end + 2)) >= 0
				&& TransferEncoding.hex(text.charAt(end + 3)) >= 0) {
			end = text.indexOf("?=", end + 1);
		}
		return end;
	}

	/** RFC 2231, 5: a language may follow the charset behind an asterisk. */
	private static String charsetOf(String name) {
		int language = name.indexOf('*');
		return language < 0 ? name : name.substring(0, language);
	}

	private static void flush(ByteArrayOutputStream bytes, String charset, StringBuilder out) {
		if (bytes.size() > 0) {
			byte[] all = bytes.toByteArray();
			out.append(Charsets.decode(all, 0, all.length, charset));
			bytes.reset();
		}
	}
}
