package rebound.store.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import rebound.model.Campaign;
import rebound.model.DeliveryReport;

/** Asks the attributor when no campaign is known beforehand. */
public final class Recognition {

	private static final Attributor NOTHING_KNOWN = new Attributor(List.of(), Map.of());

	private Recognition() {
	}

	/** @return the campaign that the report tells of, or {@code null} */
	public static Campaign of(DeliveryReport report, Instant received) {
		Attributor.Finding finding = NOTHING_KNOWN.find(report, received);
		return finding == null ? null : finding.campaign();
	}
}
