package rebound.parse.internal;

/** Reads from a mail's header fields who wrote it, and to whom. */
final class Senders {

	private Senders() {
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
		for (String name : new String[]{ "To", "X-Original-To", "Delivered-To", "Envelope-To" }) {
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
		String[] names = { "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon",
				"postmaster" };
		for (String name : names) {
			if (Text.startsWith(address, name)) {
				return true;
			}
		}
		return false;
	}
}
