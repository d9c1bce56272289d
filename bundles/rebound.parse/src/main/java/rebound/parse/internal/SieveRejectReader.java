package rebound.parse.internal;

import java.util.List;

import rebound.model.Action;
import rebound.model.DeliveryReport.Form;
import rebound.model.Original;
import rebound.model.RecipientStatus;

/**
 * Reads the refusal of a recipient's Sieve filter (RFC 5429, 2.1), which comes in the dress of a receipt: a disposition
 * notification (RFC 8098) that the message was deleted, and a text that it was rejected.
 */
final class SieveRejectReader {

	private static final int MAX_TEXT = 1_000;

	private SieveRejectReader() {
	}

	/** @return what the refusal says, or {@code null} if the mail is none */
	static Contents read(MailParts mail, HeaderFields original) {
		Part part = mail.first(Part.Role.DISPOSITION);
		if (part == null || !isRejection(mail)) {
			return null;
		}
		HeaderFields fields = HeaderFields.of(part.text().stripLeading());
		String recipient = Addresses.typed(fields.raw("Final-Recipient"));
		if (!Text.startsWith(fields.raw("Disposition"), "automatic-action") || recipient == null) {
			return null;
		}
		String text = Text.squeeze(mail.notice());
		RecipientStatus status = new RecipientStatus(recipient, Addresses.typed(fields.raw("Original-Recipient")),
				Action.FAILED, null, 0, text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text, null, null);
		Original returned = OriginalReader.read(original, null);
		return new Contents(Form.PLAIN_BOUNCE, "rfc5429", DeliveryStatusReader.host(fields.first("Reporting-UA")),
				List.of(status), returned, null);
	}

	private static boolean isRejection(MailParts mail) {
		return Text.contains(mail.headers().raw("Auto-Submitted"), "(rejected)")
				|| Text.contains(mail.notice(), "automatically rejected");
	}
}
