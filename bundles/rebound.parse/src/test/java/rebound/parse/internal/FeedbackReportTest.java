package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rebound.parse.internal.Mails.only;
import static rebound.parse.internal.Mails.parse;

import java.util.List;

import org.junit.jupiter.api.Test;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.RecipientStatus;

class FeedbackReportTest {

	private static final String REPORT = """
			From: <abusedesk@example.com>
			To: <abuse@example.net>
			Subject: FW: Earn money
			Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

			--b1
			Content-Type: text/plain

			This is an email abuse report.
			--b1
			Content-Type: message/feedback-report

			Feedback-Type: abuse
			User-Agent: SomeGenerator/1.0
			Version: 1
			Reporting-MTA: dns; mail.example.com
			Original-Rcpt-To: <anna@example.com>
			Original-Rcpt-To: bob@example.com
			Source-IP: 192.0.2.1

			--b1
			Content-Type: message/rfc822

			From: <news@example.net>
			To: <carl@example.com>
			Subject: News
			Message-ID: <o1@example.net>

			Spam
			--b1--
			""";

	@Test
	void readsWhoComplains() {
		DeliveryReport report = parse(REPORT);
		assertEquals(Form.FEEDBACK_REPORT, report.form());
		assertEquals("mail.example.com", report.reportingMta());
		assertEquals(List.of("anna@example.com", "bob@example.com"),
				report.recipients().stream().map(RecipientStatus::recipient).toList());
		assertEquals("abuse", report.recipients().get(0).diagnostic());
		assertEquals("<o1@example.net>", report.original().messageId());
	}

	@Test
	void theOriginalTellsWhereTheReportDoesNot() {
		String silent = REPORT.replace("Original-Rcpt-To", "X-Hidden");
		assertEquals("carl@example.com", only(parse(silent)).recipient());
		String removal = silent.replace("Source-IP", "Removal-Recipient: dora@example.com\nSource-IP");
		assertEquals("dora@example.com", only(parse(removal)).recipient());
	}

	@Test
	void aReportWithoutTheFieldsIsOne() {
		String sloppy = REPORT.replace("message/feedback-report", "text/plain");
		assertEquals(Form.FEEDBACK_REPORT, parse(sloppy).form());
		assertEquals(2, parse(sloppy).recipients().size());
	}

	@Test
	void microsoftSendsTheMessageAlone() {
		DeliveryReport report = parse("""
				From: staff@hotmail.com
				Subject: complaint about message from 192.0.2.1
				Content-Type: multipart/mixed; boundary="b1"

				--b1
				Content-Type: message/rfc822

				X-HmXmrOriginalRecipient: anna@example.com
				From: news@example.net
				To: somebody@example.com

				Spam
				--b1--
				""");
		assertEquals(Form.FEEDBACK_REPORT, report.form());
		assertEquals("anna@example.com", only(report).recipient());
	}

	@Test
	void appleUnsubscribesForTheReader() {
		DeliveryReport report = parse("""
				From: anna@example.com
				To: unsubscribe-42@example.net
				Subject: unsubscribe
				Auto-Submitted: auto-replied
				X-Apple-Unsubscribe: true

				Apple Mail sent this email to unsubscribe.
				""");
		assertEquals(Form.FEEDBACK_REPORT, report.form());
		assertEquals("anna@example.com", only(report).recipient());
	}

	@Test
	void readsNotificationsOfAmazonSes() {
		String mail = """
				From: Amazon <no-reply@sns.amazonaws.com>
				Subject: AWS Notification Message
				X-Amz-Sns-Message-Id: 1

				{"notificationType":"%s","%s":{"bounceType":"Permanent","bounceSubType":"General","%s":[{"emailAddress":
				"anna@example.com","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],
				"complaintFeedbackType":"abuse","reportingMTA":"dsn; a.example.com"},"mail":{"destination":["anna@ex!
				 ample.com"],"headers":[{"name":"Subject","value":"News"},{"name":"X-Campaign","value":"\\u0073pring"}]}}

				--
				To stop receiving notifications ...
				""";
		DeliveryReport bounce = parse(mail.formatted("Bounce", "bounce", "bouncedRecipients"));
		assertEquals(Form.PLAIN_BOUNCE, bounce.form());
		assertEquals("anna@example.com", only(bounce).recipient());
		assertEquals(new EnhancedStatus(5, 1, 1), only(bounce).status());
		assertEquals(550, only(bounce).replyCode());
		assertEquals("spring", bounce.original().header("X-Campaign"));
		DeliveryReport complaint = parse(mail.formatted("Complaint", "complaint", "complainedRecipients"));
		assertEquals(Form.FEEDBACK_REPORT, complaint.form());
		assertEquals("abuse", only(complaint).diagnostic());
	}
}
