package rebound.parse.internal;

import java.util.List;
import java.util.Set;

import rebound.model.Action;
import rebound.model.AutoReply;
import rebound.model.AutoReply.SubKind;
import rebound.model.RecipientStatus;
import rebound.parse.internal.layout.Addresses.Found;

/**
 * Reads the new address out of a refusal: reply code 551 ("User not local; please try", RFC 5321, 3.4), enhanced status
 * x.1.6 (RFC 3463), or a server's words that the person has moved.
 */
final class ForwardPath {

	private static final int MAX_TEXT = 4_096;
	private static final List<String> MOVED = List.of("has moved", "mailbox moved", "new address", "changed address",
			"neue adresse", "nouvelle adresse", "nuevo correo", "nuova casella");
	/** Who is named for questions, not as the new address. */
	private static final Set<String> OFFICES = Set.of("postmaster", "abuse", "support", "helpdesk", "hostmaster",
			"webmaster", "admin", "mailer-daemon", "noreply", "no-reply", "it-support", "servicedesk");

	private ForwardPath() {
	}

	/** @return what the first refusal that tells of a move says, or {@code null} if none does */
	static AutoReply read(List<RecipientStatus> recipients) {
		for (RecipientStatus recipient : recipients) {
			String text = recipient.diagnostic();
			if (recipient.action() == Action.FAILED && text != null) {
				boolean coded = recipient.status() != null && recipient.status().is(1, 6)
						|| recipient.replyCode() == 551 && !Text.contains(text, "relay");
				boolean open = recipient.status() == null || recipient.status().subject() < 2;
				String address = coded || open ? newAddress(text, recipient) : null;
				if (coded || address != null && tellsMove(text)) {
					return new AutoReply(SubKind.MOVED, null, address, null, null, null, text);
				}
			}
		}
		return null;
	}

	private static boolean tellsMove(String text) {
		for (String phrase : MOVED) {
			if (Text.contains(text, phrase)) {
				return true;
			}
		}
		return false;
	}

	private static String newAddress(String diagnostic, RecipientStatus recipient) {
		String text = diagnostic.length() > MAX_TEXT ? diagnostic.substring(0, MAX_TEXT) : diagnostic;
		Found found = rebound.parse.internal.layout.Addresses.next(text, 0);
		while (found != null) {
			String address = found.address();
			String local = address.substring(0, address.lastIndexOf('@')).toLowerCase(java.util.Locale.ROOT);
			if (!address.equalsIgnoreCase(recipient.recipient()) && !OFFICES.contains(local)
					&& !address.equalsIgnoreCase(recipient.originalRecipient())) {
				return address;
			}
			found = rebound.parse.internal.layout.Addresses.next(text, found.end());
		}
		return null;
	}
}
