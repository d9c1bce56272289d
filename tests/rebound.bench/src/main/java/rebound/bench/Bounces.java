package rebound.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import rebound.model.Action;
import rebound.model.BounceType;
import rebound.model.DeliveryReport;
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

/**
 * Invented, already classified bounces of {@link #NEWSLETTERS} weekly newsletters. A mail is about as long as a bounce
 * usually is; few hosts receive for most addresses, few reasons are behind most bounces, an address bounces for the
 * same reason each time. Equal numbers give equal bounces.
 */
final class Bounces {

	static final int NEWSLETTERS = 60;
	static final Instant BEGIN = Instant.parse("2025-01-06T08:00:00Z");
	static final Reason RARE = Reason.SYNTAXERROR;
	static final String BIG_HOST = "mail-of-many.example";

	private static final String REPORT = """
			Return-Path: <>
			Received: from mx1.%1$s (mx1.%1$s [192.0.2.%2$d])
				by mx.shop.example (Postfix) with ESMTPS id %3$016X
				for <bounces@shop.example>; %4$s
			Date: %4$s
			From: Mail Delivery System <mailer-daemon@mx1.%1$s>
			To: bounces@shop.example
			Subject: Undelivered Mail Returned to Sender
			Message-ID: <%3$016x@mx1.%1$s>
			Auto-Submitted: auto-replied
			MIME-Version: 1.0
			Content-Type: multipart/report; report-type=delivery-status; boundary="=_%3$x"

			--=_%3$x
			Content-Type: text/plain; charset=us-ascii

			This is the mail system at host mx1.%1$s.

			I'm sorry to have to inform you that your message could not be delivered to one or more recipients.
			It's attached below. For further assistance, please send mail to postmaster.

			<%5$s>: %6$s

			--=_%3$x
			Content-Type: message/delivery-status

			Reporting-MTA: dns; mx1.%1$s
			X-Queue-ID: %3$016X
			Arrival-Date: %4$s

			Final-Recipient: rfc822; %5$s
			Action: failed
			Status: %7$s
			Remote-MTA: dns; mx1.%1$s
			Diagnostic-Code: smtp; %6$s

			--=_%3$x
			Content-Type: text/rfc822-headers

			Received: from app3.shop.example (app3.shop.example [198.51.100.7])
				by out.shop.example (Postfix) with ESMTPS id %8$016X
				for <%5$s>; %4$s
			DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=shop.example; s=s2025;
				h=from:to:subject:date:list-unsubscribe; bh=%8$016x%3$016x%8$016x=;
				b=%3$016x%8$016x%3$016x%8$016x%3$016x%8$016x%3$016x%8$016x%3$016x%8$016x
			Date: %4$s
			From: Shop <news@shop.example>
			To: %5$s
			Subject: %9$s
			Message-ID: %10$s
			List-Unsubscribe: <https://shop.example/unsubscribe?u=%8$016x>
			List-Unsubscribe-Post: List-Unsubscribe=One-Click
			MIME-Version: 1.0
			Content-Type: multipart/alternative; boundary="-=%8$x"

			--=_%3$x--
			""".replace("\n", "\r\n");

	private final int events;
	private final int addresses;

	/** @param events number of bounces, at most {@link #NEWSLETTERS} for each address */
	Bounces(int events, int addresses) {
		this.events = events;
		this.addresses = addresses;
	}

	/** @return the bounces from one number up to another, in the order of time */
	List<NewMail> mails(int from, int to) {
		List<NewMail> mails = new ArrayList<>(to - from);
		for (int i = from; i < to; i++) {
			mails.add(mail(i));
		}
		return mails;
	}

	/** @return an address by its number */
	static String address(int person) {
		return Long.toString(mix(person) >>> 34, 36) + '.' + person + '@' + domain(person);
	}

	/** Each newsletter some addresses begin to bounce, and go on until it is the turn of others. */
	private int person(int newsletter, int place) {
		int times = Math.max(1, events / addresses);
		long turn = (newsletter + place % times) / times;
		return (int) ((place + turn * (events / NEWSLETTERS + 1)) % addresses);
	}

	private static String domain(int person) {
		int place = (int) (mix(person + 1L) >>> 40) % 100;
		return place < 30
				? BIG_HOST
				: place < 50 ? "other-big-host.example" : "domain" + place * 20 % 1900 + ".example";
	}

	/** @return why an address bounces, each time */
	static Reason reason(int person) {
		int place = (int) (mix(person + 2L) >>> 40) % 10_000;
		if (place < 5) {
			return RARE;
		}
		return place < 4500
				? Reason.USERUNKNOWN
				: place < 6500
						? Reason.MAILBOXFULL
						: place < 7500
								? Reason.EXPIRED
								: place < 8500 ? Reason.FILTERED : place < 9500 ? Reason.BLOCKED : Reason.AUTHFAILURE;
	}

	static Instant sent(int newsletter) {
		return BEGIN.plus(Duration.ofDays(7L * newsletter));
	}

	private NewMail mail(int number) {
		int newsletter = (int) ((long) number * NEWSLETTERS / events);
		int person = person(newsletter, number - (int) (((long) newsletter * events + NEWSLETTERS - 1) / NEWSLETTERS));
		Instant sent = sent(newsletter);
		Instant written = sent.plusSeconds(60 + (mix(number) >>> 44) % 90_000);
		String recipient = address(person);
		String host = domain(person);
		String subject = "Our news of week " + newsletter + ": what is new in the shop";
		String messageId = "<" + newsletter + "." + Long.toHexString(mix(person)) + "@news.shop.example>";
		Reason reason = reason(person);
		String status = reason.type() == BounceType.HARD ? "5.1.1" : "4.2.2";
		int code = reason.type() == BounceType.HARD ? 550 : 452;
		String diagnostic = code + " " + status + " <" + recipient + ">: " + reason.id() + " (in reply to RCPT TO)";
		byte[] raw = String.format(REPORT, host, number & 255, mix(number + 3L), date(written), recipient, diagnostic,
				status, mix(person + 4L), subject, messageId).getBytes(StandardCharsets.US_ASCII);
		RecipientStatus recipientStatus = new RecipientStatus(recipient, null, Action.FAILED,
				EnhancedStatus.of(status).orElse(null), code, diagnostic, SmtpCommand.RCPT, "mx1." + host);
		Verdict verdict = Verdict.of(Kind.BOUNCE, reason, "reply." + reason.id(),
				new Evidence(Evidence.Source.STATUS, status), Strength.STRONG, 90);
		Original original = new Original(messageId, subject, "Shop <news@shop.example>", recipient, date(sent),
				List.of());
		DeliveryReport report = new DeliveryReport(DeliveryReport.Form.DELIVERY_STATUS, "rfc3464", null,
				"mailer-daemon@mx1." + host, "Undelivered Mail Returned to Sender", written, "mx1." + host, null,
				"I'm sorry to have to inform you", List.of(recipientStatus), original, null, List.of());
		return NewMail.of(raw, "file", written.plusSeconds(3600),
				new JudgedMail(Kind.BOUNCE, report, List.of(verdict), List.of()));
	}

	private static String date(Instant instant) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
	}

	/** Spreads numbers over all of a long's values, always the same way. */
	private static long mix(long number) {
		long mixed = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
		return mixed ^ mixed >>> 31;
	}
}
