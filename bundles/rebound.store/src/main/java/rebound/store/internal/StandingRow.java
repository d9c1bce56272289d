package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import rebound.model.AddressKey;
import rebound.model.Grounds;
import rebound.model.PolicyRule;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
import rebound.store.internal.Dialect.Conflict;

/** How an address stands, as a row of its table. */
final class StandingRow {
	static final String COLUMNS = "address, state, since, hold_until, review_at, recommendation, rule, reason, "
			+ "grounds_count, grounds_first, grounds_last, grounds_event, decision, score, is_protected, policy, "
			+ "strong, weak, domain, quota, transients, complaint, hard_ever, soft_ever, quota_ever, policy_ever, "
			+ "total_ever, campaigns_bounced, campaigns_since_success, first_bounce, last_bounce, last_success, "
			+ "last_success_kind, last_campaign";
	private static final int COUNT = 34;
	/** Does nothing when something has happened to the address since its history was read. */
	static final String UPDATE = "UPDATE address SET "
			+ COLUMNS.substring("address, ".length()).replace(", ", " = ?, ")
			+ " = ?, due = ? WHERE address = ? AND revision = ?";

	private StandingRow() {
	}

	/** Lets addresses be judged again; adds those that are new. Sorted keys keep several writers from deadlock. */
	static void markDue(Connection connection, Dialect dialect, Set<String> sorted) throws SQLException {
		Collection<String> missing = dialect.isSingleWriter() ? markKnownDue(connection, sorted) : sorted;
		try (RowBatch insert = dialect.insert(connection, "address", "address", Conflict.MARK_DUE)) {
			for (String address : missing) {
				insert.text(1, address);
				insert.add();
			}
			insert.execute();
		}
	}

	/** @return those of the addresses that something is known of, in their order */
	static List<String> known(Connection connection, Collection<String> addresses) throws SQLException {
		Set<String> known = new HashSet<>();
		Rows.eachOf(connection, "SELECT address FROM " + Rows.byKey("address") + " WHERE address IN ", addresses,
				row -> known.add(row.getString(1)));
		return addresses.stream().filter(known::contains).toList();
	}

	/** Lets addresses be judged again that something is known of; @return the others */
	static List<String> markKnownDue(Connection connection, Collection<String> addresses) throws SQLException {
		List<String> keys = List.copyOf(addresses);
		List<String> missing = new ArrayList<>();
		try (PreparedStatement update = connection
				.prepareStatement("UPDATE address SET due = 0, revision = revision + 1 WHERE address = ?")) {
			for (String address : keys) {
				update.setString(1, address);
				update.addBatch();
			}
			int[] counts = update.executeBatch();
			for (int i = 0; i < counts.length; i++) {
				if (counts[i] == 0) {
					missing.add(keys.get(i));
				}
			}
		}
		return missing;
	}

	static void update(PreparedStatement update, Standing standing, Instant due, int revision)
			throws SQLException {
		Grounds grounds = standing.grounds();
		Counters counters = standing.counters();
		update.setString(1, standing.state().id());
		Rows.set(update, 2, standing.since());
		Rows.set(update, 3, standing.holdUntil());
		Rows.set(update, 4, standing.reviewAt());
		update.setString(5, standing.recommendation().id());
		grounds(update, 6, grounds);
		update.setString(12, standing.decision());
		update.setInt(13, standing.score());
		update.setInt(14, standing.isProtected() ? 1 : 0);
		update.setString(15, standing.policyVersion());
		int[] numbers = { counters.strong(), counters.weak(), counters.domain(), counters.quota(),
				counters.transients(), counters.complaint(), counters.hard(), counters.soft(), counters.quotaEver(),
				counters.policyEver(), counters.total(), counters.campaignsBounced(),
				counters.campaignsSinceSuccess() };
		for (int i = 0; i < numbers.length; i++) {
			update.setInt(16 + i, numbers[i]);
		}
		Rows.set(update, 29, counters.firstBounce());
		Rows.set(update, 30, counters.lastBounce());
		Rows.set(update, 31, counters.lastSuccess());
		update.setString(32, counters.lastSuccessKind() == null ? null : counters.lastSuccessKind().id());
		update.setString(33, counters.lastCampaignId());
		Rows.set(update, COUNT, due);
		update.setString(COUNT + 1, standing.address().value());
		update.setInt(COUNT + 2, revision);
	}

	/** Writes six columns, from rule to event. */
	static void grounds(PreparedStatement statement, int first, Grounds grounds) throws SQLException {
		if (grounds == null) {
			statement.setString(first, null);
			statement.setString(first + 1, null);
			statement.setNull(first + 2, Types.INTEGER);
			statement.setNull(first + 3, Types.BIGINT);
			statement.setNull(first + 4, Types.BIGINT);
			statement.setBytes(first + 5, null);
			return;
		}
		statement.setString(first, grounds.rule().id());
		statement.setString(first + 1, grounds.reason() == null ? null : grounds.reason().id());
		statement.setInt(first + 2, grounds.count());
		Rows.set(statement, first + 3, grounds.first());
		Rows.set(statement, first + 4, grounds.last());
		statement.setBytes(first + 5, Text.bytes(grounds.eventId(), 16));
	}

	/** Reads six columns, from rule to event. */
	static Grounds grounds(ResultSet row, int first) throws SQLException {
		String rule = row.getString(first);
		if (rule == null) {
			return null;
		}
		String reason = row.getString(first + 1);
		return new Grounds(PolicyRule.of(rule).orElse(PolicyRule.USER), reason == null ? null : Words.REASON.of(reason),
				row.getInt(first + 2), Rows.instant(row, first + 3), Rows.instant(row, first + 4),
				Text.hex(row.getBytes(first + 5)));
	}

	static Standing read(ResultSet row) throws SQLException {
		return read(row, 1);
	}

	/** @param first the column of the address; the others follow */
	static Standing read(ResultSet row, int first) throws SQLException {
		int c = first + 16;
		String kind = row.getString(first + 32);
		Counters counters = new Counters(row.getInt(c), row.getInt(c + 1), row.getInt(c + 2), row.getInt(c + 3),
				row.getInt(c + 4), row.getInt(c + 5), row.getInt(c + 6), row.getInt(c + 7), row.getInt(c + 8),
				row.getInt(c + 9), row.getInt(c + 10), row.getInt(c + 11), row.getInt(c + 12),
				Rows.instant(row, first + 29), Rows.instant(row, first + 30), Rows.instant(row, first + 31),
				kind == null ? null : Words.LIFE.of(kind), row.getString(first + 33));
		return new Standing(new AddressKey(row.getString(first)), Words.STATE.of(row.getString(first + 1)),
				Rows.instant(row, first + 2), Rows.instant(row, first + 3), Rows.instant(row, first + 4),
				Words.RECOMMENDATION.of(row.getString(first + 5)), grounds(row, first + 6), row.getString(first + 12),
				counters, row.getInt(first + 13), row.getInt(first + 14) != 0, row.getString(first + 15));
	}
}
