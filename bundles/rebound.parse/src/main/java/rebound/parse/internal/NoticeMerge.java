package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;

import rebound.model.EnhancedStatus;
import rebound.model.RecipientStatus;

/**
 * Joins what the fields of a delivery status notification say with what its text says: the fields win, but the reply of
 * the remote server wins over the reporting server's own words.
 */
final class NoticeMerge {

	private NoticeMerge() {
	}

	/**
	 * @param own whether the text tells the reporting server's own reason, which wins over any reply
	 * @return the recipients of the fields, completed from the text; those of the text where the fields name none
	 */
	static List<RecipientStatus> merge(List<RecipientStatus> fields, List<RecipientStatus> text, boolean own) {
		if (fields.isEmpty() || text.isEmpty()) {
			return fields.isEmpty() ? text : fields;
		}
		List<RecipientStatus> merged = new ArrayList<>(fields.size());
		for (RecipientStatus recipient : fields) {
			RecipientStatus said = find(recipient, text, fields.size() == 1 && text.size() == 1);
			merged.add(said == null ? recipient : join(recipient, said, own && said.diagnostic() != null));
		}
		return merged;
	}

	private static RecipientStatus find(RecipientStatus wanted, List<RecipientStatus> text, boolean only) {
		for (RecipientStatus candidate : text) {
			if (isSame(wanted.recipient(), candidate.recipient())
					|| isSame(wanted.originalRecipient(), candidate.recipient())) {
				return candidate;
			}
		}
		return only ? text.get(0) : null;
	}

	/** A local part alone is the same as the address that begins with it. */
	private static boolean isSame(String a, String b) {
		if (a == null || b == null) {
			return false;
		}
		return a.equalsIgnoreCase(b) || a.indexOf('@') < 0 && Text.startsWith(b, a + '@');
	}

	private static RecipientStatus join(RecipientStatus field, RecipientStatus said, boolean own) {
		boolean better = field.replyCode() == 0 && (said.replyCode() != 0 || field.diagnostic() == null);
		String recipient = Addresses.isComplete(field.recipient()) || said.recipient() == null
				? field.recipient()
				: said.recipient();
		EnhancedStatus status = field.status();
		boolean tells = said.status() != null && !said.status().is(0, 0);
		if (status == null || tells && (better && said.replyCode() != 0 || status.is(0, 0))) {
			status = said.status();
		}
		return new RecipientStatus(recipient, field.originalRecipient(), field.action(), status,
				better ? said.replyCode() : field.replyCode(), better || own ? said.diagnostic() : field.diagnostic(),
				field.command() == null ? said.command() : field.command(),
				field.remoteMta() == null ? said.remoteMta() : field.remoteMta());
	}
}
