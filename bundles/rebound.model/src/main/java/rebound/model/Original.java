package rebound.model;

import java.util.List;

/**
 * The message that came back, as far as the report returns it. Absent values are {@code null}, texts are decoded
 * (RFC 2047).
 *
 * @param messageId Message-ID with its {@code <>}
 * @param subject   Subject
 * @param from      From as written, with display name
 * @param to        To as written
 * @param date      Date as written (RFC 5322)
 * @param headers   the other header fields that tell a campaign (List-Id, Feedback-ID, X-Campaign..., and the
 *                  sending services' own), in order
 */
public record Original(String messageId, String subject, String from, String to, String date, List<Header> headers) {

	/** Nothing of the original message came back. */
	public static final Original NONE = new Original(null, null, null, null, null, List.of());

	/** A header field: name as written, value unfolded and decoded. */
	public record Header(String name, String value) {
	}

	public Original {
		headers = List.copyOf(headers);
	}

	/** @return the value of the first kept header field of this name in any case, or {@code null} */
	public String header(String name) {
		for (Header header : headers) {
			if (header.name().equalsIgnoreCase(name)) {
				return header.value();
			}
		}
		return null;
	}
}
