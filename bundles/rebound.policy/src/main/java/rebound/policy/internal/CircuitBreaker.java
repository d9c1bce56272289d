package rebound.policy.internal;

import rebound.model.CampaignTally;
import rebound.model.CampaignTally.HostTally;
import rebound.policy.PolicySettings.Breaker;

/** Doubts campaigns. Where the number of recipients is unknown, only what bounced is compared. */
public final class CircuitBreaker {

	private final Breaker limits;

	public CircuitBreaker(Breaker limits) {
		this.limits = limits;
	}

	/** @return whether so much bounced that the fault is likely not the addresses' */
	public boolean doubts(CampaignTally tally) {
		boolean manyOfAll = tally.recipients() > 0 && tally.hard() * 100 > tally.recipients() * limits.campaignShare();
		return manyOfAll || tally.hosts().stream().anyMatch(this::doubts);
	}

	private boolean doubts(HostTally host) {
		boolean manyHard = host.recipients() > 0 && host.hard() >= limits.hostAddresses()
				&& host.hard() * 100 >= host.recipients() * limits.hostShare();
		boolean refused = host.bounces() >= limits.hostAddresses()
				&& host.refusals() * 100 >= host.bounces() * limits.refusalShare();
		return manyHard || refused;
	}
}
