package rebound.customers;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A way to a lost customer that was found, with what it rests on. Nothing is done without the user's click. Absent
 * values are {@code null}.
 *
 * @param kind       how it was found
 * @param email      the address to try; of the customer or, for a person who answers instead, of that person
 * @param name       of the person who answers instead
 * @param phone      of the person who answers instead
 * @param date       when the customer is back, or last gave a sign of life
 * @param confidence 0 to 100
 * @param evidence   the quoted sentence, the colleague's address, the domain: what it rests on
 * @param count      how many cases say so: colleagues, customers of the domain, moves seen
 */
public record Suggestion(Kind kind, String email, String name, String phone, LocalDate date, int confidence,
		String evidence, long count) {

	/** How a way was found. */
	public enum Kind {
		/** The server's answer names a new address (reply code 551, status 5.1.6). */
		REPLY_551("551"),
		/** The customer's automatic answer names the new address. */
		AUTO_REPLY("auto_reply"),
		/** The customer's automatic answer names a person who answers instead. */
		SUCCESSOR("successor"),
		/** The customer is away and comes back: the address is fine. */
		AWAY("away"),
		/** The domain looks mistyped. Not verified. */
		TYPO("typo"),
		/** Colleagues' addresses are made like this. Not verified. */
		PATTERN("pattern"),
		/** Others of the domain have moved to another. */
		DOMAIN_RENAME("domain_rename"),
		/** The customer data has another address that works. */
		SECOND_ADDRESS("crm"),
		/** A colleague whose address works. */
		COLLEAGUE("colleague"),
		/** The customer's address works, but forwards to one that does not: nothing to block. */
		BROKEN_FORWARD("broken_forward"),
		/** A sign of life newer than the bounce: nothing to search. */
		ALIVE("alive");

		private final String id;

		Kind(String id) {
			this.id = id;
		}

		/** @return the stable id; for new addresses the report's {@code suggested_email_source} */
		public String id() {
			return id;
		}

		/** @return whether the suggestion's address is the customer's own */
		public boolean isOwnAddress() {
			return switch (this) {
				case REPLY_551, AUTO_REPLY, TYPO, PATTERN, DOMAIN_RENAME, SECOND_ADDRESS -> true;
				case SUCCESSOR, AWAY, COLLEAGUE, BROKEN_FORWARD, ALIVE -> false;
			};
		}
	}

	/** @return the same, as sure as this */
	public Suggestion withConfidence(int other) {
		return new Suggestion(kind, email, name, phone, date, other, evidence, count);
	}

	/** What the contacts of a company together tell. */
	public enum CompanyVerdict {
		/** None of them bounced. */
		ALIVE,
		/** This one bounced, others work. */
		PERSON_LEFT,
		/** All of the old domain bounced, those of another work. */
		DOMAIN_MOVED,
		/** All bounced and the domain is dead. */
		COMPANY_GONE,
		/** Too little is known. */
		UNCLEAR;

		/** @return the stable id, for example {@code "person_left"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
