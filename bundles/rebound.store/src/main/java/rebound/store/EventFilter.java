package rebound.store;

import java.time.Instant;
import java.util.Set;

import rebound.model.AddressKey;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.Standing;

/**
 * Which events are wanted, in which order. Begin with {@link #ALL} and narrow it; {@code null} and empty sets let
 * everything through.
 *
 * @param text         in any case: the beginning of an address or, with three characters and more and without an
 *                     {@code @} inside, a part of the address, the subject or the diagnostic text
 * @param campaignId   the campaign, or {@link #NO_CAMPAIGN}
 * @param mailHost     receiving mail host, as {@link rebound.model.MailHost} groups them
 * @param domain       the address's domain
 * @param state        how the address stands
 * @param from         events that occurred then or later
 * @param until        events that occurred before
 * @param place        where to go on: {@link EventPage#next} of the page before, or {@code null} for the beginning
 * @param offset       number of events to leave out after the place; a high number costs time
 * @param limit        at most this many, 1 to {@link #MAX_LIMIT}
 */
public record EventFilter(String text, Set<Kind> kinds, BounceType type, Set<Reason> reasons, Fault fault,
		String campaignId, String mailHost, String domain, AddressKey address, Standing.State state, Instant from,
		Instant until, Sort sort, boolean ascending, String place, long offset, int limit) {

	/** Highest number of events on a page. */
	public static final int MAX_LIMIT = 10_000;

	/** Stands for events that belong to no campaign. */
	public static final String NO_CAMPAIGN = "";

	/** All events, latest first, 100 a page. */
	public static final EventFilter ALL = new EventFilter(null, Set.of(), null, Set.of(), null, null, null, null, null,
			null, null, null, Sort.OCCURRED, false, null, 0, 100);

	/** What events are sorted by; equal ones by time and id. */
	public enum Sort {
		OCCURRED, ADDRESS, REASON, CAMPAIGN, MAIL_HOST
	}

	public EventFilter {
		kinds = Set.copyOf(kinds);
		reasons = Set.copyOf(reasons);
		if (limit < 1 || limit > MAX_LIMIT || offset < 0) {
			throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
		}
	}

	public EventFilter withText(String wanted) {
		return new EventFilter(wanted, kinds, type, reasons, fault, campaignId, mailHost, domain, address, state, from,
				until, sort, ascending, place, offset, limit);
	}

	public EventFilter withKinds(Set<Kind> wanted) {
		return new EventFilter(text, wanted, type, reasons, fault, campaignId, mailHost, domain, address, state, from,
				until, sort, ascending, place, offset, limit);
	}

	public EventFilter withType(BounceType wanted) {
		return new EventFilter(text, kinds, wanted, reasons, fault, campaignId, mailHost, domain, address, state, from,
				until, sort, ascending, place, offset, limit);
	}

	public EventFilter withReasons(Set<Reason> wanted) {
		return new EventFilter(text, kinds, type, wanted, fault, campaignId, mailHost, domain, address, state, from,
				until, sort, ascending, place, offset, limit);
	}

	public EventFilter withFault(Fault wanted) {
		return new EventFilter(text, kinds, type, reasons, wanted, campaignId, mailHost, domain, address, state, from,
				until, sort, ascending, place, offset, limit);
	}

	/** @param wanted a campaign's id, or {@link #NO_CAMPAIGN} */
	public EventFilter withCampaign(String wanted) {
		return new EventFilter(text, kinds, type, reasons, fault, wanted, mailHost, domain, address, state, from,
				until, sort, ascending, place, offset, limit);
	}

	public EventFilter withMailHost(String wanted) {
		return new EventFilter(text, kinds, type, reasons, fault, campaignId, wanted, domain, address, state, from,
				until, sort, ascending, place, offset, limit);
	}

	public EventFilter withDomain(String wanted) {
		return new EventFilter(text, kinds, type, reasons, fault, campaignId, mailHost, wanted, address, state, from,
				until, sort, ascending, place, offset, limit);
	}

	public EventFilter withAddress(AddressKey wanted) {
		return new EventFilter(text, kinds, type, reasons, fault, campaignId, mailHost, domain, wanted, state, from,
				until, sort, ascending, place, offset, limit);
	}

	public EventFilter withState(Standing.State wanted) {
		return new EventFilter(text, kinds, type, reasons, fault, campaignId, mailHost, domain, address, wanted, from,
				until, sort, ascending, place, offset, limit);
	}

	/** Events that occurred from one instant on and before another. */
	public EventFilter withPeriod(Instant begin, Instant end) {
		return new EventFilter(text, kinds, type, reasons, fault, campaignId, mailHost, domain, address, state, begin,
				end, sort, ascending, place, offset, limit);
	}

	public EventFilter sortedBy(Sort wanted, boolean upwards) {
		return new EventFilter(text, kinds, type, reasons, fault, campaignId, mailHost, domain, address, state, from,
				until, wanted, upwards, place, offset, limit);
	}

	/** Goes on behind a page. */
	public EventFilter after(String next) {
		return new EventFilter(text, kinds, type, reasons, fault, campaignId, mailHost, domain, address, state, from,
				until, sort, ascending, next, offset, limit);
	}

	public EventFilter limit(long skipped, int wanted) {
		return new EventFilter(text, kinds, type, reasons, fault, campaignId, mailHost, domain, address, state, from,
				until, sort, ascending, place, skipped, wanted);
	}
}
