package rebound.model;

import java.time.Instant;
import java.util.List;

/**
 * What was read from one mail, before it is judged. Absent values are {@code null}.
 *
 * @param form         what the mail is by its structure
 * @param layout       id of the layout that was recognised, for example {@code "rfc3464"} or {@code "qmail"}
 * @param messageId    the report's own Message-ID
 * @param from         the report's own From as written, decoded
 * @param subject      the report's own subject, decoded
 * @param date         when the report was written
 * @param reportingMta the server that reports
 * @param returnPath   the address the report was sent to (VERP and BATV tokens live there)
 * @param notice       the beginning of the human-readable text, decoded
 * @param recipients   what is said about each recipient, in the report's order
 * @param original     the message that came back
 * @param autoReply    what an automatic answer or a forwarding address tells about the person
 * @param problems     what was wrong with the mail
 */
public record DeliveryReport(Form form, String layout, String messageId, String from, String subject, Instant date,
		String reportingMta, String returnPath, String notice, List<RecipientStatus> recipients, Original original,
		AutoReply autoReply, List<Problem> problems) {

	/** What a mail is by its structure. */
	public enum Form {
		/** A delivery status notification (RFC 3464, RFC 6533). */
		DELIVERY_STATUS,
		/** A bounce of a server that follows no standard. */
		PLAIN_BOUNCE,
		/** A feedback report (RFC 5965). */
		FEEDBACK_REPORT,
		/** An automatic answer (RFC 3834). */
		AUTO_REPLY,
		/** Anything else. */
		OTHER
	}

	public DeliveryReport {
		recipients = List.copyOf(recipients);
		problems = List.copyOf(problems);
	}
}
