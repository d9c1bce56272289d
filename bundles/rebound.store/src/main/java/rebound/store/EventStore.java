package rebound.store;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Verdict;

/** The mails that were read, and the events they report. */
@ProviderType
public interface EventStore {

	/**
	 * Stores mails, what they say and the campaigns they tell of: all of it or, on an exception, nothing. A mail or
	 * event that is stored already is not stored again. Some hundreds to thousands in one call are quickest.
	 */
	AddResult add(List<NewMail> mails);

	/**
	 * Stores mails of a mailbox as {@link #add(List)} does and, in the same transaction, how far the mailbox is read.
	 *
	 * @param mails may be empty
	 */
	AddResult add(List<NewMail> mails, ReadMark mark);

	/** @return which of these mails are stored, by SHA-256 in lower-case hexadecimal */
	Set<String> known(Collection<String> mailHashes);

	/** @return the events that match, sorted, from the filter's place on */
	EventPage page(EventFilter filter);

	/** @return number of events that match */
	long count(EventFilter filter);

	/**
	 * Puts the events that match together by what they have in common.
	 *
	 * @param zone  says when a day begins, as it is now
	 * @param limit at most so many groups: days the latest first, others the biggest first
	 */
	List<EventGroup> groups(EventFilter filter, EventGroup.By by, ZoneOffset zone, int limit);

	/** Hands over all events that match, sorted, with little memory however many. */
	void forEach(EventFilter filter, Consumer<BounceEvent> consumer);

	/** @return the event with this id, or empty */
	Optional<BounceEvent> find(String id);

	/** @return an address's events, latest first */
	List<BounceEvent> ofAddress(AddressKey address);

	/** @return a mail by its SHA-256 in lower-case hexadecimal, or empty when it was never or is no longer kept */
	Optional<StoredMail> mail(String mailHash);

	/**
	 * Assigns events to a campaign by hand.
	 *
	 * @param campaignId the campaign, or {@code null} for none
	 * @return number of events that were changed
	 */
	int assign(Collection<String> eventIds, String campaignId);

	/**
	 * Gives events other verdicts; their kind stays. The addresses are to be judged anew.
	 *
	 * @param verdicts by the event's id
	 * @return number of events that were changed
	 */
	int relabel(Map<String, Verdict> verdicts);
}
