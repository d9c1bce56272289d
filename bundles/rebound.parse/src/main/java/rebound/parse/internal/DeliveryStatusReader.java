package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;

import rebound.model.Action;
import rebound.model.EnhancedStatus;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;

/** From the fields of a delivery status notification to what it says about each recipient (RFC 3464, RFC 6533). */
final class DeliveryStatusReader {

	private DeliveryStatusReader() {
	}

	static List<RecipientStatus> read(StatusFields fields) {
		List<RecipientStatus> recipients = new ArrayList<>(fields.groups().size());
		for (HeaderFields group : fields.groups()) {
			String last = Addresses.typed(group.first("Final-Recipient"));
			String original = Addresses.typed(group.first("Original-Recipient"));
			if (last == null && original == null) {
				continue;
			}
			String diagnostic = group.first("Diagnostic-Code");
			String text = diagnostic == null ? null : diagnostic.substring(Addresses.typeEnd(diagnostic)).strip();
			String status = group.first("Status");
			EnhancedStatus code = status == null ? null : EnhancedStatus.of(firstWord(status)).orElse(null);
			String actionWord = group.first("Action");
			Action action = actionWord == null ? null : Action.of(firstWord(actionWord)).orElse(Action.FAILED);
			String mta = group.first("Remote-MTA");
			SmtpCommand command = null;
			recipients.add(new RecipientStatus(last == null ? original : last, original,
					action == null ? Action.FAILED : action, code, 0, text, command,
					mta == null ? null : mta.substring(mta.indexOf(';') + 1).strip()));
		}
		return recipients;
	}

	private static String firstWord(String text) {
		int end = 0;
		while (end < text.length() && " \t(;,".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return text.substring(0, end);
	}
}
