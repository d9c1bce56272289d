package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import rebound.model.Attribution;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.store.CampaignStore.SentMail;

/**
 * Gives events that came before their campaign was known to it, as if it had been known. What the user assigned by
 * hand stays.
 */
final class Reattribution {

	private final Connection connection;
	private final Dialect dialect;
	private final Map<String, BounceEvent> moved = new HashMap<>();
	private final Set<String> left = new TreeSet<>();

	Reattribution(Connection connection, Dialect dialect) {
		this.connection = connection;
		this.dialect = dialect;
	}

	/** Moves events of recognised campaigns that are one of these, by their header fields or subject and sender. */
	void bySubjectAndHeader(Collection<Campaign> saved) throws SQLException {
		Attributor attributor = new Attributor(CampaignRow.known(connection), Map.of());
		for (Campaign campaign : saved) {
			for (Campaign recognised : recognisedAs(campaign)) {
				for (BounceEvent event : events(recognised.id())) {
					move(event, campaign.id(), event.attribution());
				}
				Rows.update(connection, "UPDATE past_event SET campaign = ? WHERE campaign = ?", campaign.id(),
						recognised.id());
			}
			for (Campaign similar : similar(campaign)) {
				for (BounceEvent event : events(similar.id())) {
					Campaign found = attributor.inWindow(event.subject(), similar.sender(), event.sent(),
							event.occurred());
					if (found != null && mayMove(event, similar)) {
						move(event, found.id(), Attribution.SUBJECT);
					}
				}
			}
		}
		write();
	}

	/** Moves events whose original message is known to have been sent in a campaign. */
	void byMessageId(String campaignId, Collection<SentMail> mails) throws SQLException {
		Map<String, String> messageIds = new HashMap<>();
		mails.stream().filter(mail -> mail.messageId() != null)
				.forEach(mail -> messageIds.put(mail.recipient().value(), mail.messageId()));
		List<BounceEvent> events = new ArrayList<>();
		Rows.eachOf(connection, "SELECT " + EventRow.COLUMNS + " FROM " + Rows.using("event", "event_address")
				+ " WHERE address IN ", new TreeSet<>(messageIds.keySet()), row -> events.add(EventRow.read(row)));
		for (BounceEvent event : events) {
			boolean sent = messageIds.get(event.address().value()).equals(event.messageId());
			boolean better = event.attribution() == Attribution.HAND || event.attribution() == Attribution.VERP;
			if (sent && !better) {
				move(event, campaignId, Attribution.MESSAGE_ID);
			}
		}
		write();
	}

	private List<Campaign> recognisedAs(Campaign campaign) throws SQLException {
		List<Campaign> recognised = new ArrayList<>();
		Rows.eachOf(connection, "SELECT " + CampaignRow.COLUMNS + " FROM " + Rows.byKey("campaign") + " WHERE id IN ",
				Attributor.recognisedIds(campaign.id()), row -> recognised.add(CampaignRow.read(row)));
		return recognised;
	}

	/** Campaigns of the same subject and sender, recognised ones and known ones that were sent about then. */
	private List<Campaign> similar(Campaign campaign) throws SQLException {
		String condition = campaign.sender() == null ? "" : " WHERE sender = ?";
		List<String> parameters = campaign.sender() == null ? List.of() : List.of(campaign.sender());
		String subject = Text.folded(campaign.subject());
		return Rows.list(connection, "SELECT " + CampaignRow.COLUMNS + " FROM campaign" + condition, parameters,
				CampaignRow::read).stream()
				.filter(other -> !subject.isEmpty() && Text.folded(other.subject()).equals(subject)).toList();
	}

	/** From a known campaign only what was a guess by its subject moves on to a better guess. */
	private static boolean mayMove(BounceEvent event, Campaign from) {
		return from.origin() == Campaign.Origin.RECOGNISED || event.attribution() == Attribution.SUBJECT;
	}

	private List<BounceEvent> events(String campaignId) throws SQLException {
		return Rows.list(connection, "SELECT " + EventRow.COLUMNS + " FROM " + Rows.using("event", "event_campaign")
				+ " WHERE campaign = ?", List.of(campaignId), EventRow::read);
	}

	private void move(BounceEvent event, String campaignId, Attribution attribution) {
		if (event.attribution() != Attribution.HAND && !campaignId.equals(event.campaignId())) {
			if (event.campaignId() != null) {
				left.add(event.campaignId());
			}
			moved.put(event.id(), event.in(campaignId, attribution));
		}
	}

	private void write() throws SQLException {
		Set<String> addresses = new TreeSet<>();
		Set<String> campaigns = new TreeSet<>(left);
		try (PreparedStatement update = connection
				.prepareStatement("UPDATE event SET campaign = ?, attribution = ? WHERE id = ?")) {
			for (BounceEvent event : moved.values()) {
				update.setString(1, event.campaignId());
				update.setString(2, event.attribution().id());
				update.setBytes(3, Text.bytes(event.id(), 16));
				update.addBatch();
				addresses.add(event.address().value());
				campaigns.add(event.campaignId());
			}
			update.executeBatch();
		}
		// a recognised campaign without events is none
		try (PreparedStatement delete = connection.prepareStatement("DELETE FROM campaign WHERE id = ? AND origin = "
				+ "'recognised' AND NOT EXISTS (SELECT id FROM event WHERE campaign = ?) "
				+ "AND NOT EXISTS (SELECT id FROM past_event WHERE campaign = ?)")) {
			for (String id : left) {
				delete.setString(1, id);
				delete.setString(2, id);
				delete.setString(3, id);
				delete.executeUpdate();
			}
		}
		StandingRow.markDue(connection, dialect, addresses);
		CampaignRow.markDue(connection, campaigns);
	}
}
