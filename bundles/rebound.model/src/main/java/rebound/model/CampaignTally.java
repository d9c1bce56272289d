package rebound.model;

import java.util.List;

/**
 * How a campaign fared: what the circuit breaker judges.
 *
 * @param recipients number of addresses it was sent to, 0 where unknown
 * @param hard       number of addresses that turned hard
 * @param hosts      by receiving mail host
 */
public record CampaignTally(Campaign campaign, long recipients, long hard, List<HostTally> hosts) {

	/**
	 * How a campaign fared at one receiving mail host.
	 *
	 * @param host       as {@link MailHost#of} groups them
	 * @param recipients number of addresses it was sent to there, or of all known there; 0 where unknown
	 * @param hard       number of addresses that turned hard
	 * @param bounces    number of bounces
	 * @param refusals   number of bounces about blocking, policy, authentication or reputation
	 */
	public record HostTally(String host, long recipients, long hard, long bounces, long refusals) {
	}

	public CampaignTally {
		hosts = List.copyOf(hosts);
	}
}
