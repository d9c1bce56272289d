package rebound.parse.internal;

/** Tells from a mail's header fields whether a mail system or a person wrote it. */
final class Senders {

	private static final String[] SYSTEMS = {"mailer-daemon", "mailer_daemon", "maildaemon", "mail-daemon", "mdaemon",
			"postmaster", "mail delivery", "mail administrator", "microsoftexchange", "complaints@email-abuse"};
	private static final String[] ANSWERS = {"re:", "aw:", "sv:", "antw:", "fw:", "fwd:", "wg:", "tr:", "rv:", "rif:",
			"vs:", "doorst:", "enc:", "r:", "i:", "[fwd:", "回复:", "转发:", "回复：", "转发：", "答复:", "返信:", "転送:"};

	private Senders() {
	}

	/** @return whether the mail has the sender that delivery reports have */
	static boolean isMailSystem(HeaderFields headers) {
		String path = headers.raw("Return-Path");
		if ("<>".equals(path)) {
			return true;
		}
		for (String from : new String[]{headers.first("From"), headers.first("Sender")}) {
			for (String name : from == null ? new String[0] : SYSTEMS) {
				if (Text.indexOf(from, name, 0) >= 0) {
					return true;
				}
			}
		}
		return false;
	}

	/** @return whether a person answers or forwards */
	static boolean isAnswerOrForward(HeaderFields headers) {
		String subject = headers.first("Subject");
		for (String prefix : ANSWERS) {
			if (Text.startsWith(subject, prefix)) {
				return true;
			}
		}
		return false;
	}

	/** @return the person who answers automatically: From, unless that is an address nobody reads */
	static String answering(HeaderFields headers) {
		String from = first(headers, "From");
		if (from == null || isNobody(from)) {
			String replyTo = first(headers, "Reply-To");
			return replyTo == null ? from : replyTo;
		}
		return from;
	}

	/** @return the address a report was sent to; VERP and BATV tokens live there */
	static String reportedTo(HeaderFields headers) {
		for (String name : new String[]{"To", "X-Original-To", "Delivered-To", "Envelope-To"}) {
			String address = first(headers, name);
			if (address != null) {
				return address;
			}
		}
		return null;
	}

	private static String first(HeaderFields headers, String name) {
		String value = headers.first(name);
		String address = value == null ? null : Addresses.bare(value);
		return Addresses.isComplete(address) ? address : null;
	}

	private static boolean isNobody(String address) {
		String[] names = {"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster"};
		for (String name : names) {
			if (Text.startsWith(address, name)) {
				return true;
			}
		}
		return false;
	}
}
