package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rebound.parse.internal.Mails.notification;
import static rebound.parse.internal.Mails.only;
import static rebound.parse.internal.Mails.parse;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import rebound.model.Action;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;

class DeliveryStatusTest {

	private static final String FAILED = """
			Final-Recipient: rfc822; anna@example.com
			Original-Recipient: rfc822;Anna.Old@example.net
			Action: failed
			Status: 5.0.0
			Remote-MTA: dns; mx1.example.com (192.0.2.1)
			Diagnostic-Code: smtp; 550 5.1.1 <anna@example.com>: Recipient address
			    rejected: User unknown (in reply to RCPT TO command)
			""";

	@Test
	void readsWhatAGroupSays() {
		DeliveryReport report = parse(notification(FAILED));
		assertEquals(Form.DELIVERY_STATUS, report.form());
		assertEquals("rfc3464", report.layout());
		assertEquals("mx.example.org", report.reportingMta());
		assertEquals("<1@mx.example.org>", report.messageId());
		assertEquals("news+anna=example.com@example.org", report.returnPath());
		assertEquals(Instant.parse("2026-03-02T09:00:00Z"), report.date());
		assertEquals("This is the mail system at host mx.example.org.", report.notice().strip());
		RecipientStatus recipient = only(report);
		assertEquals("anna@example.com", recipient.recipient());
		assertEquals("Anna.Old@example.net", recipient.originalRecipient());
		assertEquals(Action.FAILED, recipient.action());
		assertEquals(new EnhancedStatus(5, 1, 1), recipient.status(), "the remote reply's code decides");
		assertEquals(550, recipient.replyCode());
		assertEquals("mx1.example.com", recipient.remoteMta());
		assertEquals(SmtpCommand.RCPT, recipient.command());
		assertEquals(
				"550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command)",
				recipient.diagnostic());
	}

	@Test
	void readsTheOriginal() {
		DeliveryReport report = parse(notification(FAILED));
		assertEquals("<o1@example.org>", report.original().messageId());
		assertEquals("Frühling", report.original().subject());
		assertEquals("News <news@example.org>", report.original().from());
		assertEquals("Anna <anna@example.com>", report.original().to());
		assertEquals("<news.example.org>", report.original().header("list-id"));
		assertEquals("spring", report.original().header("X-Campaign-Id"));
	}

	@Test
	void tellsSuccessDelayAndFailureApart() {
		List<RecipientStatus> recipients = parse(notification("""
				Final-Recipient: rfc822; a@example.com
				Action: failed
				Status: 4.4.7

				Final-Recipient: rfc822; b@example.com
				Action: delayed (still trying)
				Status: 5.4.1

				Final-Recipient: rfc822; c@example.com
				Action: relayed
				Status: 2.0.0

				Final-Recipient: rfc822; d@example.com
				Action: expanded
				Status: 2.1.5
				""")).recipients();
		assertEquals(List.of(Action.FAILED, Action.DELAYED, Action.RELAYED, Action.EXPANDED),
				recipients.stream().map(RecipientStatus::action).toList());
	}

	@Test
	void emptyLinesMayBeMissingBetweenGroupsOrStandWithinThem() {
		String fields = """
				Original-Recipient: rfc822;a@example.com
				Final-Recipient: rfc822;a@example.com
				Action: failed
				Status: 5.1.1
				Original-Recipient: rfc822;b@example.com

				Final-Recipient: rfc822;b@example.com

				Action: failed
				Status: 5.2.2
				""";
		for (String text : new String[]{ fields, fields.replace("\n", "\n\n") }) {
			List<RecipientStatus> recipients = parse(notification(text)).recipients();
			assertEquals(List.of("a@example.com", "b@example.com"),
					recipients.stream().map(RecipientStatus::recipient).toList());
			assertEquals(List.of(new EnhancedStatus(5, 1, 1), new EnhancedStatus(5, 2, 2)),
					recipients.stream().map(RecipientStatus::status).toList());
		}
	}

	@Test
	void fieldsOfAGroupComeInAnyOrder() {
		RecipientStatus recipient = only(parse(notification("""
				Last-Attempt-Date: Mon, 2 Mar 2026 10:00:00 +0100
				Diagnostic-Code: smtp; 552 5.2.2 mailbox full
				Status: 5.2.2 (mailbox full)
				ACTION: Failed
				final-recipient: RFC822;<anna@example.com>
				""")));
		assertEquals("anna@example.com", recipient.recipient());
		assertEquals(552, recipient.replyCode());
	}

	@Test
	void sloppyAddressesAreRead() {
		String[][] cases = { { "rfc822;<a@example.com>", "a@example.com" }, { "a@example.com", "a@example.com" },
				{ "RFC822; \"a b\"@example.com", "\"a b\"@example.com" },
				{ "rfc822; a@example.com (Anna)", "a@example.com" },
				{ "rfc822;SMTP:a@example.com", "a@example.com" },
				{ "rfc822; <@relay.example:a@example.com>", "a@example.com" },
				{ "utf-8; j\\x{F6}rg@example.com", "jörg@example.com" },
				{ "utf-8; jörg@bücher.example", "jörg@bücher.example" },
				{ "rfc822;a+tag@example.com", "a+tag@example.com" },
				{ "x400; /c=de/; <a@example.com>", "a@example.com" } };
		for (String[] pair : cases) {
			String fields = "Final-Recipient: " + pair[0] + "\nAction: failed\nStatus: 5.1.1\n";
			assertEquals(pair[1], only(parse(notification(fields))).recipient(), pair[0]);
		}
	}

	@Test
	void anotherFieldCompletesAnAddress() {
		assertEquals("anna@example.com", only(parse(notification("""
				Final-Recipient: LOCAL; anna
				X-Actual-Recipient: rfc822; anna@example.com
				Action: failed
				Status: 5.1.1
				"""))).recipient());
		assertEquals("anna@example.com", only(parse(notification("""
				Final-Recipient: x-unix; |/usr/bin/procmail
				Original-Recipient: rfc822; anna@example.com
				Action: failed
				Status: 5.3.0
				"""))).recipient());
	}

	@Test
	void statusMayHoldTheWholeErrorText() {
		RecipientStatus recipient = only(parse(notification("""
				Final-Recipient: rfc822; anna@example.com
				Action: failed
				Status: 550 5.7.1 Mail from 192.0.2.1 was refused by policy
				Diagnostic-Code: X-James;
				""")));
		assertEquals(new EnhancedStatus(5, 7, 1), recipient.status());
		assertEquals(550, recipient.replyCode());
		assertTrue(recipient.diagnostic().contains("refused by policy"));
	}

	@Test
	void withoutActionTheStatusDecides() {
		assertEquals(Action.FAILED,
				only(parse(notification("Final-Recipient: rfc822; a@example.com\nStatus: 5.1.1\n"))).action());
		assertEquals(Action.DELIVERED,
				only(parse(notification("Final-Recipient: rfc822; a@example.com\nStatus: 2.1.5\n"))).action());
		String delay = notification("Final-Recipient: rfc822; a@example.com\nStatus: 4.4.1\n")
				.replace("Undelivered Mail Returned to Sender", "Delayed Mail (still being retried)");
		assertEquals(Action.DELAYED, only(parse(delay)).action());
	}

	@Test
	void theTextCompletesTheFields() {
		RecipientStatus recipient = only(parse(notification("""
				This is the mail system at host mx.example.org.

				<anna@example.com>: host mx1.example.com[192.0.2.1] said: 552 5.2.2 Mailbox
				    full (in reply to RCPT TO command)
				""", "Final-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.0.0\n")));
		assertEquals(new EnhancedStatus(5, 2, 2), recipient.status());
		assertEquals(552, recipient.replyCode());
		assertEquals("mx1.example.com", recipient.remoteMta());
	}

	@Test
	void readsAnEncodedReportPart() {
		String fields = "Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; anna@example.com\n"
				+ "Action: failed\nStatus: 5.1.1\n";
		String mail = notification("x").replace("""
				Content-Type: message/delivery-status

				""", "Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n"
				+ Base64.getMimeEncoder().encodeToString(fields.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
				+ "\n--b1\nContent-Type: application/x-rest\n\n");
		assertEquals("anna@example.com", only(parse(mail)).recipient());
	}

	@Test
	void readsAnInternationalReport() {
		String mail = notification("Final-Recipient: utf-8; анна@почта.example\nAction: failed\nStatus: 5.6.7\n")
				.replace("message/delivery-status", "message/global-delivery-status")
				.replace("message/rfc822", "message/global-headers");
		assertEquals("анна@почта.example", only(parse(mail)).recipient());
		assertEquals("<o1@example.org>", parse(mail).original().messageId());
	}

	@Test
	void theOuterOfTwoReportsCounts() {
		String inner = notification("Final-Recipient: rfc822; inner@example.com\nAction: failed\nStatus: 5.1.1\n")
				.replace("b1", "b2");
		String mail = notification("Final-Recipient: rfc822; outer@example.com\nAction: failed\nStatus: 5.1.1\n");
		int body = mail.indexOf("Return-Path: <news@");
		DeliveryReport report = parse(mail.substring(0, body) + inner + "\n--b1--\n");
		assertEquals("outer@example.com", only(report).recipient());
		assertEquals("<1@mx.example.org>", report.original().messageId());
	}

	@Test
	void aGatewayMaySendAReportOn() {
		String inner = notification(FAILED);
		String mail = """
				From: MAILER-DAEMON@gateway.example.org
				Subject: Returned mail: User unknown
				Content-Type: multipart/mixed; boundary="gw"

				--gw
				Content-Type: text/plain

				See the report.
				--gw
				Content-Type: message/rfc822

				%s
				--gw--
				""".formatted(inner);
		assertEquals("anna@example.com", only(parse(mail)).recipient());
		assertEquals("<o1@example.org>", parse(mail).original().messageId());
		String person = mail.replace("MAILER-DAEMON@gateway.example.org", "Bob <bob@example.org>");
		assertEquals(Form.OTHER, parse(person).form());
	}

	@Test
	void fieldsMayStandInTheText() {
		String mail = """
				From: MAILER-DAEMON@mx.example.org
				Subject: Returned mail
				Content-Type: text/plain

				Your mail could not be delivered.

				Reporting-MTA: dns; mx.example.org

				Action: failed
				Final-Recipient: rfc822; anna@example.com
				Status: 5.1.1
				Diagnostic-Code: smtp; 550 5.1.1 unknown

				Received: from a by b
				From: news@example.org
				Subject: News
				Message-ID: <o1@example.org>

				Hello
				""";
		DeliveryReport report = parse(mail);
		assertEquals("anna@example.com", only(report).recipient());
		assertEquals("<o1@example.org>", report.original().messageId());
		assertEquals("News", report.original().subject());
		String listPost = mail.replace("MAILER-DAEMON@mx.example.org", "Bob <bob@example.org>\nList-Id: <x.example>");
		assertEquals(Form.OTHER, parse(listPost).form());
	}

	@Test
	void keepsTheSendersEnvelopeId() {
		String mail = notification(FAILED).replace("Arrival-Date", "Original-Envelope-Id: run-42/7\nArrival-Date");
		assertEquals("run-42/7", parse(mail).original().header("Original-Envelope-Id"));
	}

	@Test
	void whereAReportNamesNobodyTheOriginalTells() {
		RecipientStatus recipient = only(parse(notification("Action: failed\nStatus: 5.1.1\n")));
		assertEquals("anna@example.com", recipient.recipient());
	}

	@Test
	void fieldNamesMayStandBeforeABlank() {
		RecipientStatus recipient = only(parse(notification("""
				Action : failed
				Status : 5.0.0
				Diagnostic-Code : smtp;550 5.7.54 SMTP; Unable to relay recipient
				Original-Recipient : rfc/822;anna@example.com
				Remote-MTA : example.net
				Final-Recipient : rfc/822;anna@example.com
				""")));
		assertEquals("anna@example.com", recipient.recipient());
		assertEquals(new EnhancedStatus(5, 7, 54), recipient.status());
		assertEquals("example.net", recipient.remoteMta());
	}

	@Test
	void aReportMayReferToTheMailItIsAbout() {
		String mail = notification(FAILED).replace("MAILER-DAEMON@mx.example.org (Mail Delivery System)",
				"robot@mx.example.org\nIn-Reply-To: <o1@example.org>\nReferences: <o1@example.org>");
		assertEquals("anna@example.com", only(parse(mail)).recipient());
	}

	@Test
	void aRecipientThatIsReportedTwiceCountsOnce() {
		RecipientStatus recipient = only(parse(notification("""
				Final-Recipient: rfc822; anna@example.com
				Action: failed
				Status: 5.0.0

				Final-Recipient: rfc822; Anna@example.com
				Action: failed
				Status: 5.2.2
				Diagnostic-Code: smtp; 552 5.2.2 full
				""")));
		assertEquals(552, recipient.replyCode());
	}

	@Test
	void reportFieldsComeUnderWrongTypes() {
		for (String type : new String[]{ "application/octet-stream", "text/plain; name=ATT00001.txt",
				"message/x-status" }) {
			RecipientStatus recipient = only(parse(notification(FAILED).replace("message/delivery-status", type)));
			assertEquals("anna@example.com", recipient.recipient(), type);
			assertEquals(550, recipient.replyCode(), type);
		}
	}
}
