package rebound.store;

import java.time.Instant;

import rebound.model.Campaign;
import rebound.model.DeliveryReport;
import rebound.store.internal.Recognition;

/** Recognises campaigns without a database, by what the returned mail itself tells. */
public final class CampaignRecognition {

	private CampaignRecognition() {
	}

	/**
	 * @param received when the report was read
	 * @return the campaign that an import of this report would recognise, or {@code null}
	 */
	public static Campaign of(DeliveryReport report, Instant received) {
		return Recognition.of(report, received);
	}
}
