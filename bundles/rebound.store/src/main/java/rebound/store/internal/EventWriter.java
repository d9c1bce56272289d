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
import rebound.store.AddResult;
import rebound.store.AddResult.Outcome;
import rebound.store.EventFilter;
import rebound.store.NewMail;
import rebound.store.internal.Dialect.Conflict;

/**
 * Writes one batch of mails with their events, campaigns and addresses. What is stored does not depend on the order
 * of mails: of two that tell of the same event, the one written earlier is kept, and a mail rather than the record of
 * a log, which knows nothing of the mail that was sent.
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

	AddResult write(Connection connection, List<MailRow> mails) throws SQLException {
		Set<String> knownMails = known(connection, mails.stream().map(MailRow::hash).toList());
		Attributor attributor = attributor(connection, mails);
		Map<String, BounceEvent> events = new TreeMap<>();
		Map<String, Campaign> campaigns = new TreeMap<>();
		List<List<String>> eventsOfMail = new ArrayList<>();
		Set<String> batch = new HashSet<>(knownMails);
		List<MailRow> newMails = new ArrayList<>();
		for (MailRow row : mails) {
			if (!batch.add(row.mail().hash())) {
				eventsOfMail.add(null);
				continue;
			}
			newMails.add(row);
			List<String> ids = new ArrayList<>();
			NewMail mail = row.mail();
			Attributor.Finding finding = attributor.find(mail.judged().report(), mail.received());
			for (BounceEvent event : assembler.assemble(mail, finding)) {
				events.merge(event.id(), event, (one, other) -> EARLIER.compare(one, other) <= 0 ? one : other);
				ids.add(event.id());
			}
			if (finding != null && !ids.isEmpty()) {
				campaigns.merge(finding.campaign().id(), finding.campaign(), CampaignRow::earlier);
			}
			eventsOfMail.add(ids);
		}
		int newCampaigns = CampaignRow.addRecognised(connection, dialect, campaigns);
		Set<String> knownEvents = write(connection, events);
		// last, because only now their bytes are needed, which were packed meanwhile
		newMails.sort(Comparator.comparing(row -> row.mail().hash()));
		insertMails(connection, newMails);
		List<Outcome> outcomes = outcomes(eventsOfMail, knownEvents);
		return new AddResult(outcomes, events.size() - knownEvents.size(), knownEvents.size(), newCampaigns);
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

	private void insertMails(Connection connection, List<MailRow> mails) throws SQLException {
		String columns = "hash, size, received, kind, source, kept, data";
		try (RowBatch insert = dialect.insert(connection, "mail", columns, Conflict.LEAVE)) {
			for (MailRow row : mails) {
				insert.bytes(1, row.hash());
				insert.number(2, row.mail().size());
				insert.time(3, row.mail().received());
				insert.text(4, row.mail().judged().kind().id());
				insert.text(5, Text.clean(row.mail().source(), 60));
				insert.number(6, row.kept());
				insert.bytes(7, row.packed().get());
				insert.add();
			}
			insert.execute();
		}
	}

	/** @return ids of the events that were known before */
	private Set<String> write(Connection connection, Map<String, BounceEvent> events) throws SQLException {
		Set<String> known = new HashSet<>();
		List<String> replaced = new ArrayList<>();
		List<byte[]> ids = events.keySet().stream().map(id -> Text.bytes(id, 16)).toList();
		Rows.eachOf(connection,
				"SELECT id, occurred, mail, attribution, source FROM " + Rows.byKey("event") + " WHERE id IN ",
				ids, row -> {
					String id = Text.hex(row.getBytes(1));
					BounceEvent event = events.get(id);
					int order = Boolean.compare(isLog(event.source()), isLog(row.getString(5)));
					order = order == 0 ? Long.compare(event.occurred().toEpochMilli(), row.getLong(2)) : order;
					String mail = Text.hex(row.getBytes(3));
					boolean earlier = order < 0 || order == 0 && mail != null && event.mailHash().compareTo(mail) < 0;
					if (known.add(id) && earlier && !Attribution.HAND.id().equals(row.getString(4))) {
						replaced.add(id);
					}
				});
		// what retention removed was counted once
		Rows.eachOf(connection, "SELECT id FROM " + Rows.byKey("past_event") + " WHERE id IN ", ids,
				row -> known.add(Text.hex(row.getBytes(1))));
		if (dialect.isSingleWriter()) {
			delete(connection, replaced);
		}
		Set<String> addresses = new TreeSet<>();
		Set<String> campaigns = new TreeSet<>();
		Set<String> hosts = new TreeSet<>();
		try (RowBatch insert = dialect.insert(connection, "event", EventRow.COLUMNS, Conflict.KEEP_EARLIER)) {
			for (BounceEvent event : events.values()) {
				if (!known.contains(event.id()) || replaced.contains(event.id())) {
					EventRow.write(insert, event);
					addresses.add(event.address().value());
					hosts.add(Text.clean(event.mailHost(), 255));
					if (event.campaignId() != null) {
						campaigns.add(event.campaignId());
					}
				}
			}
			insert.execute();
		}
		addHosts(connection, hosts);
		StandingRow.markDue(connection, dialect, addresses);
		CampaignRow.markDue(connection, campaigns);
		return known;
	}

	private static void delete(Connection connection, List<String> ids) throws SQLException {
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

	private static List<Outcome> outcomes(List<List<String>> eventsOfMail, Set<String> knownEvents) {
		Set<String> told = new HashSet<>(knownEvents);
		List<Outcome> outcomes = new ArrayList<>();
		for (List<String> ids : eventsOfMail) {
			if (ids == null) {
				outcomes.add(Outcome.KNOWN_MAIL);
			} else if (ids.isEmpty()) {
				outcomes.add(Outcome.NO_EVENT);
			} else {
				boolean isNew = false;
				for (String id : ids) {
					isNew |= told.add(id);
				}
				outcomes.add(isNew ? Outcome.STORED : Outcome.KNOWN_EVENTS);
			}
		}
		return outcomes;
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
