package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import rebound.model.Campaign;
import rebound.model.CampaignTally;
import rebound.model.CampaignTally.HostTally;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignStatistics.Count;
import rebound.store.CampaignSummary;

/** Counts what came back of campaigns. */
final class CampaignCounts {
	private static final String FAULTS_OF_SENDING = "('sender', 'content')";
	private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

	/** Counts of one campaign: hard, soft, delays, complaints, others. */
	private record Totals(long[] numbers) {
		void add(String kind, String type, long count) {
			int place = switch (kind) {
				case "bounce" -> type.equals("hard") ? 0 : 1;
				case "delay" -> 2;
				case "complaint" -> 3;
				default -> 4;
			};
			numbers[place] += count;
		}

		CampaignSummary of(Campaign campaign) {
			return new CampaignSummary(campaign, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
		}
	}

	List<CampaignSummary> summaries(Connection connection) throws SQLException {
		Map<String, Totals> totals = new HashMap<>();
		Rows.each(connection, "SELECT campaign, kind, type, COUNT(*) FROM event WHERE campaign IS NOT NULL "
				+ "GROUP BY campaign, kind, type", List.of(),
				row -> totals.computeIfAbsent(row.getString(1), id -> new Totals(new long[5]))
						.add(row.getString(2), row.getString(3), row.getLong(4)));
		Totals nothing = new Totals(new long[5]);
		return Rows.list(connection, "SELECT " + CampaignRow.COLUMNS + " FROM campaign ORDER BY sent DESC, id",
				List.of(), CampaignRow::read).stream()
				.map(campaign -> totals.getOrDefault(campaign.id(), nothing).of(campaign)).toList();
	}

	Optional<CampaignStatistics> statistics(Connection connection, String id) throws SQLException {
		List<Campaign> found = Rows.list(connection, "SELECT " + CampaignRow.COLUMNS + " FROM campaign WHERE id = ?",
				List.of(id), CampaignRow::read);
		if (found.isEmpty()) {
			return Optional.empty();
		}
		Totals totals = new Totals(new long[5]);
		Table<Reason> reasons = new Table<>();
		Table<Fault> faults = new Table<>();
		Table<String> hosts = new Table<>();
		Table<String> domains = new Table<>();
		Table<LocalDate> days = new Table<>();
		Rows.each(connection, "SELECT kind, type, reason, fault, mail_host, domain, occurred FROM event "
				+ "WHERE campaign = ?", List.of(id), row -> {
					totals.add(row.getString(1), row.getString(2), 1);
					if (row.getString(1).equals("bounce")) {
						boolean hard = row.getString(2).equals("hard");
						reasons.add(Words.REASON.of(row.getString(3)), hard);
						faults.add(Words.FAULT.of(row.getString(4)), hard);
						hosts.add(row.getString(5), hard);
						domains.add(row.getString(6), hard);
						days.add(LocalDate.ofEpochDay(Math.floorDiv(row.getLong(7), DAY_MILLIS)), hard);
					}
				});
		return Optional.of(new CampaignStatistics(totals.of(found.getFirst()), reasons.highest(), faults.highest(),
				hosts.highest(), domains.highest(), days.inOrder()));
	}

	/** What the circuit breaker judges. Without a list of recipients a host's known addresses stand in. */
	CampaignTally tally(Connection connection, Campaign campaign) throws SQLException {
		Map<String, long[]> hosts = new TreeMap<>();
		Rows.each(connection, "SELECT mail_host, COUNT(*), "
				+ "SUM(CASE WHEN fault IN " + FAULTS_OF_SENDING + " THEN 1 ELSE 0 END) FROM event "
				+ "WHERE campaign = ? AND kind = 'bounce' GROUP BY mail_host", List.of(campaign.id()),
				row -> hosts.put(row.getString(1), new long[]{ row.getLong(2), row.getLong(3), 0, 0 }));
		Rows.each(connection, "SELECT mail_host, COUNT(DISTINCT address) FROM event "
				+ "WHERE campaign = ? AND type = 'hard' GROUP BY mail_host", List.of(campaign.id()),
				row -> hosts.get(row.getString(1))[2] = row.getLong(2));
		recipients(connection, campaign, hosts);
		List<HostTally> tallies = new ArrayList<>();
		long hard = 0;
		for (Map.Entry<String, long[]> host : hosts.entrySet()) {
			long[] numbers = host.getValue();
			tallies.add(new HostTally(host.getKey(), numbers[3], numbers[2], numbers[0], numbers[1]));
			hard += numbers[2];
		}
		return new CampaignTally(campaign, campaign.sentCount(), hard, tallies);
	}

	/** An address is received by the host that answered for its domain in this campaign. */
	private static void recipients(Connection connection, Campaign campaign, Map<String, long[]> hosts)
			throws SQLException {
		Map<String, String> hostOfDomain = new HashMap<>();
		Rows.each(connection, "SELECT DISTINCT domain, mail_host FROM event WHERE campaign = ? AND kind = 'bounce'",
				List.of(campaign.id()), row -> hostOfDomain.merge(row.getString(1), row.getString(2),
						(one, other) -> one.compareTo(other) <= 0 ? one : other));
		if (campaign.sentCount() > 0) {
			Rows.each(connection, "SELECT address FROM sent_mail WHERE campaign = ?", List.of(campaign.id()), row -> {
				String address = row.getString(1);
				count(hosts, hostOfDomain.get(address.substring(address.lastIndexOf('@') + 1)), 1);
			});
		}
		if (hosts.values().stream().allMatch(numbers -> numbers[3] == 0)) {
			Map<String, Long> known = new HashMap<>();
			Rows.eachOf(connection,
					"SELECT domain, COUNT(DISTINCT address) FROM "
							+ Rows.using("customer_address", "customer_address_domain") + " WHERE domain IN ",
					" GROUP BY domain", hostOfDomain.keySet(), row -> known.put(row.getString(1), row.getLong(2)));
			known.forEach((domain, count) -> count(hosts, hostOfDomain.get(domain), count));
		}
	}

	private static void count(Map<String, long[]> hosts, String host, long number) {
		long[] numbers = host == null ? null : hosts.get(host);
		if (numbers != null) {
			numbers[3] += number;
		}
	}

	/** Numbers of hard and soft bounces by something. */
	private static final class Table<T extends Comparable<? super T>> {
		private final Map<T, long[]> counts = new TreeMap<>();

		void add(T of, boolean hard) {
			counts.computeIfAbsent(of, key -> new long[2])[hard ? 0 : 1]++;
		}

		List<Count<T>> inOrder() {
			return counts.entrySet().stream()
					.map(entry -> new Count<>(entry.getKey(), entry.getValue()[0], entry.getValue()[1])).toList();
		}

		List<Count<T>> highest() {
			return inOrder().stream().sorted(Comparator.comparingLong((Count<T> count) -> -count.total()))
					.limit(CampaignStatistics.LONGEST).toList();
		}
	}
}
