package rebound.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import rebound.customers.Contact.Reach;
import rebound.model.Action;
import rebound.model.AddressKey;
import rebound.model.AutoReply;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Evidence;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Strength;
import rebound.model.Verdict;

/** Invented customers and what happened to their addresses. */
final class People {

	static final Instant BOUNCED = Instant.parse("2026-11-20T09:00:00Z");

	private People() {
	}

	static Customer customer(String first, String last, String... emails) {
		return customer(first, last, null, null, emails);
	}

	static Customer customer(String first, String last, String department, LocalDate lastOrder, String... emails) {
		return new Customer(first + last, null, null, null, first, last, null, null, "Acme", department, null, null,
				null,
				null, null, null, null, lastOrder, null, List.of(emails), "+46 8 " + first.length(), null, null, null,
				null, null, null, null, false, Map.of());
	}

	static Contact works(String first, String last, String email) {
		return new Contact(customer(first, last, email), email, Reach.WORKS, null);
	}

	static Contact bounced(String first, String last, String email) {
		return new Contact(customer(first, last, email), email, Reach.BOUNCED, null);
	}

	static LostCustomer lost(Customer customer, List<BounceEvent> events, Contact... company) {
		return new LostCustomer(customer, customer.emails().getFirst(), events, null, false, List.of(company), null);
	}

	static LostCustomer dead(Customer customer, Contact... company) {
		return new LostCustomer(customer, customer.emails().getFirst(), List.of(), null, true, List.of(company), null);
	}

	static BounceEvent bounce(String original, String last, AutoReply told) {
		return event(Kind.BOUNCE, Reason.USERUNKNOWN, original, last, told);
	}

	static BounceEvent reply(String from, AutoReply told) {
		return event(Kind.AUTO_REPLY, Reason.VACATION, null, from, told);
	}

	private static BounceEvent event(Kind kind, Reason reason, String original, String last, AutoReply told) {
		RecipientStatus status = new RecipientStatus(last, original, Action.FAILED, null, 550, "no", SmtpCommand.RCPT,
				"mx.acme.example");
		Verdict verdict = Verdict.of(kind, reason, "r", new Evidence(Evidence.Source.NOTICE, "no"), Strength.STRONG,
				90);
		return new BounceEvent("e", AddressKey.of(original == null ? last : original), BOUNCED, BOUNCED, null, null,
				null,
				null, status, verdict, null, null, "rfc3464", "file", "00", told);
	}
}
