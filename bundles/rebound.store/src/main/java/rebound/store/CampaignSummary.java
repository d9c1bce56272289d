package rebound.store;

import rebound.model.Campaign;

/**
 * A campaign and the number of events in it.
 *
 * @param hard       hard bounces
 * @param soft       soft bounces
 * @param delays     mails still being tried
 * @param complaints feedback reports
 * @param others     automatic answers and success notifications
 */
public record CampaignSummary(Campaign campaign, long hard, long soft, long delays, long complaints, long others) {

	/** @return all that came back */
	public long events() {
		return hard + soft + delays + complaints + others;
	}

	/** @return hard bounces of mails sent, 0 to 1; 0 where the number sent is unknown */
	public double hardRate() {
		return campaign.sentCount() == 0 ? 0 : (double) hard / campaign.sentCount();
	}

	/** @return mails sent less those that failed; 0 where the number sent is unknown */
	public long delivered() {
		return Math.max(0, campaign.sentCount() - hard - soft);
	}
}
