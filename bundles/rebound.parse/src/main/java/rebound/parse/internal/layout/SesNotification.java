package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.List;

import rebound.model.Action;
import rebound.model.EnhancedStatus;
import rebound.model.RecipientStatus;

/**
 * Bounce notifications of Amazon SES that come by mail through SNS: one JSON object. Mail gateways break its long line,
 * so it is searched for its fields, not parsed.
 */
final class SesNotification {

	private static final int MOST_RECIPIENTS = 1_000;

	private SesNotification() {
	}

	/** @return the recipients of a bounce notification, none if the text is no such thing */
	static List<RecipientStatus> read(Message message) {
		List<RecipientStatus> recipients = new ArrayList<>();
		String text = message.text();
		String from = message.headers().first("From");
		if (!text.startsWith("{") || from == null || !from.contains("amazonaws.com")) {
			return recipients;
		}
		int list = text.indexOf("\"bouncedRecipients\"");
		int end = list < 0 ? -1 : text.indexOf(']', list);
		int at = list;
		while (at >= 0 && at < end && recipients.size() < MOST_RECIPIENTS) {
			int object = text.indexOf('{', at);
			int close = object < 0 ? -1 : text.indexOf('}', object);
			if (object < 0 || object > end || close < 0) {
				break;
			}
			String one = text.substring(object, close);
			Addresses.Found address = Addresses.at(value(one, "emailAddress"), 0);
			if (address != null) {
				Draft draft = new Draft(address.address(), Action.FAILED);
				draft.status = EnhancedStatus.of(value(one, "status")).orElse(null);
				draft.addReason(withoutType(value(one, "diagnosticCode")));
				recipients.add(draft.build());
			}
			at = close;
		}
		return recipients;
	}

	private static String withoutType(String diagnostic) {
		return diagnostic.startsWith("smtp;") ? diagnostic.substring("smtp;".length()).strip() : diagnostic;
	}

	private static String value(String object, String name) {
		int key = object.indexOf('"' + name + '"');
		int colon = key < 0 ? -1 : object.indexOf(':', key);
		int open = colon < 0 ? -1 : object.indexOf('"', colon);
		if (open < 0) {
			return "";
		}
		StringBuilder value = new StringBuilder();
		for (int i = open + 1; i < object.length() && object.charAt(i) != '"'; i++) {
			char c = object.charAt(i);
			if (c == '\\' && i + 1 < object.length()) {
				c = object.charAt(++i);
				c = c == 'n' || c == 't' || c == 'r' ? ' ' : c;
			}
			value.append(c);
		}
		return value.toString();
	}
}
