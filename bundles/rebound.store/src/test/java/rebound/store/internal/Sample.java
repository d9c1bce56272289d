package rebound.store.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import rebound.model.Action;
import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.BounceType;
import rebound.model.Customer;
import rebound.model.Decision;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.Evidence;
import rebound.model.Grounds;
import rebound.model.JudgedMail;
import rebound.model.Judgement;
import rebound.model.Kind;
import rebound.model.LifeSign;
import rebound.model.Original;
import rebound.model.PolicyRule;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
import rebound.model.Standing.Recommendation;
import rebound.model.Standing.State;
import rebound.model.Strength;
import rebound.model.Verdict;
import rebound.store.EventFilter;
import rebound.store.NewMail;

/** Invented bounces. Equal arguments give equal mails. */
final class Sample {
	static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

	/** The events that a store is filled with; tests add others. */
	static final EventFilter FILL = EventFilter.ALL.withText("person");

	/** Suggests whatever bounced; what the real policy says is tested where it is. */
	static final Function<AddressHistory, Judgement> JUDGE = history -> {
		int events = history.occurrences().size();
		Grounds grounds = events == 0
				? null
				: new Grounds(PolicyRule.ADDRESS_STRONG, Reason.USERUNKNOWN, events, BEGIN, BEGIN,
						history.occurrences().getFirst().eventId());
		Counters counters = new Counters(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, BEGIN, null, BEGIN,
				LifeSign.Kind.REPLY, "c");
		return new Judgement(new Standing(history.address(), events == 0 ? State.ACTIVE : State.SUGGESTED, BEGIN,
				null, null, Recommendation.BLOCK, grounds, null, counters, 77, history.isProtected(), "v1"), null);
	};

	private Sample() {
	}

	/** A bounce of the n-th newsletter, one a week. */
	static NewMail bounce(String recipient, int newsletter, Reason reason) {
		String status = reason.type() == BounceType.HARD ? "5.1.1" : "4.2.2";
		Instant sent = BEGIN.plus(Duration.ofDays(7L * newsletter));
		return bounce(recipient, "Newsletter " + newsletter, sent, reason, status, "");
	}

	/** @param salt makes another mail of the same event */
	static NewMail bounce(String recipient, String subject, Instant sent, Reason reason, String status, String salt) {
		int replyCode = status.startsWith("5") ? 550 : 452;
		RecipientStatus recipientStatus = new RecipientStatus(recipient, null, Action.FAILED,
				EnhancedStatus.of(status).orElse(null), replyCode, replyCode + " " + status + " " + reason.id(),
				SmtpCommand.RCPT, "mx1." + recipient.substring(recipient.indexOf('@') + 1));
		Verdict verdict = Verdict.of(Kind.BOUNCE, reason, "test.rule", new Evidence(Evidence.Source.STATUS, status),
				Strength.STRONG, 90);
		return mail(recipientStatus, verdict, subject, sent, salt);
	}

	/**
	 * What a mail or the record of a log tells of a recipient that does not exist.
	 *
	 * @param messageId of the original message, or {@code null}
	 * @param seconds   after the beginning
	 */
	static NewMail told(String recipient, String source, String messageId, String diagnostic, int seconds) {
		RecipientStatus status = new RecipientStatus(recipient, null, Action.FAILED,
				EnhancedStatus.of(diagnostic.contains("5.1.10") ? "5.1.10" : "5.1.1").orElse(null), 550, diagnostic,
				SmtpCommand.RCPT, null);
		Verdict verdict = Verdict.of(Kind.BOUNCE, Reason.USERUNKNOWN, "test.rule",
				new Evidence(Evidence.Source.STATUS, "5.1.1"), Strength.STRONG, 90);
		Original original = messageId == null
				? Original.NONE
				: new Original('<' + messageId + "@news.example>", null, null, recipient, null, List.of());
		Instant at = BEGIN.plusSeconds(seconds);
		DeliveryReport report = new DeliveryReport(Form.DELIVERY_STATUS, "rfc3464", null, null, null, at, "mx.example",
				null, null, List.of(status), original, null, List.of());
		byte[] raw = (source + messageId + seconds + status).getBytes(StandardCharsets.UTF_8);
		return NewMail.of(raw, source, BEGIN.plus(Duration.ofDays(1)),
				new JudgedMail(Kind.BOUNCE, report, List.of(verdict), List.of()));
	}

	static NewMail mail(RecipientStatus status, Verdict verdict, String subject, Instant sent, String salt) {
		String messageId = "<" + Integer.toHexString((subject + status.recipient()).hashCode()) + "@news.example>";
		Original original = new Original(messageId, subject, "Shop <news@shop.example>", status.recipient(),
				date(sent), List.of());
		Instant written = sent.plus(Duration.ofMinutes(1 + salt.length()));
		DeliveryReport report = new DeliveryReport(Form.DELIVERY_STATUS, "rfc3464", null, "mailer-daemon@mx.example",
				"Undelivered mail", written, "mx.example", null, "Sorry.", List.of(status), original, null, List.of());
		JudgedMail judged = new JudgedMail(verdict.kind(), report, List.of(verdict), List.of());
		byte[] raw = ("From: mailer-daemon@mx.example\r\nSubject: Undelivered mail\r\n\r\n" + salt + subject + " "
				+ status + verdict).getBytes(StandardCharsets.UTF_8);
		return NewMail.of(raw, "file", sent.plus(Duration.ofDays(1)), judged);
	}

	private static String date(Instant sent) {
		return java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atOffset(java.time.ZoneOffset.UTC));
	}

	static Decision decision(String id, AddressKey address, Decision.Action action) {
		return new Decision(id, address, action, BEGIN, "anna", address.domain(), null, "v1", null, "because");
	}

	static Customer customer(String id, String name, String company, String email, String phone) {
		return new Customer(id, null, null, null, null, null, name, null, company, null, null, null, null, "de", 12.5,
				null, BEGIN.atOffset(ZoneOffset.UTC).toLocalDate(), null, null, List.of(email), phone,
				null, null, null, null, null, null, null, false, Map.of("Extra", "a=b;c"));
	}
}
