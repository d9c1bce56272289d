package rebound.store;

import java.time.LocalDate;
import java.util.List;

import rebound.model.Fault;
import rebound.model.Reason;

/**
 * What came back of a campaign, counted several ways. All lists begin with the highest count but the days', which are
 * in order.
 *
 * @param reasons   bounces by reason
 * @param faults    bounces by fault
 * @param mailHosts bounces by receiving mail host, the first {@link #LONGEST}
 * @param domains   bounces by the addresses' domain, the first {@link #LONGEST}
 * @param days      bounces by the day they occurred (UTC)
 */
public record CampaignStatistics(CampaignSummary summary, List<Count<Reason>> reasons, List<Count<Fault>> faults,
		List<Count<String>> mailHosts, List<Count<String>> domains, List<Count<LocalDate>> days) {

	/** Most rows of a list that may be long. */
	public static final int LONGEST = 100;

	/** A number of hard and soft bounces. */
	public record Count<T>(T of, long hard, long soft) {

		public long total() {
			return hard + soft;
		}
	}
}
