package rebound.store;

/**
 * Events that have something in common.
 *
 * @param of   what it is: a reason's id, a campaign's id or the empty string, a mail host, or a day as in
 *             {@code 2026-11-23}
 * @param hard number of hard bounces
 * @param soft number of soft bounces
 * @param all  number of events
 */
public record EventGroup(String of, long hard, long soft, long all) {

	/** What events can be put together by. */
	public enum By {
		REASON, CAMPAIGN, MAIL_HOST, DAY
	}
}
