package rebound.store.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import rebound.model.AddressKey;
import rebound.model.Attribution;
import rebound.model.AutoReply;
import rebound.model.BounceEvent;
import rebound.model.DeliveryReport;
import rebound.model.EnhancedStatus;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Original;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.store.NewMail;

/** Makes events of what a mail says about each recipient. The same report gives the same ids wherever it is read. */
final class EventAssembler {
	private static final int LONGEST_ADDRESS = 320;

	/** @return the mail's events; none for a mail of kind {@link Kind#OTHER} */
	List<BounceEvent> assemble(NewMail mail, Attributor.Finding campaign) {
		JudgedMail judged = mail.judged();
		DeliveryReport report = judged.report();
		List<BounceEvent> events = new ArrayList<>();
		List<RecipientStatus> recipients = report.recipients();
		for (int i = 0; i < recipients.size() && i < judged.verdicts().size(); i++) {
			RecipientStatus status = recipients.get(i);
			Verdict verdict = judged.verdicts().get(i);
			AddressKey address = whose(status);
			if (verdict.kind() != Kind.OTHER && address != null) {
				events.add(event(mail, campaign, status, verdict, address));
			}
		}
		return events;
	}

	private BounceEvent event(NewMail mail, Attributor.Finding campaign, RecipientStatus status, Verdict verdict,
			AddressKey address) {
		DeliveryReport report = mail.judged().report();
		Original original = original(report);
		Instant occurred = occurred(report.date(), mail.received());
		String campaignId = campaign == null ? null : campaign.campaign().id();
		Attribution attribution = campaign == null ? null : campaign.attribution();
		// what an automatic answer tells is told about one person only
		AutoReply autoReply = report.recipients().size() == 1 ? report.autoReply() : null;
		return new BounceEvent(id(mail.hash(), original.messageId(), address, status, verdict), address, occurred,
				mail.received(), MailDate.parse(original.date()), campaignId, attribution, original.subject(), status,
				verdict, report.reportingMta(), original.messageId(), report.layout(), mail.source(), mail.hash(),
				autoReply);
	}

	/** A clock that is wrong must not put an event into the future, where it would count for ever. */
	private static Instant occurred(Instant written, Instant received) {
		return written == null || written.isAfter(received) ? received : written;
	}

	private static AddressKey whose(RecipientStatus status) {
		if (isAddress(status.originalRecipient())) {
			return AddressKey.of(status.originalRecipient());
		}
		return isAddress(status.recipient()) ? AddressKey.of(status.recipient()) : null;
	}

	private static boolean isAddress(String text) {
		if (text == null || text.length() > LONGEST_ADDRESS || text.indexOf('\0') >= 0) {
			return false;
		}
		int at = text.lastIndexOf('@');
		return at > 0 && at < text.length() - 1 && AddressKey.of(text).value().length() <= LONGEST_ADDRESS
				&& text.length() - at - 1 <= 255;
	}

	private static String id(String mailHash, String messageId, AddressKey address, RecipientStatus status,
			Verdict verdict) {
		boolean known = messageId != null && !messageId.isBlank();
		String what = verdict.kind() == Kind.BOUNCE || verdict.kind() == Kind.DELAY ? code(status, verdict) : "";
		return Text.hex(Text.id(known ? messageId.strip() : mailHash, address.value(), verdict.kind().id(), what));
	}

	private static String code(RecipientStatus status, Verdict verdict) {
		EnhancedStatus enhanced = status.status();
		if (enhanced != null) {
			return enhanced.toString();
		}
		return status.replyCode() > 0 ? Integer.toString(status.replyCode()) : verdict.reason().id();
	}

	static Original original(DeliveryReport report) {
		return report.original() == null ? Original.NONE : report.original();
	}
}
