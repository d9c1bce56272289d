package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import rebound.model.Attribution;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.model.Verdict;
import rebound.store.AddResult.Outcome;
import rebound.store.EventFilter;
import rebound.store.NewMail;
import rebound.store.internal.Dialect.Conflict;

/**
 * Writes mails with their events, campaigns and addresses: first all is {@link #plan planned}, then inserted, then told
 * to the tables of campaigns and hosts. What is stored does not depend on the order of mails: of two that tell of the
 * same event, the one written earlier is kept, and a mail rather than the record of a log, which knows nothing of the
 * mail that was sent.
 */
final class EventWriter {
	private static final Comparator<BounceEvent> EARLIER = Comparator
			.comparing((BounceEvent event) -> isLog(event.source())).thenComparing(BounceEvent::occurred)
			.thenComparing(BounceEvent::mailHash);

	private final Dialect dialect;
	private final EventAssembler assembler = new EventAssembler();

	EventWriter(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * What is to be stored of some mails.
	 *
	 * @param mails     those that are new
	 * @param ids       of the events of each mail, by its place in the batch; {@code null} for a mail that was known
	 * @param events    all of them, by id
	 * @param campaigns those recognised, by id
	 * @param known     ids of the events that were known before
	 * @param replaced  ids of those of them that the events here go before
	 */
	record Plan(List<MailRow> mails, Map<Integer, List<String>> ids, Map<String, BounceEvent> events,
			Map<String, Campaign> campaigns, Set<String> known, Set<String> replaced) {

		/** @return the events that are to be inserted, in the order of their ids */
		List<BounceEvent> wanted() {
			return events.values().stream()
					.filter(event -> !known.contains(event.id()) || replaced.contains(event.id())).toList();
		}

		/** Fills in what became of the mails. */
		void outcomes(Outcome[] outcomes) {
			Set<String> told = new HashSet<>(known);
			ids.forEach((place, of) -> outcomes[place] = outcome(of, told));
		}

		private static Outcome outcome(List<String> ids, Set<String> told) {
			if (ids == null) {
				return Outcome.KNOWN_MAIL;
			}
			if (ids.isEmpty()) {
				return Outcome.NO_EVENT;
			}
			boolean isNew = false;
			for (String id : ids) {
				isNew |= told.add(id);
			}
			return isNew ? Outcome.STORED : Outcome.KNOWN_EVENTS;
		}
	}

	/** Works out what is to be stored; changes nothing. */
	Plan plan(Connection connection, List<MailRow> mails) throws SQLException {
		Set<String> batch = known(connection, mails.stream().map(MailRow::hash).toList());
		Attributor attributor = attributor(connection, mails);
		Plan plan = new Plan(new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new HashSet<>(),
				new HashSet<>());
		for (MailRow row : mails) {
			if (!batch.add(row.mail().hash())) {
				plan.ids.put(row.place(), null);
				continue;
			}
			plan.mails.add(row);
			List<String> ids = new ArrayList<>();
			NewMail mail = row.mail();
			Attributor.Finding finding = attributor.find(mail.judged().report(), mail.received());
			for (BounceEvent event : assembler.assemble(mail, finding)) {
				plan.events.merge(event.id(), event, (one, other) -> EARLIER.compare(one, other) <= 0 ? one : other);
				ids.add(event.id());
			}
			if (finding != null && !ids.isEmpty()) {
				plan.campaigns.merge(finding.campaign().id(), finding.campaign(), CampaignRow::earlier);
			}
			plan.ids.put(row.place(), ids);
		}
		findKnown(connection, plan);
		return plan;
	}

	private static boolean isLog(String source) {
		return "log".equals(source);
	}

	static Set<String> known(Connection connection, Collection<byte[]> hashes) throws SQLException {
		Set<String> known = new HashSet<>();
		Rows.eachOf(connection, "SELECT hash FROM " + Rows.byKey("mail") + " WHERE hash IN ", hashes,
				row -> known.add(Text.hex(row.getBytes(1))));
		return known;
	}

	private static Attributor attributor(Connection connection, List<MailRow> mails) throws SQLException {
		List<Campaign> known = CampaignRow.known(connection);
		Map<String, Campaign> byId = new HashMap<>();
		known.forEach(campaign -> byId.put(campaign.id(), campaign));
		Map<String, Campaign> byMessageId = new HashMap<>();
		if (!byId.isEmpty()) {
			Set<String> messageIds = new TreeSet<>();
			for (MailRow mail : mails) {
				String messageId = EventAssembler.original(mail.mail().judged().report()).messageId();
				if (messageId != null && messageId.length() <= 500) {
					messageIds.add(messageId);
				}
			}
			Rows.eachOf(connection,
					"SELECT message_id, campaign FROM " + Rows.using("sent_mail", "sent_mail_message_id")
							+ " WHERE message_id IN ",
					messageIds,
					row -> {
						Campaign campaign = byId.get(row.getString(2));
						if (campaign != null) {
							byMessageId.put(row.getString(1), campaign);
						}
					});
		}
		return new Attributor(known, byMessageId);
	}

	/** Finds out which events are known, and which of these are to be replaced. */
	private static void findKnown(Connection connection, Plan plan) throws SQLException {
		List<byte[]> ids = plan.events.keySet().stream().map(id -> Text.bytes(id, 16)).toList();
		Rows.eachOf(connection,
				"SELECT id, occurred, mail, attribution, source FROM " + Rows.byKey("event") + " WHERE id IN ",
				ids, row -> {
					String id = Text.hex(row.getBytes(1));
					BounceEvent event = plan.events.get(id);
					int order = Boolean.compare(isLog(event.source()), isLog(row.getString(5)));
					order = order == 0 ? Long.compare(event.occurred().toEpochMilli(), row.getLong(2)) : order;
					String mail = Text.hex(row.getBytes(3));
					boolean earlier = order < 0 || order == 0 && mail != null && event.mailHash().compareTo(mail) < 0;
					if (plan.known.add(id) && earlier && !Attribution.HAND.id().equals(row.getString(4))) {
						plan.replaced.add(id);
					}
				});
		// what retention removed was counted once
		Rows.eachOf(connection, "SELECT id FROM " + Rows.byKey("past_event") + " WHERE id IN ", ids,
				row -> plan.known.add(Text.hex(row.getBytes(1))));
	}

	/** Stores mails and events, and lets their addresses be judged again. */
	void insert(Connection connection, Plan plan) throws SQLException {
		if (dialect.isSingleWriter()) {
			delete(connection, plan.replaced);
		}
		Set<String> addresses = new TreeSet<>();
		try (RowBatch insert = dialect.insert(connection, "event", EventRow.COLUMNS, Conflict.KEEP_EARLIER)) {
			for (BounceEvent event : plan.wanted()) {
				EventRow.write(insert, event);
				addresses.add(event.address().value());
			}
			insert.execute();
		}
		StandingRow.markDue(connection, dialect, addresses);
		insertMails(connection, plan.mails);
	}

	private void insertMails(Connection connection, List<MailRow> mails) throws SQLException {
		String columns = "hash, size, received, kind, source, kept, data";
		List<MailRow> sorted = new ArrayList<>(mails);
		sorted.sort(Comparator.comparing(row -> row.mail().hash()));
		try (RowBatch insert = dialect.insert(connection, "mail", columns, Conflict.LEAVE);
				Packer packer = new Packer()) {
			for (MailRow row : sorted) {
				insert.bytes(1, row.hash());
				insert.number(2, row.mail().size());
				insert.time(3, row.mail().received());
				insert.text(4, row.mail().judged().kind().id());
				insert.text(5, Text.clean(row.mail().source(), 60));
				insert.number(6, row.kept());
				insert.bytes(7, row.isKept() ? packer.pack(row.mail().raw(), row.kept()) : null);
				insert.add();
			}
			insert.execute();
		}
	}

	/**
	 * Tells the tables of campaigns and hosts what events come or came.
	 *
	 * @return number of campaigns that were not known
	 */
	int register(Connection connection, Collection<Plan> plans) throws SQLException {
		Map<String, Campaign> recognised = new TreeMap<>();
		Set<String> campaigns = new TreeSet<>();
		Set<String> hosts = new TreeSet<>();
		for (Plan plan : plans) {
			plan.campaigns.forEach((id, campaign) -> recognised.merge(id, campaign, CampaignRow::earlier));
			for (BounceEvent event : plan.wanted()) {
				hosts.add(Text.clean(event.mailHost(), 255));
				if (event.campaignId() != null) {
					campaigns.add(event.campaignId());
				}
			}
		}
		int added = CampaignRow.addRecognised(connection, dialect, recognised);
		addHosts(connection, hosts);
		CampaignRow.markDue(connection, campaigns);
		return added;
	}

	private static void delete(Connection connection, Collection<String> ids) throws SQLException {
		try (PreparedStatement delete = connection.prepareStatement("DELETE FROM event WHERE id = ?")) {
			for (String id : ids) {
				delete.setBytes(1, Text.bytes(id, 16));
				delete.addBatch();
			}
			delete.executeBatch();
		}
	}

	private void addHosts(Connection connection, Set<String> hosts) throws SQLException {
		Set<String> missing = new TreeSet<>(hosts);
		Rows.eachOf(connection, "SELECT name FROM " + Rows.byKey("mail_host") + " WHERE name IN ", hosts,
				row -> missing.remove(row.getString(1)));
		try (RowBatch insert = dialect.insert(connection, "mail_host", "name", Conflict.LEAVE)) {
			for (String host : missing) {
				insert.text(1, host);
				insert.add();
			}
			insert.execute();
		}
	}

	/** Assigns events to a campaign by hand. */
	int assign(Connection connection, Collection<String> eventIds, String campaignId) throws SQLException {
		List<byte[]> ids = eventIds.stream().map(id -> Text.bytes(id, 16)).filter(id -> id != null).toList();
		Set<String> addresses = new TreeSet<>();
		Set<String> campaigns = new TreeSet<>();
		String wanted = EventFilter.NO_CAMPAIGN.equals(campaignId) ? null : campaignId;
		Rows.eachOf(connection, "SELECT address, campaign FROM " + Rows.byKey("event") + " WHERE id IN ", ids, row -> {
			addresses.add(row.getString(1));
			if (row.getString(2) != null) {
				campaigns.add(row.getString(2));
			}
		});
		int changed = 0;
		try (PreparedStatement update = connection
				.prepareStatement("UPDATE event SET campaign = ?, attribution = ? WHERE id = ?")) {
			for (byte[] id : ids) {
				update.setString(1, wanted);
				update.setString(2, Attribution.HAND.id());
				update.setBytes(3, id);
				changed += update.executeUpdate();
			}
		}
		if (wanted != null) {
			campaigns.add(wanted);
		}
		StandingRow.markDue(connection, dialect, addresses);
		CampaignRow.markDue(connection, campaigns);
		return changed;
	}

	/** Gives events other verdicts. */
	int relabel(Connection connection, Map<String, Verdict> verdicts) throws SQLException {
		Map<String, Verdict> sorted = new TreeMap<>(verdicts);
		List<byte[]> ids = sorted.keySet().stream().map(id -> Text.bytes(id, 16)).filter(Objects::nonNull).toList();
		Set<String> addresses = new TreeSet<>();
		Set<String> campaigns = new TreeSet<>();
		Rows.eachOf(connection, "SELECT address, campaign FROM " + Rows.byKey("event") + " WHERE id IN ", ids, row -> {
			addresses.add(row.getString(1));
			if (row.getString(2) != null) {
				campaigns.add(row.getString(2));
			}
		});
		int changed = 0;
		try (PreparedStatement update = connection.prepareStatement(EventRow.RELABEL)) {
			for (byte[] id : ids) {
				EventRow.relabel(update, id, sorted.get(Text.hex(id)));
				changed += update.executeUpdate();
			}
		}
		StandingRow.markDue(connection, dialect, addresses);
		CampaignRow.markDue(connection, campaigns);
		return changed;
	}
}
