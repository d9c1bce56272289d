package rebound.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import rebound.parse.internal.ReadableParts;

/**
 * A mail as a person reads it: its header fields and texts, decoded.
 *
 * @param headers its own header fields in order, values unfolded and decoded (RFC 2047)
 * @param texts   its texts, delivery-status parts among them, HTML without markup, lines separated by LF; the header of
 *                a message that came back is a text of its own
 */
public record ReadableMail(List<Header> headers, List<String> texts) {

	/** A header field: name as written. */
	public record Header(String name, String value) {
	}

	public ReadableMail {
		headers = List.copyOf(headers);
		texts = List.copyOf(texts);
	}

	/** Reads a mail (RFC 5322) within {@link Limits#DEFAULT}; no content makes it fail. */
	public static ReadableMail of(byte[] mail) {
		try {
			return ReadableParts.read(new ByteArrayInputStream(mail), Limits.DEFAULT);
		} catch (IOException bytesDoNotFail) {
			throw new UncheckedIOException(bytesDoNotFail);
		}
	}
}
