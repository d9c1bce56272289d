package rebound.parse.internal;

import java.util.Arrays;

/** One part of a mail that is kept: its header fields and the beginning of its body. */
final class Part {

	/** What a part is there for. */
	enum Role {
		/** Text for people. */
		TEXT,
		HTML,
		/** message/delivery-status (RFC 3464), message/global-delivery-status (RFC 6533). */
		STATUS,
		/** message/feedback-report (RFC 5965). */
		FEEDBACK,
		/** message/disposition-notification (RFC 8098). */
		DISPOSITION,
		/** The header of the original, with its body (message/rfc822) or without. */
		ORIGINAL,
		/** Anything else, skipped. */
		OTHER;

		/** @return the role that a media type gives a part */
		static Role of(ContentType type) {
			return switch (type.type()) {
				case "text/html" -> HTML;
				case "message/delivery-status", "message/global-delivery-status", "message/xdelivery-status",
						"text/delivery-status" ->
					STATUS;
				case "message/feedback-report" -> FEEDBACK;
				case "message/disposition-notification", "message/global-disposition-notification" ->
					DISPOSITION;
				case "message/rfc822", "message/global", "message/news", "message/partial", "message/rfc822-headers",
						"message/global-headers",
						"text/rfc822-headers", "text/rfc822-header", "text/rfc822" ->
					ORIGINAL;
				default -> type.type().startsWith("text/") ? TEXT : OTHER;
			};
		}
	}

	final Role role;
	final ContentType type;
	final HeaderFields headers;
	private byte[] body = {};
	private int length;
	private String text;

	Part(Role role, ContentType type, HeaderFields headers) {
		this.role = role;
		this.type = type;
		this.headers = headers;
	}

	/** Keeps a line of the body. */
	void add(byte[] line, int from, int to) {
		int count = to - from;
		if (length + count + 1 > body.length) {
			body = Arrays.copyOf(body, Math.max(Math.max(1024, 2 * body.length), length + count + 1));
		}
		System.arraycopy(line, from, body, length, count);
		length += count;
		body[length++] = '\n';
	}

	/** @return how many bytes of the body are kept */
	int length() {
		return length;
	}

	/** @return the body as far as it is kept, decoded, lines separated by LF */
	String text() {
		if (text == null) {
			text = decode();
		}
		return text;
	}

	/** @return the header of the message that this part is, or holds in a transfer encoding */
	HeaderFields original() {
		return length == 0 ? headers : HeaderFields.of(text().stripLeading());
	}

	/** @return the body as far as it is kept, without its transfer encoding, lines separated by LF */
	byte[] bytes() {
		String encoding = headers.raw("Content-Transfer-Encoding");
		if (Text.startsWith(encoding, "base64")) {
			return Text.newlines(TransferEncoding.base64(body, length));
		}
		if (Text.startsWith(encoding, "quoted-printable")) {
			return Text.newlines(TransferEncoding.quotedPrintable(body, length));
		}
		return Arrays.copyOf(body, length);
	}

	private String decode() {
		byte[] bytes = bytes();
		return Charsets.decode(bytes, 0, bytes.length, type.charset());
	}
}
