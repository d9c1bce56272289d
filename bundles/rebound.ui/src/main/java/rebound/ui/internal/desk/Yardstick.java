package rebound.ui.internal.desk;

import rebound.store.CampaignSummary;

/** How a campaign's rate of hard bounces compares with what mail services put up with. */
public enum Yardstick {
	/** The number of mails sent is unknown, so there is no rate. */
	UNKNOWN,
	/** Below the rate at which services begin to watch a sender. */
	GOOD,
	/** Services begin to watch a sender: clean the list. */
	HIGH,
	/** Services begin to refuse a sender's mail: stop and clean the list. */
	VERY_HIGH;

	/** From this rate on we warn. */
	public static final double WARNING = 0.02;
	/** From this rate on strict blocking is offered. */
	public static final double ALARM = 0.05;

	/** @return where the campaign stands */
	public static Yardstick of(CampaignSummary summary) {
		if (summary.campaign().sentCount() == 0) {
			return UNKNOWN;
		}
		double rate = summary.hardRate();
		return rate >= ALARM ? VERY_HIGH : rate >= WARNING ? HIGH : GOOD;
	}
}
