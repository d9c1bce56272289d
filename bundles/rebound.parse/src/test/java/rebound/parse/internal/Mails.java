package rebound.parse.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.parse.Limits;
import rebound.parse.ReportParser;

/** Reads mails that tests write as text. */
public final class Mails {

	private static final ReportParser PARSER = new ReportParser();

	private Mails() {
	}

	/** A mail of these lines, with CRLF. */
	public static DeliveryReport parse(String text) {
		return parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
	}

	public static DeliveryReport parse(byte[] mail) {
		try {
			return PARSER.parse(new ByteArrayInputStream(mail));
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	public static DeliveryReport parse(byte[] mail, Limits limits) {
		try {
			return new ReportParser(limits).parse(new ByteArrayInputStream(mail));
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	/** The only recipient of a mail. */
	public static RecipientStatus only(DeliveryReport report) {
		if (report.recipients().size() != 1) {
			throw new AssertionError("not one recipient: " + report.recipients());
		}
		return report.recipients().get(0);
	}

	/** A delivery status notification with these fields, after {@code Reporting-MTA} and an empty line. */
	public static String notification(String fields) {
		return notification("This is the mail system at host mx.example.org.\n", fields);
	}

	public static String notification(String notice, String fields) {
		return """
				Return-Path: <>
				From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
				To: news+anna=example.com@example.org
				Subject: Undelivered Mail Returned to Sender
				Date: Mon, 2 Mar 2026 10:00:00 +0100
				Message-ID: <1@mx.example.org>
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

				This is a MIME message.

				--b1
				Content-Type: text/plain; charset=us-ascii

				%s
				--b1
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example.org
				Arrival-Date: Mon, 2 Mar 2026 09:59:00 +0100

				%s
				--b1
				Content-Type: message/rfc822

				Return-Path: <news@example.org>
				From: News <news@example.org>
				To: Anna <anna@example.com>
				Subject: =?utf-8?q?Fr=C3=BChling?=
				Date: Mon, 2 Mar 2026 09:58:00 +0100
				Message-ID: <o1@example.org>
				List-Id: <news.example.org>
				X-Campaign-Id: spring

				Hello Anna
				--b1--
				""".formatted(notice, fields);
	}
}
