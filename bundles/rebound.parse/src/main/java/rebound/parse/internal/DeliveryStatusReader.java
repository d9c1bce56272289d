package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;

import rebound.model.Action;
import rebound.model.EnhancedStatus;
import rebound.model.RecipientStatus;
import rebound.parse.internal.layout.DiagnosticScanner;
import rebound.parse.internal.layout.Reply;

/** From the fields of a delivery status notification to what it says about each recipient (RFC 3464, RFC 6533). */
final class DeliveryStatusReader {

	private DeliveryStatusReader() {
	}

	/**
	 * Reads the groups that say something; those that name nobody have no recipient.
	 *
	 * @param delay whether a group that tells no action is about a delay
	 */
	static List<RecipientStatus> read(StatusFields fields, boolean delay) {
		List<RecipientStatus> recipients = new ArrayList<>(fields.groups().size());
		for (HeaderFields group : fields.groups()) {
			RecipientStatus recipient = recipient(group, delay);
			if (recipient != null) {
				recipients.add(recipient);
			}
		}
		return recipients;
	}

	private static RecipientStatus recipient(HeaderFields group, boolean delay) {
		String original = Addresses.typed(group.raw("Original-Recipient"));
		String recipient = failing(group, original);
		String status = group.first("Status");
		String diagnostic = diagnostic(group);
		if (recipient == null && status == null && diagnostic == null) {
			return null;
		}
		if (diagnostic == null && status != null && status.length() > 20) {
			// Apache James writes the whole error text here.
			diagnostic = status;
		}
		EnhancedStatus own = status(status);
		return recipient(recipient, original, action(group.first("Action"), own, delay), own, diagnostic,
				host(group.first("Remote-MTA")));
	}

	/** Completes what a report says about a recipient from the reply that it quotes. */
	static RecipientStatus recipient(String recipient, String original, Action action, EnhancedStatus own,
			String diagnostic, String remoteMta) {
		Reply reply = DiagnosticScanner.scan(diagnostic);
		return new RecipientStatus(recipient, original, action, reply.status() == null ? own : reply.status(),
				reply.code(),
				diagnostic, reply.command(), remoteMta == null ? reply.remoteMta() : remoteMta);
	}

	/** @return the enhanced status code in a Status field, also beside other words, or {@code null} */
	static EnhancedStatus status(String value) {
		return value == null ? null : EnhancedStatus.of(value).orElseGet(() -> DiagnosticScanner.scan(value).status());
	}

	/** Final-Recipient, unless only another field holds a whole address. */
	private static String failing(HeaderFields group, String original) {
		String last = Addresses.typed(group.raw("Final-Recipient"));
		if (Addresses.isComplete(last)) {
			return last;
		}
		String actual = Addresses.typed(group.raw("X-Actual-Recipient"));
		if (Addresses.isComplete(actual)) {
			return actual;
		}
		return Addresses.isComplete(original) || last == null ? original : last;
	}

	/** The text without its type; several fields are joined. */
	private static String diagnostic(HeaderFields group) {
		StringBuilder text = null;
		String first = null;
		for (int i = group.indexOf("Diagnostic-Code", 0); i >= 0; i = group.indexOf("Diagnostic-Code", i + 1)) {
			String value = group.value(i);
			String part = text(value);
			if (first == null || first.isEmpty()) {
				first = part;
			} else if (!part.isEmpty()) {
				text = text == null ? new StringBuilder(first) : text;
				text.append(' ').append(part);
			}
		}
		return text != null ? text.toString() : first == null || first.isEmpty() ? null : first;
	}

	/** @return a value without its type */
	static String text(String value) {
		return value.substring(typeEnd(value)).strip();
	}

	/** {@code smtp;} and the like is one word; a semicolon further on belongs to the text. */
	private static int typeEnd(String value) {
		int semicolon = value.indexOf(';');
		for (int i = 0; i < semicolon; i++) {
			char c = value.charAt(i);
			if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
				return 0;
			}
		}
		return semicolon + 1;
	}

	private static Action action(String value, EnhancedStatus status, boolean delay) {
		if (value != null) {
			String word = firstWord(value);
			Action action = Action.of(word).orElse(null);
			if (action != null) {
				return action;
			}
			if (Text.startsWith(word, "delay") || Text.startsWith(word, "defer")) {
				return Action.DELAYED;
			}
			return Text.startsWith(word, "success") ? Action.DELIVERED : Action.FAILED;
		}
		if (status != null && status.severity() == 2) {
			return Action.DELIVERED;
		}
		return delay && (status == null || status.severity() == 4) ? Action.DELAYED : Action.FAILED;
	}

	/** @return the host of {@code dns; mx.example.com (192.0.2.1)}, or {@code null} */
	static String host(String value) {
		if (value == null) {
			return null;
		}
		String host = firstWord(value.substring(typeEnd(value)).strip());
		if (host.startsWith("[") && host.endsWith("]")) {
			host = host.substring(1, host.length() - 1);
		}
		host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		return host.isEmpty() ? null : host;
	}

	private static String firstWord(String text) {
		int end = 0;
		while (end < text.length() && " \t(;,".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return text.substring(0, end);
	}
}
