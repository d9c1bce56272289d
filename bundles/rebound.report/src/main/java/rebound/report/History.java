package rebound.report;

import java.time.Instant;

/**
 * What is counted of an address. Absent values are {@code null}.
 *
 * @param hard                  hard bounces
 * @param soft                  soft bounces
 * @param quota                 bounces for a full mailbox, also counted as soft
 * @param policy                bounces that are the sender's or the content's fault, also counted as soft
 * @param total                 all bounces
 * @param campaignsSinceSuccess campaigns with a bounce since the last sign of life
 * @param campaignsBounced      campaigns with a bounce
 * @param first                 the first bounce
 * @param last                  the last bounce
 * @param lastSuccess           the last sign of life
 * @param lastSuccessKind       {@code reply}, {@code open}, {@code delivered} or {@code order}
 * @param lastCampaign          name of the last campaign that bounced
 * @param score                 0 to 100, for display and sorting
 */
public record History(long hard, long soft, long quota, long policy, long total, long campaignsSinceSuccess,
		long campaignsBounced, Instant first, Instant last, Instant lastSuccess, String lastSuccessKind,
		String lastCampaign, int score) {

	/** An address without any bounce. */
	public static final History NONE = new History(0, 0, 0, 0, 0, 0, 0, null, null, null, null, null, 0);
}
