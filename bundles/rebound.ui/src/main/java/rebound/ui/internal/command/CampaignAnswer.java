package rebound.ui.internal.command;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.Creatable;
import rebound.model.Campaign;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.ui.internal.desk.Desk;

/** Keeps the user's answer to a campaign that the circuit breaker stopped, and judges the addresses by it. */
@Creatable
public final class CampaignAnswer {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;

	@Inject
	CampaignAnswer(Desk desk, Pipeline pipeline, LongWork work) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
	}

	/** Starts in the background; another answer may be given later. */
	public void give(Campaign campaign, Campaign.Halt answer) {
		work.start("campaign.answer", progress -> {
			BounceStore store = desk.database().store();
			store.campaigns().answerHalt(campaign.id(), answer);
			return pipeline.judge(store);
		}, judged -> {
		});
	}
}
