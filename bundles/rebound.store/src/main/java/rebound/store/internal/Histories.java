package rebound.store.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import rebound.model.Action;
import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.Campaign;
import rebound.model.Decision;
import rebound.model.DomainAnswer;
import rebound.model.LifeSign;
import rebound.model.Occurrence;

/** Reads the histories of addresses, many at a time. Made for one run: it knows the campaigns as they are then. */
final class Histories {
	/** So many addresses must have bounced in a recognised campaign before it counts as sent to all of a sender's. */
	private static final int MASS_MAILING = 5;
	private static final Comparator<Campaign> IN_TIME = Comparator.comparing(Campaign::sent)
			.thenComparing(Campaign::id);
	/** Where what happened is told: events, and what retention left of them. */
	static final List<String> TABLES = List.of("event", "past_event");

	private final Map<String, Campaign> campaigns = new HashMap<>();
	private final Map<String, List<Campaign>> mailings = new HashMap<>();

	private Histories(Collection<Campaign> campaigns, List<Campaign> toAll) {
		campaigns.forEach(campaign -> this.campaigns.put(campaign.id(), campaign));
		Map<String, List<Campaign>> bySender = new HashMap<>();
		for (Campaign campaign : toAll) {
			bySender.computeIfAbsent(campaign.sender(), sender -> new ArrayList<>()).add(campaign);
		}
		bySender.forEach((sender, list) -> mailings.put(sender, list.stream().sorted(IN_TIME).toList()));
	}

	/** Reads what is known of all campaigns: for many addresses. */
	static Histories ofAll(Connection connection) throws SQLException {
		Set<String> massMailings = massMailings(connection);
		List<Campaign> campaigns = new ArrayList<>();
		List<Campaign> toAll = new ArrayList<>();
		Rows.each(connection, select("campaign"), List.of(), row -> {
			Campaign campaign = CampaignRow.read(row);
			campaigns.add(campaign);
			if (isMailing(row, campaign) && (isKnown(campaign) || massMailings.contains(campaign.id()))) {
				toAll.add(campaign);
			}
		});
		return new Histories(campaigns, toAll);
	}

	/** Reads the campaigns that matter to one address. */
	static Histories of(Connection connection, String address) throws SQLException {
		Set<String> ids = new TreeSet<>();
		Rows.each(connection, "SELECT campaign FROM sent_mail WHERE address = ?", List.of(address),
				row -> ids.add(row.getString(1)));
		for (String table : TABLES) {
			Rows.each(connection, "SELECT campaign FROM " + table + " WHERE address = ? AND campaign IS NOT NULL",
					List.of(address), row -> ids.add(row.getString(1)));
		}
		Map<String, Campaign> campaigns = new TreeMap<>();
		Set<String> senders = new TreeSet<>();
		Rows.eachOf(connection, select(Rows.byKey("campaign")) + " WHERE id IN ", ids, row -> {
			Campaign campaign = CampaignRow.read(row);
			campaigns.put(campaign.id(), campaign);
			if (campaign.sender() != null) {
				senders.add(campaign.sender());
			}
		});
		Map<String, Campaign> mailings = new TreeMap<>();
		Map<String, Long> counted = new TreeMap<>();
		Rows.eachOf(connection, select(Rows.using("campaign", "campaign_sender")) + " WHERE sender IN ", senders,
				row -> {
					Campaign campaign = CampaignRow.read(row);
					campaigns.put(campaign.id(), campaign);
					if (isMailing(row, campaign)) {
						mailings.put(campaign.id(), campaign);
						if (row.getInt(10) == 0) {
							counted.put(campaign.id(), row.getLong(11));
						}
					}
				});
		List<Campaign> toAll = new ArrayList<>();
		for (Campaign campaign : mailings.values()) {
			Long count = counted.get(campaign.id());
			if (isKnown(campaign)
					|| (count == null ? isMassMailing(connection, campaign) : count >= MASS_MAILING)) {
				toAll.add(campaign);
			}
		}
		return new Histories(campaigns.values(), toAll);
	}

	/** @return the campaigns in which several addresses bounced */
	static Set<String> massMailings(Connection connection) throws SQLException {
		return new CampaignCounts().summaries(connection).stream().filter(summary -> summary.events() >= MASS_MAILING)
				.map(summary -> summary.campaign().id()).collect(Collectors.toSet());
	}

	/** @return whether several addresses bounced in a campaign */
	private static boolean isMassMailing(Connection connection, Campaign campaign) throws SQLException {
		int count = 0;
		for (String table : TABLES) {
			count += Rows.list(connection, "SELECT occurred FROM " + Rows.using(table, table + "_campaign")
					+ " WHERE campaign = ? FETCH FIRST " + MASS_MAILING + " ROWS ONLY", List.of(campaign.id()),
					row -> 1).size();
		}
		return count >= MASS_MAILING;
	}

	private static String select(String table) {
		return "SELECT " + CampaignRow.COLUMNS
				+ ", recipients_known, counts_due, hard + soft + delays + complaints + others FROM " + table;
	}

	private static boolean isMailing(ResultSet row, Campaign campaign) throws SQLException {
		return row.getInt(9) == 0 && campaign.sent() != null && campaign.sender() != null;
	}

	private static boolean isKnown(Campaign campaign) {
		return campaign.origin() != Campaign.Origin.RECOGNISED;
	}

	/** @return the histories of these addresses, in their order */
	List<AddressHistory> read(Connection connection, Collection<String> addresses) throws SQLException {
		Map<String, Draft> drafts = new TreeMap<>();
		addresses.forEach(address -> drafts.put(address, new Draft()));
		for (String table : TABLES) {
			Rows.eachOf(connection, "SELECT address, id, occurred, campaign, message_id, action, kind, type, reason, "
					+ "fault, track, strength, person FROM " + Rows.using(table, table + "_address")
					+ " WHERE address IN ", addresses,
					row -> drafts.get(row.getString(1)).occurrences.put(Text.hex(row.getBytes(2)), occurrence(row)));
		}
		Rows.eachOf(connection,
				"SELECT address, kind, happened, source FROM " + Rows.byKey("life_sign") + " WHERE address IN ",
				addresses,
				row -> drafts.get(row.getString(1)).lifeSigns.add(new LifeSign(new AddressKey(row.getString(1)),
						Words.LIFE.of(row.getString(2)), Rows.instant(row, 3), row.getString(4))));
		Rows.eachOf(connection,
				"SELECT " + DecisionRow.COLUMNS + " FROM " + Rows.using("decision", "decision_address")
						+ " WHERE address IN ",
				addresses,
				row -> drafts.get(row.getString(2)).decisions.put(row.getString(1), DecisionRow.read(row)));
		Rows.eachOf(connection,
				"SELECT address, campaign FROM " + Rows.using("sent_mail", "sent_mail_address") + " WHERE address IN ",
				addresses,
				row -> drafts.get(row.getString(1)).sentIn.add(row.getString(2)));
		Rows.eachOf(connection, "SELECT a.address, c.is_protected, c.customer_value FROM customer_address a "
				+ "JOIN customer c ON c.id = a.customer "
				+ "WHERE (c.is_protected = 1 OR c.customer_value IS NOT NULL) AND a.address IN ", addresses,
				row -> drafts.get(row.getString(1)).customer(row));
		Set<String> domains = new TreeSet<>();
		addresses.forEach(address -> domains.add(new AddressKey(address).domain()));
		Map<String, List<DomainAnswer>> answers = DomainRows.of(connection, domains);
		return addresses.stream().map(AddressKey::new).map(address -> drafts.get(address.value()).history(address, this,
				answers.getOrDefault(address.domain(), List.of()))).toList();
	}

	private Occurrence occurrence(ResultSet row) throws SQLException {
		String campaignId = row.getString(4);
		Campaign campaign = campaignId == null ? null : campaigns.get(campaignId);
		String action = row.getString(6);
		String person = row.getString(13);
		return new Occurrence(Text.hex(row.getBytes(2)), Rows.instant(row, 3), campaignId, row.getString(5),
				Words.KIND.of(row.getString(7)), Words.TYPE.of(row.getString(8)), Words.REASON.of(row.getString(9)),
				Words.FAULT.of(row.getString(10)), Words.TRACK.of(row.getString(11)),
				Words.STRENGTH.of(row.getString(12)), action == null ? null : Action.of(action).orElse(null),
				person == null ? null : Words.PERSON.of(person),
				campaign == null ? Campaign.Halt.NONE : campaign.halt());
	}

	/** What has been read of one address; maps and sets, because a key may be asked for twice. */
	private static final class Draft {
		private final Map<String, Occurrence> occurrences = new HashMap<>();
		private final Set<LifeSign> lifeSigns = new HashSet<>();
		private final Map<String, Decision> decisions = new HashMap<>();
		private final Set<String> sentIn = new TreeSet<>();
		private boolean isProtected;
		private Double customerValue;

		void customer(ResultSet row) throws SQLException {
			isProtected |= row.getInt(2) == 1;
			double value = row.getDouble(3);
			if (!row.wasNull() && (customerValue == null || value > customerValue)) {
				customerValue = value;
			}
		}

		AddressHistory history(AddressKey address, Histories known, List<DomainAnswer> answers) {
			List<Occurrence> happened = occurrences.values().stream()
					.sorted(Comparator.comparing(Occurrence::at).thenComparing(Occurrence::eventId)).toList();
			return new AddressHistory(address, happened, mailings(happened, known),
					lifeSigns.stream().sorted(Comparator.comparing(LifeSign::at).thenComparing(LifeSign::kind))
							.toList(),
					decisions.values().stream()
							.sorted(Comparator.comparing(Decision::at).thenComparing(Decision::id)).toList(),
					isProtected, answers, customerValue);
		}

		/** The campaigns it is known to have been sent, and those of the senders whose mail it bounced. */
		private List<Campaign> mailings(List<Occurrence> happened, Histories known) {
			Set<String> senders = new TreeSet<>();
			Map<String, Campaign> bounced = new HashMap<>();
			for (Occurrence occurrence : happened) {
				Campaign campaign = occurrence.campaignId() == null
						? null
						: known.campaigns.get(occurrence.campaignId());
				if (campaign != null && campaign.sent() != null) {
					bounced.put(campaign.id(), campaign);
					if (campaign.sender() != null) {
						senders.add(campaign.sender());
					}
				}
			}
			if (senders.isEmpty() && sentIn.isEmpty()) {
				return bounced.values().stream().sorted(IN_TIME).toList();
			}
			Map<String, Campaign> all = bounced;
			for (String sender : senders) {
				known.mailings.getOrDefault(sender, List.of()).forEach(campaign -> all.put(campaign.id(), campaign));
			}
			for (String id : sentIn) {
				Campaign campaign = known.campaigns.get(id);
				if (campaign != null && campaign.sent() != null) {
					all.put(id, campaign);
				}
			}
			return all.values().stream().sorted(IN_TIME).toList();
		}
	}
}
