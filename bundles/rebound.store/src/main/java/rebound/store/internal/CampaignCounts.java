package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import rebound.model.AddressKey;
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

	/** From so many campaigns on it is quicker to count all. */
	private static final int MANY = 200;

	/** Counts of one campaign: hard, soft, delays, complaints, others. */
	private record Totals(long[] numbers) {
		Totals() {
			this(new long[5]);
		}

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

	/** @return all campaigns, as they were last counted; those that something has changed of since are counted now */
	List<CampaignSummary> summaries(Connection connection) throws SQLException {
		Map<String, Totals> fresh = count(connection, due(connection));
		return Rows.list(connection, "SELECT " + CampaignRow.COLUMNS + ", hard, soft, delays, complaints, others "
				+ "FROM campaign ORDER BY sent DESC, id", List.of(), row -> {
					Campaign campaign = CampaignRow.read(row);
					Totals kept = new Totals(new long[]{ row.getLong(9), row.getLong(10), row.getLong(11),
							row.getLong(12), row.getLong(13) });
					return fresh.getOrDefault(campaign.id(), kept).of(campaign);
				});
	}

	/** Keeps the counts of campaigns that something has changed of. */
	void refresh(Connection connection) throws SQLException {
		// locks them, so that who changes something meanwhile waits, and marks them again
		Rows.update(connection, "UPDATE campaign SET counts_due = 2 WHERE counts_due = 1");
		Map<String, Totals> fresh = count(connection, due(connection));
		try (PreparedStatement update = connection.prepareStatement("UPDATE campaign SET hard = ?, soft = ?, "
				+ "delays = ?, complaints = ?, others = ?, counts_due = 0 WHERE id = ?")) {
			for (Map.Entry<String, Totals> campaign : fresh.entrySet()) {
				for (int i = 0; i < 5; i++) {
					update.setLong(i + 1, campaign.getValue().numbers()[i]);
				}
				update.setString(6, campaign.getKey());
				update.addBatch();
			}
			update.executeBatch();
		}
	}

	private static List<String> due(Connection connection) throws SQLException {
		return Rows.list(connection, "SELECT id FROM campaign WHERE counts_due IN (1, 2)", List.of(),
				row -> row.getString(1));
	}

	private static Map<String, Totals> count(Connection connection, List<String> ids) throws SQLException {
		Map<String, Totals> totals = new TreeMap<>();
		ids.forEach(id -> totals.put(id, new Totals()));
		for (String table : Histories.TABLES) {
			Rows.Taker count = row -> {
				Totals of = totals.get(row.getString(1));
				if (of != null) {
					of.add(row.getString(2), row.getString(3), row.getLong(4));
				}
			};
			String sql = "SELECT campaign, kind, type, COUNT(*) FROM ";
			String groups = " GROUP BY campaign, kind, type";
			if (ids.size() > MANY) {
				Rows.each(connection, sql + table + " WHERE campaign IS NOT NULL" + groups, List.of(), count);
			} else {
				for (String id : ids) {
					Rows.each(connection, sql + byCampaign(table) + " WHERE campaign = ?" + groups, List.of(id), count);
				}
			}
		}
		return totals;
	}

	private static String byCampaign(String table) {
		return Rows.using(table, table + "_campaign");
	}

	Optional<CampaignStatistics> statistics(Connection connection, String id) throws SQLException {
		List<Campaign> found = Rows.list(connection, "SELECT " + CampaignRow.COLUMNS + " FROM campaign WHERE id = ?",
				List.of(id), CampaignRow::read);
		if (found.isEmpty()) {
			return Optional.empty();
		}
		Totals totals = new Totals();
		Table<Reason> reasons = new Table<>();
		Table<Fault> faults = new Table<>();
		Table<String> hosts = new Table<>();
		Table<String> domains = new Table<>();
		Table<LocalDate> days = new Table<>();
		for (String table : Histories.TABLES) {
			Rows.each(connection, "SELECT kind, type, reason, fault, mail_host, address, occurred FROM "
					+ byCampaign(table) + " WHERE campaign = ?", List.of(id), row -> {
						totals.add(row.getString(1), row.getString(2), 1);
						if (row.getString(1).equals("bounce")) {
							boolean hard = row.getString(2).equals("hard");
							reasons.add(Words.REASON.of(row.getString(3)), hard);
							faults.add(Words.FAULT.of(row.getString(4)), hard);
							hosts.add(row.getString(5), hard);
							domains.add(new AddressKey(row.getString(6)).domain(), hard);
							days.add(LocalDate.ofEpochDay(Math.floorDiv(row.getLong(7), DAY_MILLIS)), hard);
						}
					});
		}
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
