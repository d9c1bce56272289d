package rebound.store;

import java.util.List;

/**
 * What became of a batch of mails.
 *
 * @param outcomes     of each mail, in the batch's order
 * @param newEvents    number of events that were stored
 * @param knownEvents  number of events that were stored before
 * @param newCampaigns number of campaigns that were recognised for the first time
 */
public record AddResult(List<Outcome> outcomes, int newEvents, int knownEvents, int newCampaigns) {

	/** What became of one mail. */
	public enum Outcome {
		/** Stored with at least one event. */
		STORED,
		/** Its events are known from another mail or a log. */
		KNOWN_EVENTS,
		/** The very same mail was stored before. */
		KNOWN_MAIL,
		/** It reports nothing about any address; noted so that it is known next time, not kept. */
		NO_EVENT
	}

	public AddResult {
		outcomes = List.copyOf(outcomes);
	}

	/** @return number of mails with this outcome */
	public int count(Outcome outcome) {
		return (int) outcomes.stream().filter(outcome::equals).count();
	}
}
