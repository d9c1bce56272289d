package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;

import rebound.model.DeliveryReport.Form;
import rebound.model.Original;
import rebound.model.RecipientStatus;

/**
 * Reads who complained from a feedback report (RFC 5965, 6591, 9477), and from the forms of mailbox providers that send
 * the message alone: Hotmail's junk mail reporting, Apple's unsubscribe mails.
 */
final class FeedbackReader {

	private static final String MICROSOFT = "X-HmXmrOriginalRecipient";

	private FeedbackReader() {
	}

	/** @return whether the mail is a report that a recipient, or somebody for the recipient, complains */
	static boolean isFeedback(MailParts mail, HeaderFields original) {
		if (mail.first(Part.Role.FEEDBACK) != null || "feedback-report".equals(mail.type().reportType())) {
			return true;
		}
		return original.has(MICROSOFT) && mail.first(Part.Role.STATUS) == null
				|| "true".equalsIgnoreCase(mail.headers().raw("X-Apple-Unsubscribe"));
	}

	/** Reads the report; {@code original} is the header of the message that somebody complains about. */
	static Contents read(MailParts mail, HeaderFields original, int max) {
		HeaderFields fields = fields(mail);
		Original returned = OriginalReader.read(original, fields.first("Original-Envelope-Id"));
		List<String> addresses = new ArrayList<>(2);
		for (String name : new String[]{ "Original-Rcpt-To", "Removal-Recipient", "Final-Recipient" }) {
			for (String value : addresses.isEmpty() ? fields.all(name) : List.<String>of()) {
				String address = Addresses.typed(value);
				if (Addresses.isComplete(address) && !addresses.contains(address) && addresses.size() < max) {
					addresses.add(address);
				}
			}
		}
		if (addresses.isEmpty() && original.has(MICROSOFT)) {
			addresses.addAll(Addresses.list(original.first(MICROSOFT), 1));
		}
		if (addresses.isEmpty() && mail.headers().has("X-Apple-Unsubscribe")) {
			addresses.addAll(Addresses.list(String.valueOf(mail.headers().first("From")), 1));
		}
		if (addresses.isEmpty() && returned.to() != null) {
			addresses.addAll(Addresses.list(returned.to(), max));
		}
		String type = fields.first("Feedback-Type");
		List<RecipientStatus> recipients = new ArrayList<>(addresses.size());
		for (String address : addresses) {
			recipients.add(new RecipientStatus(address, null, null, null, 0, type, null, null));
		}
		return new Contents(Form.FEEDBACK_REPORT, "rfc5965",
				DeliveryStatusReader.host(fields.first("Reporting-MTA")), recipients, returned, null);
	}

	/** The report's fields; some servers put them into the text. */
	private static HeaderFields fields(MailParts mail) {
		Part part = mail.first(Part.Role.FEEDBACK);
		if (part != null) {
			return HeaderFields.of(part.text().stripLeading());
		}
		String text = mail.notice();
		int start = Text.indexOf(text, "Feedback-Type:", 0);
		return start < 0 ? HeaderFields.EMPTY : HeaderFields.of(text.substring(start));
	}
}
