package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import rebound.model.Campaign;

/** A campaign as a row of its table. */
final class CampaignRow {
	static final String COLUMNS = "id, name, subject, sender, sent, sent_count, origin, halt";
	private static final Comparator<Campaign> EARLIER = Comparator
			.comparing(Campaign::sent, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
			.thenComparing(Campaign::name, Comparator.nullsLast(Comparator.<String>naturalOrder()));

	private CampaignRow() {
	}

	static Campaign read(ResultSet row) throws SQLException {
		return read(row, 1);
	}

	/** @param first the column of the id; the others follow */
	static Campaign read(ResultSet row, int first) throws SQLException {
		return new Campaign(row.getString(first), row.getString(first + 1), row.getString(first + 2),
				row.getString(first + 3), Rows.instant(row, first + 4), row.getLong(first + 5),
				Words.ORIGIN.of(row.getString(first + 6)), Words.HALT.of(row.getString(first + 7)));
	}

	/** @return the campaigns that the user made or imported */
	static List<Campaign> known(Connection connection) throws SQLException {
		// by index, because each batch asks, and recognised campaigns may be very many
		List<Campaign> known = new ArrayList<>();
		Rows.eachOf(connection,
				"SELECT " + COLUMNS + " FROM " + Rows.using("campaign", "campaign_origin") + " WHERE origin IN ",
				List.of(Campaign.Origin.CREATED.id(), Campaign.Origin.IMPORTED.id()), row -> known.add(read(row)));
		return known;
	}

	/** Of two drafts of a recognised campaign, the one that does not depend on which was read first. */
	static Campaign earlier(Campaign one, Campaign other) {
		return EARLIER.compare(one, other) <= 0 ? one : other;
	}

	/** @return number of campaigns that were not known */
	static int addRecognised(Connection connection, Dialect dialect, Map<String, Campaign> campaigns)
			throws SQLException {
		Map<String, Campaign> known = new HashMap<>();
		Rows.eachOf(connection, "SELECT " + COLUMNS + " FROM " + Rows.byKey("campaign") + " WHERE id IN ",
				campaigns.keySet(), row -> {
					Campaign campaign = read(row);
					known.put(campaign.id(), campaign);
				});
		int added = 0;
		for (Campaign campaign : campaigns.values()) {
			Campaign old = known.get(campaign.id());
			if (old == null) {
				insert(connection, dialect, campaign);
				added++;
			} else if (old.origin() == Campaign.Origin.RECOGNISED && earlier(old, shortened(campaign)) != old) {
				describe(connection, campaign);
			}
		}
		return added;
	}

	static void insert(Connection connection, Dialect dialect, Campaign campaign) throws SQLException {
		String sql = "INSERT INTO campaign (" + COLUMNS + ", halt_due, recipients_known) VALUES (" + Rows.marks(10)
				+ ")" + dialect.onConflict(Dialect.Conflict.LEAVE);
		try (PreparedStatement insert = connection.prepareStatement(sql)) {
			insert.setString(1, campaign.id());
			insert.setString(2, Text.clean(campaign.name(), 500));
			insert.setString(3, Text.clean(campaign.subject(), 500));
			insert.setString(4, Text.clean(campaign.sender(), 320));
			Rows.set(insert, 5, campaign.sent());
			insert.setLong(6, campaign.sentCount());
			insert.setString(7, campaign.origin().id());
			insert.setString(8, campaign.halt().id());
			insert.setInt(9, 0);
			insert.setInt(10, 0);
			insert.executeUpdate();
		}
	}

	/** Stores what the user says of a campaign; what was counted and answered stays. */
	static void save(Connection connection, Dialect dialect, Campaign campaign) throws SQLException {
		if (describe(connection, campaign) == 0) {
			insert(connection, dialect, campaign);
			return;
		}
		Rows.update(connection, "UPDATE campaign SET origin = ? WHERE id = ?", campaign.origin().id(), campaign.id());
		Rows.update(connection, "UPDATE campaign SET sent_count = ? WHERE id = ? AND recipients_known = 0",
				campaign.sentCount(), campaign.id());
	}

	/** Changes what people read of a campaign. */
	static int describe(Connection connection, Campaign campaign) throws SQLException {
		try (PreparedStatement update = connection
				.prepareStatement("UPDATE campaign SET name = ?, subject = ?, sender = ?, sent = ? WHERE id = ?")) {
			update.setString(1, Text.clean(campaign.name(), 500));
			update.setString(2, Text.clean(campaign.subject(), 500));
			update.setString(3, Text.clean(campaign.sender(), 320));
			Rows.set(update, 4, campaign.sent());
			update.setString(5, campaign.id());
			return update.executeUpdate();
		}
	}

	/** Lets campaigns be counted, and looked at by the circuit breaker, that something new belongs to. */
	static void markDue(Connection connection, Collection<String> ids) throws SQLException {
		try (PreparedStatement update = connection
				.prepareStatement("UPDATE campaign SET halt_due = 1, counts_due = 1 WHERE id = ?")) {
			for (String id : ids) {
				update.setString(1, id);
				update.addBatch();
			}
			update.executeBatch();
		}
	}

	private static Campaign shortened(Campaign campaign) {
		return new Campaign(campaign.id(), Text.clean(campaign.name(), 500), campaign.subject(), campaign.sender(),
				campaign.sent(), campaign.sentCount(), campaign.origin(), campaign.halt());
	}
}
