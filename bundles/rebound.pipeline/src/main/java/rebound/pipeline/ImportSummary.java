package rebound.pipeline;

import java.util.List;
import java.util.Map;

import rebound.model.Kind;
import rebound.model.Reason;

/**
 * What an import came to. Verdicts are counted of all mails read, also of those known before.
 *
 * @param messages     number of mails and records of logs read
 * @param formats      number of records of logs and exports among them, by the id of the event source
 * @param kinds        number of mails by kind
 * @param hard         number of recipients that bounced hard
 * @param soft         number of recipients that bounced soft
 * @param reasons      number of recipients that bounced, by reason
 * @param stored       number of mails that told something new
 * @param known        number of mails that told nothing new
 * @param newEvents    number of events that were stored
 * @param newCampaigns number of campaigns that were recognised for the first time
 * @param skipped      the first {@link #MOST_SKIPPED} things of which nothing was stored
 * @param skippedCount number of all such things
 * @param unreadable   number of those that could not be read
 * @param judged       number of addresses that the blocking policy judged
 */
public record ImportSummary(long messages, Map<String, Long> formats, Map<Kind, Long> kinds, long hard, long soft,
		Map<Reason, Long> reasons,
		long stored, long known, long newEvents, long newCampaigns, List<Skipped> skipped, long skippedCount,
		long unreadable, int judged) {

	/** Longest list of skipped things. */
	public static final int MOST_SKIPPED = 1000;

	public ImportSummary {
		formats = Map.copyOf(formats);
		kinds = Map.copyOf(kinds);
		reasons = Map.copyOf(reasons);
		skipped = List.copyOf(skipped);
	}

	/** @return number of mails that report a failure */
	public long bounces() {
		return kinds.getOrDefault(Kind.BOUNCE, 0L);
	}
}
