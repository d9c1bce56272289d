package rebound.report.internal;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Campaign;
import rebound.model.Kind;
import rebound.model.MailHost;
import rebound.report.EventRow;
import rebound.report.ReportRow;

/** Counts the rows of a report while they pass. */
final class Tally {

	/** Different keys that are counted apart; hostile mail can bring any number. */
	private static final int MAX_KEYS = 50_000;

	/** A number of hard and soft bounces. */
	static final class Count {
		long hard;
		long soft;

		long total() {
			return hard + soft;
		}
	}

	/** A key with its count. */
	record Entry(String key, long count) {
	}

	long rows;
	long events;
	final Map<String, Long> types = new HashMap<>();
	final Map<String, Long> reasons = new HashMap<>();
	final Map<String, Long> faults = new HashMap<>();
	final Map<String, Long> states = new HashMap<>();
	final Map<String, Count> hosts = new HashMap<>();
	final Map<String, Count> campaigns = new HashMap<>();
	final TreeMap<YearMonth, Count> months = new TreeMap<>();

	void add(ReportRow row) {
		rows++;
		count(states, row.standing() == null ? "active" : row.standing().state().id());
		BounceEvent last = row.last();
		if (last != null) {
			count(types, last.verdict().type().id());
			if (last.verdict().reason() != null) {
				count(reasons, last.verdict().reason().id());
			}
			count(faults, last.verdict().fault().id());
		}
	}

	void add(EventRow row) {
		events++;
		BounceEvent event = row.event();
		if (event.verdict().kind() != Kind.BOUNCE) {
			return;
		}
		boolean hard = event.verdict().type() == BounceType.HARD;
		count(hosts, MailHost.of(event.status().remoteMta(), event.address().domain()), hard);
		if (event.campaignId() != null) {
			count(campaigns, event.campaignId(), hard);
		}
		if (event.occurred() != null) {
			count(months, YearMonth.from(event.occurred().atOffset(ZoneOffset.UTC)), hard);
		}
	}

	/** @return the keys with the highest counts, equal ones in their order, at most the limit */
	static List<Entry> highest(Map<String, Long> counts, int limit) {
		List<Entry> entries = new ArrayList<>();
		counts.forEach((key, count) -> entries.add(new Entry(key, count)));
		entries.sort(Comparator.comparingLong(Entry::count).reversed().thenComparing(Entry::key));
		return entries.subList(0, Math.min(limit, entries.size()));
	}

	/** @return hard and soft together by key */
	static Map<String, Long> totals(Map<String, Count> counts) {
		Map<String, Long> totals = new HashMap<>();
		counts.forEach((key, count) -> totals.put(key, count.total()));
		return totals;
	}

	/** @return hard bounces of mails sent, 0 to 1; 0 where the number sent is unknown */
	double hardRate(Campaign campaign) {
		Count count = campaigns.get(campaign.id());
		return count == null || campaign.sentCount() == 0 ? 0 : (double) count.hard / campaign.sentCount();
	}

	private static void count(Map<String, Long> counts, String key) {
		if (counts.size() < MAX_KEYS || counts.containsKey(key)) {
			counts.merge(key, 1L, Long::sum);
		}
	}

	private static <K> void count(Map<K, Count> counts, K key, boolean hard) {
		if (counts.size() >= MAX_KEYS && !counts.containsKey(key)) {
			return;
		}
		Count count = counts.computeIfAbsent(key, none -> new Count());
		if (hard) {
			count.hard++;
		} else {
			count.soft++;
		}
	}
}
