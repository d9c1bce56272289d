package rebound.store.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import rebound.model.Action;
import rebound.model.BounceType;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.Evidence;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Original;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Strength;
import rebound.model.Verdict;
import rebound.store.NewMail;

/** Invented bounces. Equal arguments give equal mails. */
final class Sample {
	static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

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
}
