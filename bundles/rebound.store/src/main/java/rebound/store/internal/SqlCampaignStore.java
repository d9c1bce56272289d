package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import rebound.model.Campaign;
import rebound.model.Campaign.Halt;
import rebound.model.CampaignTally;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignStore;
import rebound.store.CampaignSummary;

/** The tables of campaigns and sent mails. */
final class SqlCampaignStore implements CampaignStore {
	private static final String SELECT = "SELECT " + CampaignRow.COLUMNS + " FROM campaign ";

	private final Database database;
	private final CampaignCounts counts = new CampaignCounts();
	private final Runnable changed;

	SqlCampaignStore(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public void save(Collection<Campaign> campaigns) {
		TreeMap<String, Campaign> sorted = new TreeMap<>();
		campaigns.forEach(campaign -> sorted.put(campaign.id(), campaign));
		database.write(connection -> {
			for (Campaign campaign : sorted.values()) {
				CampaignRow.save(connection, database.dialect(), campaign);
			}
			new Reattribution(connection, database.dialect()).bySubjectAndHeader(sorted.values());
			return null;
		});
		changed.run();
	}

	@Override
	public Optional<Campaign> find(String id) {
		return database.read(connection -> Rows.list(connection, SELECT + "WHERE id = ?", List.of(id),
				CampaignRow::read)).stream().findFirst();
	}

	@Override
	public List<CampaignSummary> list() {
		return database.read(counts::summaries);
	}

	@Override
	public Optional<CampaignStatistics> statistics(String id) {
		return database.read(connection -> counts.statistics(connection, id));
	}

	@Override
	public int addSent(String campaignId, Collection<SentMail> mails) {
		TreeMap<String, SentMail> sorted = new TreeMap<>();
		mails.forEach(mail -> sorted.putIfAbsent(mail.recipient().value(), mail));
		int added = database.write(connection -> addSent(connection, campaignId, sorted));
		changed.run();
		return added;
	}

	private int addSent(Connection connection, String campaignId, TreeMap<String, SentMail> mails)
			throws SQLException {
		Set<String> known = new TreeSet<>();
		Rows.each(connection, "SELECT address FROM sent_mail WHERE campaign = ?", List.of(campaignId),
				row -> known.add(row.getString(1)));
		Set<String> added = new TreeSet<>(mails.keySet());
		added.removeAll(known);
		String sql = "INSERT INTO sent_mail (campaign, address, message_id, sent) VALUES (?, ?, ?, ?)"
				+ database.dialect().onConflictDoNothing();
		try (PreparedStatement insert = connection.prepareStatement(sql)) {
			for (String address : added) {
				SentMail mail = mails.get(address);
				insert.setString(1, campaignId);
				insert.setString(2, address);
				insert.setString(3, Text.clean(mail.messageId(), 500));
				Rows.set(insert, 4, mail.sent());
				insert.addBatch();
			}
			insert.executeBatch();
		}
		Rows.update(connection, "UPDATE campaign SET recipients_known = 1, sent_count = "
				+ "(SELECT COUNT(*) FROM sent_mail WHERE campaign = ?) WHERE id = ?", campaignId, campaignId);
		StandingRow.markKnownDue(connection, added);
		new Reattribution(connection, database.dialect()).byMessageId(campaignId, mails.values());
		return added.size();
	}

	@Override
	public List<Campaign> checkHalts(Function<CampaignTally, Halt> breaker) {
		List<Campaign> stopped = database.write(connection -> {
			List<Campaign> asking = new ArrayList<>();
			for (Campaign campaign : Rows.list(connection, SELECT + "WHERE halt_due = 1 ORDER BY id", List.of(),
					CampaignRow::read)) {
				boolean answered = campaign.halt() == Halt.COUNTED || campaign.halt() == Halt.IGNORED;
				Halt halt = answered ? campaign.halt() : breaker.apply(counts.tally(connection, campaign));
				Rows.update(connection, "UPDATE campaign SET halt = ?, halt_due = 0 WHERE id = ?", halt.id(),
						campaign.id());
				if (halt != campaign.halt()) {
					markAddressesDue(connection, campaign.id());
					asking.add(campaign);
				}
			}
			return asking;
		});
		if (!stopped.isEmpty()) {
			changed.run();
		}
		return stopped;
	}

	@Override
	public void answerHalt(String campaignId, Halt answer) {
		database.write(connection -> {
			Rows.update(connection, "UPDATE campaign SET halt = ? WHERE id = ?", answer.id(), campaignId);
			markAddressesDue(connection, campaignId);
			return null;
		});
		changed.run();
	}

	private void markAddressesDue(Connection connection, String campaignId) throws SQLException {
		Set<String> addresses = new TreeSet<>(Rows.list(connection,
				"SELECT DISTINCT address FROM event WHERE campaign = ?", List.of(campaignId),
				row -> row.getString(1)));
		StandingRow.markDue(connection, database.dialect(), addresses);
	}
}
