package rebound.source.logs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rebound.model.DeliveryReport;
import rebound.model.Original;
import rebound.model.Original.Header;

class FormatsTest {

	@ParameterizedTest
	@CsvSource({ "amazon-ses-sns.json,amazon-ses", "amazon-ses-events.jsonl,amazon-ses",
			"amazon-ses-suppression.csv,amazon-ses", "amazon-ses-suppression.json,amazon-ses",
			"sendgrid-webhook.json,sendgrid", "sendgrid-bounces.csv,sendgrid", "mailgun-events.json,mailgun",
			"mailgun-webhook.json,mailgun", "mailgun-bounces.csv,mailgun", "postmark-webhook.json,postmark",
			"postmark-bounces.csv,postmark", "sparkpost-webhook.json,sparkpost", "sparkpost-events.csv,sparkpost",
			"brevo-webhook.json,brevo", "brevo-log.csv,brevo", "mandrill-webhook.json,mailchimp",
			"mailchimp-bounces.csv,mailchimp", "powermta.csv,powermta", "exchange.csv,exchange", "postfix.log,postfix",
			"postfix-iso.log,postfix", "exim.log,exim" })
	void oneSourceRecognisesEachFormat(String sample, String source) throws IOException {
		assertEquals(List.of(source), Samples.takers(Samples.bytes(sample)));
	}

	@Test
	void amazonSesSnsJson() throws IOException {
		Samples read = Samples.read("amazon-ses-sns.json");
		assertEquals("""
				1 failed anna@example.com 5.1.1 smtp; 550 5.1.1 <anna@example.com>: user unknown
				2 complaint bert@example.com 0 null""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void amazonSesEventsJsonl() throws IOException {
		Samples read = Samples.read("amazon-ses-events.jsonl");
		assertEquals("""
				1 failed carl@example.com 5.1.1 Amazon SES did not send the message to this address because it \
				is on the suppression list for your account.
				2 failed dora@example.com 0 amazon-ses class: Transient MailboxFull
				2 failed emil@example.com 0 amazon-ses class: Transient MailboxFull
				3 delayed fred@example.com 4.4.1 smtp; 421 4.4.1 Unable to connect to remote host
				4 delivered gina@example.com 0 250 2.6.0 Message received""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void amazonSesSuppressionCsv() throws IOException {
		Samples read = Samples.read("amazon-ses-suppression.csv");
		assertEquals("""
				1 failed anna@example.com 0 amazon-ses class: suppression list BOUNCE
				2 complaint bert@example.com 0 null""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void amazonSesSuppressionJson() throws IOException {
		Samples read = Samples.read("amazon-ses-suppression.json");
		assertEquals("""
				3 failed anna@example.com 0 amazon-ses class: suppression list BOUNCE""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void sendgridWebhookJson() throws IOException {
		Samples read = Samples.read("sendgrid-webhook.json");
		assertEquals("""
				2 failed anna@example.com 5.1.1 550 5.1.1 The email account that you tried to reach does not \
				exist
				3 failed bert@example.com 5.0.0 Bounced Address
				4 delayed carl@example.com 0 451 4.2.2 The email account that you tried to reach is over quota
				5 delivered dora@example.com 0 250 OK
				6 complaint emil@example.com 0 null
				8 failed fred@example.com 0 sendgrid class: Reputation""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void sendgridBouncesCsv() throws IOException {
		Samples read = Samples.read("sendgrid-bounces.csv");
		assertEquals("""
				2 failed anna@example.com 5.1.1 550 5.1.1 <anna@example.com>: Recipient address rejected: User \
				unknown, sorry
				3 failed bert@example.com 4.4.7 unable to get mx info: failed to get IPs from PTR record
				for bert""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void mailgunEventsJson() throws IOException {
		Samples read = Samples.read("mailgun-events.json");
		assertEquals("""
				3 failed anna@example.com 5.1.1 5.1.1 The email account that you tried to reach does not exist
				4 delayed bert@example.com 450 4.2.2 over quota
				5 failed carl@example.com 0 Not delivering to previously bounced address
				7 complaint emil@example.com 0 null""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void mailgunWebhookJson() throws IOException {
		Samples read = Samples.read("mailgun-webhook.json");
		assertEquals("""
				1 delivered fred@example.com 250 OK""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void mailgunBouncesCsv() throws IOException {
		Samples read = Samples.read("mailgun-bounces.csv");
		assertEquals("""
				2 failed anna@example.com 550 550 5.1.1 no such user
				3 failed bert@example.com 552 552 5.2.2 mailbox full""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void postmarkWebhookJson() throws IOException {
		Samples read = Samples.read("postmark-webhook.json");
		assertEquals("""
				1 failed anna@example.com 0 smtp;550 5.1.1 <anna@example.com>: user unknown
				22 delivered bert@example.com 0 250 OK
				23 complaint carl@example.com 0 null
				25 failed emil@example.com 0 postmark class: DnsError""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void postmarkBouncesCsv() throws IOException {
		Samples read = Samples.read("postmark-bounces.csv");
		assertEquals("""
				2 failed anna@example.com 0 smtp;550 5.1.1 user unknown
				3 failed bert@example.com 0 postmark class: SoftBounce""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void sparkpostWebhookJson() throws IOException {
		Samples read = Samples.read("sparkpost-webhook.json");
		assertEquals("""
				1 failed anna@example.com 550 550 5.1.1 MAIL REFUSED - IP (192.0.2.1) - No such user
				2 delayed bert@example.com 0 452 4.2.2 over quota
				3 complaint carl@example.com 0 null
				5 failed emil@example.com 0 sparkpost class: 30""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void sparkpostEventsCsv() throws IOException {
		Samples read = Samples.read("sparkpost-events.csv");
		assertEquals("""
				2 failed anna@example.com 550 550 5.1.1 No such user
				3 delivered bert@example.com 0 null""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void brevoWebhookJson() throws IOException {
		Samples read = Samples.read("brevo-webhook.json");
		assertEquals("""
				1 failed anna@example.com 0 550 5.1.1 Recipient address rejected: user unknown
				2 failed bert@example.com 0 brevo class: soft bounce
				3 failed carl@example.com 0 brevo class: blocked
				4 complaint dora@example.com 0 null""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void brevoLogCsv() throws IOException {
		Samples read = Samples.read("brevo-log.csv");
		assertEquals("""
				2 failed anna@example.com 0 brevo class: hard bounce
				3 delivered bert@example.com 0 null""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void mandrillWebhookJson() throws IOException {
		Samples read = Samples.read("mandrill-webhook.json");
		assertEquals("""
				1 failed anna@example.com 0 smtp;550 5.1.1 The email account that you tried to reach does not \
				exist.
				2 failed bert@example.com 0 mailchimp class: mailbox_full
				3 delayed carl@example.com 0 451 4.3.5 Temporarily unavailable, try again later.
				4 failed dora@example.com 0 mailchimp class: reject
				5 complaint emil@example.com 0 null""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void mailchimpBouncesCsv() throws IOException {
		Samples read = Samples.read("mailchimp-bounces.csv");
		assertEquals("""
				2 failed anna@example.com 0 mailchimp class: Hard bounce
				3 failed bert@example.com 0 mailchimp class: Soft bounce""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void powermtaCsv() throws IOException {
		Samples read = Samples.read("powermta.csv");
		assertEquals("""
				2 failed anna@example.com 5.1.1 smtp;550 5.1.1 <anna@example.com> User unknown
				3 delivered bert@example.com 2.0.0 smtp;250 2.0.0 OK
				4 delayed carl@example.com 4.2.2 smtp;452 4.2.2 over quota
				6 failed dora@example.com 5.0.0 null""", String.join("\n", read.told));
		assertEquals(List.of("7 COLUMNS"), read.broken);
	}

	@Test
	void exchangeCsv() throws IOException {
		Samples read = Samples.read("exchange.csv");
		assertEquals("""
				7 failed anna@example.com 0 550 5.1.1 User unknown
				7 failed bert@example.com 0 552 5.2.2 Mailbox full
				8 delayed carl@example.com 0 451 4.7.1 Greylisted
				9 delivered dora@example.com 0 250 2.0.0 OK""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void postfixLog() throws IOException {
		Samples read = Samples.read("postfix.log");
		assertEquals("""
				4 failed anna@example.com 5.1.1 host mx.example.com[192.0.2.7] said: 550 5.1.1 \
				<anna@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command)
				5 delivered bert@example.com 2.0.0 250 2.0.0 Ok: queued as 12AB34CD
				6 delayed carl@slow.example 4.4.1 connect to mx.slow.example[192.0.2.8]:25: Connection timed out
				13 failed carl@slow.example 4.4.1 connect to mx.slow.example[192.0.2.8]:25: Connection timed out""",
				String.join("\n", read.told));
		assertEquals(List.of("15 INCOMPLETE"), read.broken);
	}

	@Test
	void postfixIsoLog() throws IOException {
		Samples read = Samples.read("postfix-iso.log");
		assertEquals("""
				3 failed dora@example.com 5.2.2 host mx.example.com[192.0.2.7] said: 552 5.2.2 Mailbox full (in \
				reply to end of DATA command)""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void eximLog() throws IOException {
		Samples read = Samples.read("exim.log");
		assertEquals("""
				3 failed anna@example.com 5.0.0 SMTP error from remote mail server after RCPT \
				TO:<anna@example.com>: 550 5.1.1 User unknown
				4 delayed bert@example.com 4.0.0 SMTP error from remote mail server after RCPT \
				TO:<bert@example.com>: 451 4.7.1 Greylisted
				5 delivered carl@example.com 0 250 2.0.0 OK
				9 failed bert@example.com 5.0.0 retry timeout exceeded
				11 failed dora@example.com 5.0.0 Unrouteable address""", String.join("\n", read.told));
		assertEquals(List.of(), read.broken);
	}

	@Test
	void originalsAndCampaignsAreNamed() throws IOException {
		assertEquals(
				new Original("<01020f0a2b3c-11@eu-west-1.amazonses.com>", "Autumn news", "Shop <news@shop.example>",
						"anna@example.com", "Thu, 5 Nov 2026 08:00:00 GMT",
						List.of(new Header("X-Campaign-ID", "autumn-2026"))),
				Samples.read("amazon-ses-sns.json").reports.getFirst().original());
		assertEquals(
				new Original("<20261105.1@shop.example>", "Autumn news", "Shop <news@shop.example>", "anna@example.com",
						null, List.of(new Header("X-Mailgun-Tag", "autumn-2026"))),
				Samples.read("mailgun-events.json").reports.getFirst().original());
		DeliveryReport postfix = Samples.read("postfix.log").reports.getFirst();
		assertEquals("<n1@shop.example>", postfix.original().messageId());
		assertEquals("anna@customer.example", postfix.recipients().getFirst().originalRecipient());
		assertEquals("mx.example.com", postfix.recipients().getFirst().remoteMta());
		DeliveryReport exim = Samples.read("exim.log").reports.getFirst();
		assertEquals("<x1@shop.example>", exim.original().messageId());
		assertEquals("Autumn news", exim.original().subject());
		assertEquals("anna@customer.example", exim.recipients().getFirst().originalRecipient());
	}

	@Test
	void servicesOwnClassIsKept() throws IOException {
		assertEquals("amazon-ses class: Permanent General",
				Samples.read("amazon-ses-sns.json").reports.getFirst().notice());
		assertEquals("powermta class: bad-mailbox", Samples.read("powermta.csv").reports.getFirst().notice());
		assertEquals("postmark class: HardBounce", Samples.read("postmark-webhook.json").reports.getFirst().notice());
	}

	@Test
	void timesAreReadWithTheirZones() throws IOException {
		for (String sample : List.of("amazon-ses-suppression.json", "powermta.csv", "postmark-bounces.csv",
				"postfix.log", "postfix-iso.log")) {
			assertEquals(8, Samples.read(sample).reports.getFirst().date().atZone(ZoneOffset.UTC).getHour(), sample);
		}
		assertEquals(Instant.parse("2026-11-05T07:00:01Z"), Samples.read("exim.log").reports.getFirst().date());
		assertEquals(Instant.parse("2026-11-09T07:00:05.123Z"), Samples.read("exim.log").reports.get(3).date());
	}

	@Test
	void whatNobodyAskedForIsKept() throws IOException {
		assertTrue(Samples.read("sendgrid-webhook.json").records.getFirst().contains("\"tls\":1"));
		String row = Samples.read("mailchimp-bounces.csv").records.getFirst();
		assertTrue(row.contains("First Name") && row.contains("Anna"), row);
		String joined = Samples.read("postfix.log").records.getFirst();
		assertTrue(joined.endsWith("\nmessage-id=<n1@shop.example>\nfrom=news@shop.example"), joined);
	}
}
