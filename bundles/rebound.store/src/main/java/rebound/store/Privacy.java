package rebound.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.Decision;
import rebound.model.FollowUp;
import rebound.model.LifeSign;
import rebound.model.Occurrence;
import rebound.model.Reason;
import rebound.model.Standing;

/** What the law on personal data asks of the database. */
@ProviderType
public interface Privacy {

	/** @return all that is stored of an address, for the person it belongs to */
	Person export(AddressKey address);

	/**
	 * Erases an address: events, mails, customers with no other address, all. Of a blocked one a keyed hash stays, so
	 * that it is not mailed again; its entries in the audit trail stay with the hash in place of the address.
	 *
	 * @param at when the person asked
	 * @return what was erased
	 */
	Erased erase(AddressKey address, Instant at);

	/** @return the hash kept of an erased address that was blocked, or empty */
	Optional<Tombstone> tombstone(AddressKey address);

	/**
	 * Removes what is older than need be.
	 *
	 * @param mailsBefore  mails read before lose their content, not their hash
	 * @param eventsBefore events that occurred before go; how their addresses stand stays as last judged
	 * @param dryRun       whether to count only
	 */
	Removed removeOld(Instant mailsBefore, Instant eventsBefore, boolean dryRun);

	/**
	 * All that is stored of an address.
	 *
	 * @param customers  those that have the address
	 * @param followUps  what the user noted of them
	 * @param changes    what the user accepted for them
	 * @param standing   {@code null} when nothing ever happened to it
	 * @param events     what happened
	 * @param pastEvents what counts of events that retention has removed
	 * @param mails      the mails that told of the events, as far as they are kept
	 * @param sent       the mails it was sent, as far as known
	 */
	record Person(AddressKey address, List<Customer> customers, List<FollowUp> followUps, List<CustomerChange> changes,
			Standing standing, List<BounceEvent> events, List<Occurrence> pastEvents, List<StoredMail> mails,
			List<Sent> sent, List<LifeSign> lifeSigns, List<Decision> decisions) {
	}

	/**
	 * A mail sent to an address. Absent values are {@code null}.
	 *
	 * @param campaign  id of the campaign it belongs to
	 * @param name      the campaign's name
	 * @param messageId of this mail
	 * @param at        when it was sent
	 */
	record Sent(String campaign, String name, String messageId, Instant at) {
	}

	/** Numbers of rows erased. */
	record Erased(int events, int mails, int customers, int decisions) {
	}

	/** Numbers of rows that were or would be removed. */
	record Removed(long mails, long events) {
	}

	/**
	 * What stays of an erased address that was blocked.
	 *
	 * @param hash   HMAC-SHA-256 of the address under the database's own key, in lower-case hexadecimal
	 * @param reason why it was blocked, or {@code null}
	 * @param at     when it was erased
	 */
	record Tombstone(String hash, Reason reason, Instant at) {
	}
}
