package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import rebound.model.Action;
import rebound.model.Original;
import rebound.model.RecipientStatus;

/**
 * Finds whom a report is about where it names nobody, or a local part only: the field X-Failed-Recipients, the only
 * recipient of the original, or the address that the sender wove into the return path (VERP).
 */
final class RecipientGuess {

	private final HeaderFields headers;
	private final Original original;

	RecipientGuess(HeaderFields headers, Original original) {
		this.headers = headers;
		this.original = original;
	}

	/** @return those that have an address, completed where need be; never one without */
	List<RecipientStatus> complete(List<RecipientStatus> recipients) {
		List<RecipientStatus> completed = null;
		for (int i = 0; i < recipients.size(); i++) {
			RecipientStatus recipient = recipients.get(i);
			if (!Addresses.isComplete(recipient.recipient())) {
				completed = completed == null ? new ArrayList<>(recipients) : completed;
				String address = address(recipient.recipient());
				completed.set(i, address == null ? recipient : withAddress(recipient, address));
			}
		}
		if (completed == null) {
			return recipients;
		}
		completed.removeIf(recipient -> recipient.recipient() == null);
		return completed;
	}

	/** @return whom a report is about that says nothing about any recipient; at most one but for X-Failed-Recipients */
	List<RecipientStatus> all(Action action, int max) {
		String failed = headers.raw("X-Failed-Recipients");
		List<String> addresses = failed == null ? List.of() : Addresses.list(failed, max);
		String only = addresses.isEmpty() ? address(null) : null;
		if (only != null) {
			addresses = List.of(only);
		}
		List<RecipientStatus> recipients = new ArrayList<>(addresses.size());
		for (String address : addresses) {
			recipients.add(new RecipientStatus(address, null, action, null, 0, null, null, null));
		}
		return recipients;
	}

	/** The address that begins with the local part, or the only one there is where none is named. */
	private String address(String localPart) {
		List<String> to = original.to() == null ? List.of() : Addresses.list(original.to(), 50);
		String verp = verp(Senders.reportedTo(headers));
		for (String address : to) {
			if (localPart != null && Text.startsWith(address, localPart + '@')) {
				return address;
			}
		}
		if (verp != null && (localPart == null || Text.startsWith(verp, localPart + '@'))) {
			return verp;
		}
		return localPart == null && to.size() == 1 ? to.get(0) : null;
	}

	/** {@code news+anna=example.com@example.org}, {@code list-return-42-anna=example.com@example.org}: the recipient. */
	static String verp(String returnPath) {
		if (returnPath == null) {
			return null;
		}
		int at = returnPath.lastIndexOf('@');
		int equals = at < 0 ? -1 : returnPath.lastIndexOf('=', at);
		String lower = returnPath.toLowerCase(Locale.ROOT);
		if (equals < 1 || lower.startsWith("srs") || lower.startsWith("prvs") || lower.startsWith("msprvs")) {
			return null;
		}
		String domain = returnPath.substring(equals + 1, at);
		int end = returnPath.charAt(equals - 1) == '=' ? equals - 1 : equals;
		int start = returnPath.indexOf('+') + 1;
		if (start == 0) {
			start = returnPath.lastIndexOf('-', end) + 1;
		}
		boolean plausible = start > 0 && start < end && domain.indexOf('.') > 0 && !domain.endsWith(".");
		return plausible ? returnPath.substring(start, end) + '@' + domain : null;
	}

	private static RecipientStatus withAddress(RecipientStatus status, String address) {
		return new RecipientStatus(address, status.originalRecipient(), status.action(), status.status(),
				status.replyCode(), status.diagnostic(), status.command(), status.remoteMta());
	}
}
