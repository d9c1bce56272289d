package rebound.parse.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import rebound.model.Original;
import rebound.model.Original.Header;

/** Reads the message that came back from its header, whether it stands in a part of its own or in the text. */
public final class OriginalReader {

	/** Beginnings of the names of fields that tell a campaign, a list or a sending service's own ids. */
	private static final String[] KEPT = { "List-", "Feedback-ID", "X-Campaign", "X-Mailer-", "X-SES-", "X-SG-",
			"X-MC-",
			"X-Mailgun-", "X-PM-", "X-Mandrill-", "X-CSA-", "X-Job", "X-Mailing", "X-MSYS-", "X-SFMC-", "X-MJ-",
			"X-SIB-",
			"X-Mailin-", "X-Brevo-", "X-Kmail-", "X-Klaviyo-", "X-EMV-", "X-CM-", "X-HS-", "X-Rebound-", "X-Newsletter",
			"X-Batch", "X-Tag", "X-Emarsys-", "X-rext", "X-Binding", "X-Message-ID", "X-Subscriber", "X-BM-",
			"X-MailChannels-",
			"X-PowerMTA-", "X-virtual-MTA", "Return-Path", "Reply-To", "Precedence", "X-HmXmrOriginalRecipient",
			"X-AntiAbuse", "Original-Envelope-Id" };
	/** The same by {@link HeaderFields#initial}: most fields of a mail are none of these. */
	private static final String[][] KEPT_BY_INITIAL = byInitial();
	private static final int MAX_KEPT = 40;
	private static final int MAX_VALUE = 1_000;

	private OriginalReader() {
	}

	/** Reads a header block; {@code envelopeId} is what the sender gave with ENVID (RFC 3461), or {@code null}. */
	public static Original read(HeaderFields fields, String envelopeId) {
		if (fields.size() == 0 && envelopeId == null) {
			return Original.NONE;
		}
		List<Header> headers = new ArrayList<>(4);
		for (int i = 0; i < fields.size() && headers.size() < MAX_KEPT; i++) {
			if (isKept(fields, i)) {
				headers.add(new Header(fields.name(i), cut(fields.value(i))));
			}
		}
		if (envelopeId != null) {
			headers.add(new Header("Original-Envelope-Id", cut(envelopeId)));
		}
		return new Original(messageId(fields.first("Message-ID")), cut(fields.first("Subject")),
				cut(fields.first("From")), cut(fields.first("To")), cut(fields.first("Date")), headers);
	}

	/** @return whether a text begins like a message's header */
	static boolean looksLikeHeader(HeaderFields fields) {
		int known = (fields.has("From") ? 1 : 0) + (fields.has("Subject") ? 1 : 0) + (fields.has("To") ? 1 : 0)
				+ (fields.has("Date") ? 1 : 0) + (fields.has("Message-ID") ? 1 : 0) + (fields.has("Received") ? 1 : 0)
				+ (fields.has("Return-Path") ? 1 : 0);
		return known >= 2;
	}

	/** @return the identifier with its {@code <>}, without what stands around it, or {@code null} */
	static String messageId(String value) {
		if (value == null || value.isEmpty()) {
			return null;
		}
		int open = value.indexOf('<');
		int close = value.indexOf('>', open + 1);
		if (open >= 0 && close > open) {
			return cut(value.substring(open, close + 1));
		}
		int space = value.indexOf(' ');
		return cut('<' + (space < 0 ? value : value.substring(0, space)) + '>');
	}

	private static boolean isKept(HeaderFields fields, int index) {
		for (String prefix : KEPT_BY_INITIAL[fields.initial(index)]) {
			if (fields.nameStartsWith(index, prefix)) {
				return true;
			}
		}
		return false;
	}

	private static String[][] byInitial() {
		String[][] prefixes = new String[128][];
		Arrays.setAll(prefixes, initial -> Arrays.stream(KEPT)
				.filter(prefix -> (prefix.charAt(prefix.startsWith("X-") ? 2 : 0) | 32) == initial)
				.toArray(String[]::new));
		return prefixes;
	}

	private static String cut(String value) {
		return value == null || value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE);
	}
}
