package rebound.ui.internal.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import rebound.model.Campaign;
import rebound.model.Fault;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.policy.PolicySettings;
import rebound.store.BounceStore;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignStatistics.Count;
import rebound.store.CampaignSummary;
import rebound.store.EventFilter;

/**
 * How we are doing, and what needs the user.
 *
 * @param campaigns the last campaigns, the latest first
 * @param reasons   what came back of them by reason, the most frequent first
 * @param faults    the same by fault
 * @param mailHosts the same by receiving mail host, the first ones
 * @param suggested addresses that the user is asked to block
 * @param asking    campaigns that the circuit breaker stopped
 * @param unclear   bounces of the period that do not say enough
 * @param ours      bounces of the period that are the sender's own fault
 * @param since     when the period begins
 * @param policy    says what rates are tolerated
 * @param isEmpty   whether there is no event in the database at all
 */
public record Overview(List<CampaignSummary> campaigns, List<Count<Reason>> reasons, List<Count<Fault>> faults,
		List<Count<String>> mailHosts, long suggested, List<Campaign> asking, long unclear, long ours, Instant since,
		PolicySettings policy, boolean isEmpty) {

	/** Days that the numbers without a campaign look back. */
	public static final int DAYS = 30;
	/** Campaigns that are looked at. */
	public static final int CAMPAIGNS = 12;
	/** Reasons that do not say enough. */
	public static final Set<Reason> UNCLEAR = Set.of(Reason.ONHOLD, Reason.UNDEFINED);
	private static final int HOSTS = 20;

	/** @return what the database says by now */
	public static Overview read(BounceStore store, PolicySettings policy, Instant since) {
		List<CampaignSummary> all = store.campaigns().list();
		List<CampaignSummary> last = all.stream().limit(CAMPAIGNS).toList();
		List<CampaignStatistics> statistics = last.stream()
				.flatMap(each -> store.campaigns().statistics(each.campaign().id()).stream()).toList();
		EventFilter recent = EventFilter.ALL.withPeriod(since, null).withKinds(Set.of(Kind.BOUNCE));
		return new Overview(last, sum(statistics, CampaignStatistics::reasons),
				sum(statistics, CampaignStatistics::faults),
				sum(statistics, CampaignStatistics::mailHosts).stream().limit(HOSTS).toList(),
				store.addresses().counts().getOrDefault(Standing.State.SUGGESTED, 0L),
				all.stream().map(CampaignSummary::campaign).filter(each -> each.halt() == Campaign.Halt.ASKING)
						.toList(),
				store.events().count(recent.withReasons(UNCLEAR)), store.events().count(recent.withFault(Fault.SENDER)),
				since, policy, store.events().count(EventFilter.ALL) == 0);
	}

	private static <T> List<Count<T>> sum(List<CampaignStatistics> all,
			Function<CampaignStatistics, List<Count<T>>> what) {
		Map<T, long[]> sums = new LinkedHashMap<>();
		for (CampaignStatistics each : all) {
			for (Count<T> count : what.apply(each)) {
				long[] sum = sums.computeIfAbsent(count.of(), key -> new long[2]);
				sum[0] += count.hard();
				sum[1] += count.soft();
			}
		}
		List<Count<T>> counts = new ArrayList<>();
		sums.forEach((of, sum) -> counts.add(new Count<>(of, sum[0], sum[1])));
		counts.sort(Comparator.comparingLong((Count<T> count) -> count.total()).reversed());
		return counts;
	}

	/** @return hard bounces of the campaigns */
	public long hard() {
		return campaigns.stream().mapToLong(CampaignSummary::hard).sum();
	}

	/** @return soft bounces of the campaigns */
	public long soft() {
		return campaigns.stream().mapToLong(CampaignSummary::soft).sum();
	}

	/** @return bounces of the campaigns that are a fault of the sender or of what was sent */
	public long atFault() {
		return faults.stream().filter(each -> each.of() == Fault.SENDER || each.of() == Fault.CONTENT)
				.mapToLong(Count::total).sum();
	}
}
