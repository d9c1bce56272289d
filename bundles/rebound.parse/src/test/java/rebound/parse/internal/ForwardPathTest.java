package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static rebound.parse.internal.Mails.notification;
import static rebound.parse.internal.Mails.only;
import static rebound.parse.internal.Mails.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rebound.model.Action;
import rebound.model.AutoReply;
import rebound.model.AutoReply.SubKind;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.parse.Json;

class ForwardPathTest {

	@TestFactory
	List<DynamicTest> labelledRefusalsThatNameANewAddress() {
		return OtherMailTest.read("/autoreplies.jsonl").stream().filter(mail -> "bounce".equals(mail.get("kind")))
				.map(mail -> DynamicTest.dynamicTest(Json.string(mail.get("file")), () -> {
					AutoReply moved = parse(Json.string(mail.get("mail")).getBytes(StandardCharsets.UTF_8)).autoReply();
					String address = Json.string(mail.get("newAddress"));
					assertEquals("null".equals(address) ? null : address, moved == null ? null : moved.newAddress());
				})).toList();
	}

	@Test
	void theAddressThatFailedIsNotTheNewOne() {
		AutoReply moved = parse(notification("""
				Final-Recipient: rfc822; anna@example.com
				Action: failed
				Status: 5.1.6
				Diagnostic-Code: smtp; 551 5.1.6 <anna@example.com>: user not local; please try <anna@example.net>
				""")).autoReply();
		assertEquals(SubKind.MOVED, moved.subKind());
		assertEquals("anna@example.net", moved.newAddress());
	}

	@Test
	void aRelayRefusalIsNoMove() {
		assertNull(parse(notification("""
				Final-Recipient: rfc822; anna@example.com
				Action: failed
				Status: 5.7.1
				Diagnostic-Code: smtp; 551 we do not relay, ask noc@example.net
				""")).autoReply());
	}

	@Test
	void aSieveFilterRefusesInTheDressOfAReceipt() {
		String mail = """
				From: Postmaster <postmaster@example.com>
				Subject: Rejected: News
				Auto-Submitted: auto-replied (rejected)
				Content-Type: multipart/report; report-type=disposition-notification; boundary="b1"

				--b1
				Content-Type: text/plain

				Your message to <anna@example.com> was automatically rejected:
				No newsletters please.
				--b1
				Content-Type: message/disposition-notification

				Reporting-UA: imap.example.com; Dovecot Mail Delivery Agent
				Final-Recipient: rfc822; anna@example.com
				Disposition: automatic-action/MDN-sent-automatically; deleted
				--b1
				Content-Type: message/rfc822

				Message-ID: <o1@example.org>

				--b1--
				""";
		DeliveryReport report = parse(mail);
		assertEquals(Form.PLAIN_BOUNCE, report.form());
		assertEquals("anna@example.com", only(report).recipient());
		assertEquals(Action.FAILED, only(report).action());
		assertEquals("<o1@example.org>", report.original().messageId());
		String receipt = mail.replace(" (rejected)", "").replace("was automatically rejected", "was deleted unread");
		assertEquals(Form.OTHER, parse(receipt).form());
	}
}
