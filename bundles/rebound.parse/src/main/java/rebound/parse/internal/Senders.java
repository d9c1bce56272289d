package rebound.parse.internal;

import java.util.Locale;
import java.util.function.Predicate;

import rebound.parse.internal.autoreply.Person;

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

	/** @return who answers, by name and address */
	static Person person(HeaderFields headers) {
		String from = headers.first("From");
		int end = from == null ? -1 : from.lastIndexOf('<');
		String name = end <= 0 ? null : Text.squeeze(from.substring(0, end).replace("\"", "")).strip();
		return new Person(name == null || name.isEmpty() ? null : name, answering(headers));
	}

	/** @return tells the addresses of who wrote the mail that is answered: the answer's recipient and its domain */
	static Predicate<String> writtenTo(HeaderFields headers) {
		String writer = reportedTo(headers);
		String person = answering(headers);
		if (writer == null) {
			return address -> false;
		}
		String domain = domain(writer);
		boolean isColleague = person != null && isWithin(domain(person), domain);
		return address -> address.equalsIgnoreCase(writer)
				|| !isColleague && isWithin(domain(address), domain);
	}

	/** Newsletters are sent from hosts below or beside the domain of the shop. */
	private static boolean isWithin(String domain, String other) {
		String a = domain.toLowerCase(Locale.ROOT);
		String b = other.toLowerCase(Locale.ROOT);
		return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a) && a.indexOf('.') > 0;
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

	private static String domain(String address) {
		return address.substring(address.lastIndexOf('@') + 1);
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
