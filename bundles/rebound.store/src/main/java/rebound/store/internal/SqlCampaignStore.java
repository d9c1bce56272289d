package rebound.store.internal;

import java.sql.Connection;
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
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

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
			save(connection, sorted.values());
			return null;
		});
		changed.run();
	}

	private void save(Connection connection, Collection<Campaign> sorted) throws SQLException {
		for (Campaign campaign : sorted) {
			CampaignRow.save(connection, database.dialect(), campaign);
		}
		new Reattribution(connection, database.dialect()).bySubjectAndHeader(sorted);
	}

	@Override
	public void change(Campaign wanted, Campaign seen) {
		database.write(connection -> {
			// Keeps the row to the end of the transaction.
			Rows.update(connection, "UPDATE campaign SET halt = halt WHERE id = ?", seen.id());
			if (!find(connection, seen.id()).equals(List.of(seen))) {
				throw new StoreException(Code.CHANGED, seen.id(), null);
			}
			save(connection, List.of(wanted));
			return null;
		});
		changed.run();
	}

	@Override
	public Optional<Campaign> find(String id) {
		return database.read(connection -> find(connection, id)).stream().findFirst();
	}

	private static List<Campaign> find(Connection connection, String id) throws SQLException {
		return Rows.list(connection, SELECT + "WHERE id = ?", List.of(id), CampaignRow::read);
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
		Rows.eachOf(connection, "SELECT address, campaign FROM " + Rows.using("sent_mail", "sent_mail_address")
				+ " WHERE address IN ", mails.keySet(), row -> {
					if (row.getString(2).equals(campaignId)) {
						known.add(row.getString(1));
					}
				});
		Set<String> added = new TreeSet<>(mails.keySet());
		added.removeAll(known);
		try (RowBatch insert = database.dialect().insert(connection, "sent_mail", "campaign, address, message_id, sent",
				Dialect.Conflict.LEAVE)) {
			for (String address : added) {
				SentMail mail = mails.get(address);
				insert.text(1, campaignId);
				insert.text(2, address);
				insert.text(3, Text.clean(mail.messageId(), 500));
				insert.time(4, mail.sent());
				insert.add();
			}
			insert.execute();
		}
		Rows.update(connection, "UPDATE campaign SET recipients_known = 1, sent_count = "
				+ "CASE WHEN recipients_known = 1 THEN sent_count + ? ELSE ? END WHERE id = ?", added.size(),
				added.size(), campaignId);
		StandingRow.markKnownDue(connection, added);
		new Reattribution(connection, database.dialect()).byMessageId(campaignId, mails.values());
		return added.size();
	}

	@Override
	public List<Campaign> checkHalts(Function<CampaignTally, Halt> breaker) {
		List<Campaign> stopped = database.write(connection -> checkHalts(connection, breaker));
		if (!stopped.isEmpty()) {
			changed.run();
		}
		return stopped;
	}

	private List<Campaign> checkHalts(Connection connection, Function<CampaignTally, Halt> breaker)
			throws SQLException {
		counts.refresh(connection);
		// locks them, so that who changes something meanwhile waits, and marks them again
		Rows.update(connection, "UPDATE campaign SET halt_due = 2 WHERE halt_due = 1");
		List<Campaign> due = Rows.list(connection, SELECT + "WHERE halt_due = 2 ORDER BY id", List.of(),
				CampaignRow::read);
		if (due.isEmpty()) {
			return List.of();
		}
		Set<String> massMailings = Histories.massMailings(connection);
		List<Campaign> asking = new ArrayList<>();
		for (Campaign campaign : due) {
			boolean answered = campaign.halt() == Halt.COUNTED || campaign.halt() == Halt.IGNORED;
			// letters to single customers are no campaign that could be doubted
			boolean isCampaign = campaign.sentCount() > 0 || massMailings.contains(campaign.id());
			if (isCampaign && !answered) {
				Halt halt = breaker.apply(counts.tally(connection, campaign));
				if (halt != campaign.halt()) {
					Rows.update(connection, "UPDATE campaign SET halt = ? WHERE id = ?", halt.id(), campaign.id());
					markAddressesDue(connection, campaign.id());
					asking.add(campaign);
				}
			}
		}
		Rows.update(connection, "UPDATE campaign SET halt_due = 0 WHERE halt_due = 2");
		return asking;
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
