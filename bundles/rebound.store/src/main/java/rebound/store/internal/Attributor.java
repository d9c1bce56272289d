package rebound.store.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import rebound.model.Attribution;
import rebound.model.Campaign;
import rebound.model.Campaign.Halt;
import rebound.model.Campaign.Origin;
import rebound.model.DeliveryReport;
import rebound.model.Original;

/**
 * Finds the campaign that a returned mail belongs to, best evidence first. A campaign nobody told of gets an id that
 * is made of the evidence alone, so the order in which mails are read does not matter.
 */
final class Attributor {
	/** Header fields that sending software of one's own fills with the campaign's id. */
	private static final List<String> OWN_HEADERS = List.of("X-Campaign-ID", "X-CampaignID", "X-Campaign",
			"X-Newsletter-ID", "X-Mailing-ID", "X-Job-ID");
	/** Header fields of sending services that name the campaign. */
	private static final List<String> SERVICE_HEADERS = List.of("X-Mailchimp-Campaign-ID", "X-MC-Campaign", "X-job",
			"X-MSYS-Campaign", "X-Mailgun-Tag", "X-PM-Tag", "X-SES-Campaign", "X-Mailin-Campaign", "X-SIB-Campaign",
			"X-SG-Campaign", "X-CM-Campaign", "X-HubSpot-Campaign", "X-EMV-CampagneId", "X-rpcampaign",
			"X-Mautic-Campaign", "X-listmonk-campaign", "X-CiviMail-Job");
	private static final Duration SENDING_TAKES = Duration.ofDays(3);
	private static final Duration CLOCKS_DIFFER = Duration.ofHours(2);
	private static final Duration REPORTS_TAKE = Duration.ofDays(7);

	private final Map<String, Campaign> byId = new HashMap<>();
	private final Map<String, List<Campaign>> bySubject = new HashMap<>();
	private final Map<String, Campaign> byMessageId;

	/**
	 * @param known       the campaigns that the user made or imported
	 * @param byMessageId the campaigns of the sent mails that this batch's originals may be
	 */
	Attributor(Collection<Campaign> known, Map<String, Campaign> byMessageId) {
		for (Campaign campaign : known) {
			byId.put(campaign.id(), campaign);
			if (campaign.subject() != null) {
				bySubject.computeIfAbsent(Text.folded(campaign.subject()), subject -> new ArrayList<>()).add(campaign);
			}
		}
		this.byMessageId = byMessageId;
	}

	/** A campaign and what told of it. */
	record Finding(Campaign campaign, Attribution attribution) {
	}

	/** @return the campaign, or {@code null} if nothing tells it; one that the user told of goes before any other */
	Finding find(DeliveryReport report, Instant received) {
		Original original = EventAssembler.original(report);
		Instant sent = MailDate.parse(original.date());
		Finding known = known(report, original, sent, report.date() == null ? received : report.date());
		if (known != null) {
			return known;
		}
		Finding finding = header(original, sent, OWN_HEADERS, Attribution.CAMPAIGN_HEADER);
		if (finding == null) {
			finding = daily(original, sent, "Feedback-ID", Attribution.FEEDBACK_ID);
		}
		if (finding == null) {
			finding = daily(original, sent, "List-Id", Attribution.LIST_ID);
		}
		if (finding == null) {
			finding = header(original, sent, SERVICE_HEADERS, Attribution.PROVIDER_HEADER);
		}
		return finding == null ? subject(original, sent) : finding;
	}

	private Finding known(DeliveryReport report, Original original, Instant sent, Instant reported) {
		if (byId.isEmpty()) {
			return null;
		}
		Campaign verp = token(report.returnPath());
		if (verp != null) {
			return new Finding(verp, Attribution.VERP);
		}
		for (String name : OWN_HEADERS) {
			Campaign campaign = byId.get(value(original, name));
			if (campaign != null) {
				return new Finding(campaign, Attribution.CAMPAIGN_HEADER);
			}
		}
		for (String name : SERVICE_HEADERS) {
			Campaign campaign = byId.get(value(original, name));
			if (campaign != null) {
				return new Finding(campaign, Attribution.PROVIDER_HEADER);
			}
		}
		if (byMessageId.containsKey(original.messageId())) {
			return new Finding(byMessageId.get(original.messageId()), Attribution.MESSAGE_ID);
		}
		Campaign campaign = inWindow(original.subject(), Text.address(original.from()), sent, reported);
		return campaign == null ? null : new Finding(campaign, Attribution.SUBJECT);
	}

	/** A return path like {@code bounces+spring-2026+anna=customer.example@shop.example} names the campaign. */
	private Campaign token(String returnPath) {
		if (returnPath == null || returnPath.length() > 320) {
			return null;
		}
		String local = returnPath.substring(0, Math.max(0, returnPath.lastIndexOf('@')));
		for (String token : local.split("[+=/<]")) {
			if (byId.containsKey(token)) {
				return byId.get(token);
			}
		}
		return null;
	}

	private static String value(Original original, String name) {
		String value = original.header(name);
		return value == null || value.isBlank() || value.length() > 200 ? null : value.strip();
	}

	private static Finding header(Original original, Instant sent, List<String> names, Attribution attribution) {
		for (String name : names) {
			String value = value(original, name);
			if (value != null) {
				return new Finding(recognised(original, sent, attribution, name.toLowerCase(Locale.ROOT), value),
						attribution);
			}
		}
		return null;
	}

	/** @return the ids that a campaign would be recognised by whose header fields hold this value */
	static List<String> recognisedIds(String value) {
		List<String> ids = new ArrayList<>();
		OWN_HEADERS.forEach(name -> ids.add(
				Text.hex(Text.id(Attribution.CAMPAIGN_HEADER.id(), name.toLowerCase(Locale.ROOT), value))));
		SERVICE_HEADERS.forEach(name -> ids.add(
				Text.hex(Text.id(Attribution.PROVIDER_HEADER.id(), name.toLowerCase(Locale.ROOT), value))));
		return ids;
	}

	/** Some senders write the same value into every mailing, so the day is part of the evidence. */
	private static Finding daily(Original original, Instant sent, String name, Attribution attribution) {
		String value = original.header(name);
		return value == null || value.isBlank() || sent == null
				? null
				: new Finding(recognised(original, sent, attribution, Text.folded(value), day(sent)), attribution);
	}

	private static Finding subject(Original original, Instant sent) {
		String subject = Text.folded(original.subject());
		String sender = Text.address(original.from());
		return subject.isEmpty() || sender.isEmpty() || sent == null
				? null
				: new Finding(recognised(original, sent, Attribution.SUBJECT, sender, subject, day(sent)),
						Attribution.SUBJECT);
	}

	/**
	 * The latest known campaign of this subject and sender that was being sent at the time.
	 *
	 * @param sent     when the mail was sent, or {@code null}
	 * @param reported when its bounce was, which may be days later
	 */
	Campaign inWindow(String subject, String sender, Instant sent, Instant reported) {
		Instant at = sent == null ? reported : sent;
		Campaign latest = null;
		for (Campaign campaign : bySubject.getOrDefault(Text.folded(subject), List.of())) {
			boolean matches = campaign.sent() != null && (campaign.sender() == null || campaign.sender().equals(sender))
					&& !campaign.sent().isAfter(at.plus(CLOCKS_DIFFER))
					&& campaign.sent().isAfter(at.minus(sent != null ? SENDING_TAKES : REPORTS_TAKE));
			if (matches && (latest == null || later(campaign, latest))) {
				latest = campaign;
			}
		}
		return latest;
	}

	private static boolean later(Campaign one, Campaign other) {
		int order = one.sent().compareTo(other.sent());
		return order > 0 || order == 0 && one.id().compareTo(other.id()) > 0;
	}

	private static Campaign recognised(Original original, Instant sent, Attribution attribution, String... evidence) {
		String[] parts = new String[evidence.length + 1];
		parts[0] = attribution.id();
		System.arraycopy(evidence, 0, parts, 1, evidence.length);
		String sender = Text.address(original.from());
		String subject = original.subject();
		String name = subject == null || subject.isBlank() ? evidence[0] : subject;
		return new Campaign(Text.hex(Text.id(parts)), name, subject, sender.isEmpty() ? null : sender, sent, 0,
				Origin.RECOGNISED, Halt.NONE);
	}

	private static String day(Instant sent) {
		return LocalDate.ofInstant(sent, ZoneOffset.UTC).toString();
	}
}
