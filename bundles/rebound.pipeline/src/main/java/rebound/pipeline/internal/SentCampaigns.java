package rebound.pipeline.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import rebound.model.AddressKey;
import rebound.model.Campaign;
import rebound.model.Campaign.Halt;
import rebound.model.Campaign.Origin;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.Original;
import rebound.pipeline.CampaignId;
import rebound.pipeline.Progress;
import rebound.pipeline.SentImport;
import rebound.pipeline.SentImport.Problem;
import rebound.pipeline.internal.SentEntry.Field;
import rebound.store.CampaignRecognition;
import rebound.store.CampaignStore;
import rebound.store.CampaignStore.SentMail;

/**
 * Gathers what was sent by campaign, and stores it when all is read: a file that can't be read to its end leaves
 * nothing behind, and a campaign never has half of its recipients.
 */
public final class SentCampaigns {

	private static final int LONGEST_ADDRESS = 320;

	private final CampaignStore store;
	private final Progress progress;
	private final Campaign all;
	private final Map<String, String> idsByName = new HashMap<>();
	private final Map<String, Draft> drafts = new LinkedHashMap<>();
	private final List<Problem> problems = new ArrayList<>();
	private long entries;
	private long otherEvents;
	private long problemCount;

	/** @param all the campaign that all of it belongs to, or {@code null} */
	SentCampaigns(CampaignStore store, Progress progress, Campaign all) {
		this.store = store;
		this.progress = progress;
		this.all = all;
		store.list().forEach(known -> {
			if (known.campaign().origin() != Origin.RECOGNISED && known.campaign().name() != null) {
				idsByName.put(known.campaign().name(), known.campaign().id());
			}
		});
	}

	/** A campaign while the file is read. */
	private static final class Draft {
		private Campaign campaign;
		private final Map<AddressKey, SentMail> mails = new HashMap<>();

		Draft(Campaign campaign) {
			this.campaign = campaign;
		}

		void describe(Campaign more) {
			campaign = joined(campaign, more);
		}

		/** Of several mails to one address the first one stands for all. */
		void add(SentMail mail) {
			mails.merge(mail.recipient(), mail, (one, other) -> other.sent() != null
					&& (one.sent() == null || other.sent().isBefore(one.sent())) ? other : one);
		}
	}

	void problem(long entry, Problem.Code code, String detail) {
		entries += code == Problem.Code.BROKEN ? 1 : 0;
		problemCount++;
		if (problems.size() < SentImport.MOST_PROBLEMS) {
			problems.add(new Problem(entry, code, detail));
		}
	}

	void add(SentEntry entry) {
		if (progress.cancelled()) {
			throw new CancellationException();
		}
		progress.done(0, ++entries);
		if (!SentWords.isSending(entry.get(Field.EVENT))) {
			otherEvents++;
			return;
		}
		Instant sent = time(entry);
		Campaign campaign = campaign(entry, sent);
		if (campaign == null) {
			problem(entry.number(), Problem.Code.NO_CAMPAIGN, null);
			return;
		}
		Draft draft = drafts.computeIfAbsent(campaign.id(), id -> new Draft(campaign));
		draft.describe(campaign);
		for (String recipient : entry.recipients()) {
			int open = recipient.lastIndexOf('<');
			int close = recipient.indexOf('>', open + 1);
			String address = (open >= 0 && close > open ? recipient.substring(open + 1, close) : recipient).strip();
			int at = address.indexOf('@');
			if (at < 1 || at == address.length() - 1 || address.length() > LONGEST_ADDRESS) {
				problem(entry.number(), Problem.Code.BAD_ADDRESS, recipient);
			} else {
				draft.add(new SentMail(AddressKey.of(address), messageId(entry), sent));
			}
		}
	}

	/** Stores all that was read; doing it again changes nothing. */
	SentImport finish() {
		List<Campaign> campaigns = new ArrayList<>();
		long added = 0;
		for (Draft draft : drafts.values()) {
			Campaign known = store.find(draft.campaign.id()).orElse(null);
			added += known == null || known.origin() == Origin.RECOGNISED ? 1 : 0;
			campaigns.add(known == null ? draft.campaign : onto(known, draft.campaign));
		}
		store.save(campaigns);
		long recipients = 0;
		long newRecipients = 0;
		for (Map.Entry<String, Draft> draft : drafts.entrySet()) {
			if (!draft.getValue().mails.isEmpty()) {
				newRecipients += store.addSent(draft.getKey(), draft.getValue().mails.values());
				recipients += draft.getValue().mails.size();
			}
			if (progress.cancelled()) {
				throw new CancellationException();
			}
		}
		return new SentImport(entries, campaigns.stream().map(Campaign::id).toList(), added, recipients, newRecipients,
				otherEvents, problems, problemCount);
	}

	private Campaign campaign(SentEntry entry, Instant sent) {
		String subject = entry.get(Field.SUBJECT);
		String sender = entry.get(Field.SENDER);
		long count = count(entry);
		String from = CampaignId.address(sender);
		if (all != null) {
			return new Campaign(all.id(), all.name(), subject, from, sent, count, Origin.IMPORTED, all.halt());
		}
		String id = entry.get(Field.CAMPAIGN_ID);
		String name = entry.get(Field.CAMPAIGN_NAME);
		if (id != null || name != null) {
			Instant day = entry.recipients().isEmpty() ? sent : null;
			String key = id != null
					? CampaignId.of(id, null)
					: day == null && idsByName.containsKey(name) ? idsByName.get(name) : CampaignId.of(name, day);
			return new Campaign(key, name != null ? name : id, subject, from, sent, count, Origin.IMPORTED, Halt.NONE);
		}
		Campaign told = recognised(entry, subject, sender, sent);
		return told == null
				? null
				: new Campaign(told.id(), told.name(), told.subject(), told.sender(), sent, count, Origin.IMPORTED,
						Halt.NONE);
	}

	/** The campaign that a bounce of this mail would be recognised as. */
	private static Campaign recognised(SentEntry entry, String subject, String sender, Instant sent) {
		Original original = entry.original() != null
				? entry.original()
				: new Original(null, subject, sender, null,
						sent == null
								? null
								: DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atOffset(ZoneOffset.UTC)),
						List.of());
		DeliveryReport report = new DeliveryReport(Form.DELIVERY_STATUS, null, null, null, null, sent, null, null, null,
				List.of(), original, null, List.of());
		return CampaignRecognition.of(report, sent == null ? Instant.EPOCH : sent);
	}

	/** What is told later adds to what is known; sending began with the earliest mail. */
	private static Campaign joined(Campaign one, Campaign more) {
		Instant sent = one.sent() == null || more.sent() != null && more.sent().isBefore(one.sent())
				? more.sent()
				: one.sent();
		return new Campaign(one.id(), either(one.name(), more.name()), either(one.subject(), more.subject()),
				either(one.sender(), more.sender()), sent, Math.max(one.sentCount(), more.sentCount()), one.origin(),
				one.halt());
	}

	private static Campaign onto(Campaign known, Campaign read) {
		Campaign joined = joined(known, read);
		boolean recognised = known.origin() == Origin.RECOGNISED;
		return new Campaign(joined.id(), recognised ? either(read.name(), known.name()) : joined.name(),
				joined.subject(), joined.sender(), recognised && read.sent() != null ? read.sent() : joined.sent(),
				read.sentCount() > 0 ? read.sentCount() : known.sentCount(),
				known.origin() == Origin.CREATED ? Origin.CREATED : Origin.IMPORTED, known.halt());
	}

	private static String either(String one, String other) {
		return one != null ? one : other;
	}

	private Instant time(SentEntry entry) {
		String text = entry.get(Field.TIME);
		if (entry.date() != null || text == null) {
			return entry.date();
		}
		Instant time = SentTime.read(text);
		if (time == null) {
			problem(entry.number(), Problem.Code.BAD_TIME, text);
		}
		return time;
	}

	/** A number as people write it, with marks between the thousands. */
	private long count(SentEntry entry) {
		String text = entry.get(Field.COUNT);
		if (text == null) {
			return 0;
		}
		String digits = text.replaceAll("[.,' \u00a0\u202f]", "");
		if (digits.isEmpty() || digits.length() > 12 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
			problem(entry.number(), Problem.Code.BAD_COUNT, text);
			return 0;
		}
		return Long.parseLong(digits);
	}

	private static String messageId(SentEntry entry) {
		String id = entry.get(Field.MESSAGE_ID);
		return id == null || id.startsWith("<") ? id : '<' + id + '>';
	}
}
