package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rebound.parse.internal.Mails.notification;
import static rebound.parse.internal.Mails.only;
import static rebound.parse.internal.Mails.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rebound.model.Action;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.parse.Json;

/** Mails that are no bounces, whatever they quote. */
class OtherMailTest {

	@TestFactory
	List<DynamicTest> labelledMailsThatAreNoBounces() {
		return read("/negatives.jsonl").stream().map(mail -> DynamicTest.dynamicTest(Json.string(mail.get("name")),
				() -> {
					String kind = kind(parse(bytes(mail)));
					// A challenge is an automatic answer too, though it tells nothing about the person.
					boolean challenge = Json.string(mail.get("name")).startsWith("neg-challenge/");
					assertEquals(Json.string(mail.get("kind")),
							challenge && kind.equals("auto-reply") ? "other" : kind);
				})).toList();
	}

	@TestFactory
	List<DynamicTest> labelledAutomaticAnswers() {
		return read("/autoreplies.jsonl").stream().filter(mail -> "auto-reply".equals(mail.get("kind")))
				.map(mail -> DynamicTest.dynamicTest(Json.string(mail.get("file")), () -> {
					DeliveryReport report = parse(bytes(mail));
					assertEquals(Form.AUTO_REPLY, report.form());
					String address = Json.string(mail.get("address"));
					if (address != null && Json.string(mail.get("mail")).contains('<' + address + '>')) {
						assertEquals(address, only(report).recipient());
					}
				})).toList();
	}

	/** RFC 3464 knows five actions; a lure in the dress of a report has others. */
	@Test
	void fieldsWithAnActionOfTheirOwnAreNoReport() {
		String lure = """
				From: Mail Delivery Subsystem <service@storage.example>
				To: anna@acme.example
				Subject: Message delivery pending
				Content-Type: text/plain

				Final-Recipient: anna@acme.example
				Action: verify
				Status: on hold (3)

				Three mails wait for you. Sign in at https://storage.example/ to release them.
				""";
		assertEquals("other", kind(parse(lure)));
	}

	@Test
	void aReceiptIsNoBounce() {
		String receipt = """
				From: Anna <anna@example.com>
				Subject: Disposition notification
				Content-Type: multipart/report; report-type=disposition-notification; boundary="b1"

				--b1
				Content-Type: text/plain

				Your message was deleted without being read. 550 5.1.1 user unknown
				--b1
				Content-Type: message/disposition-notification

				Final-Recipient: rfc822;anna@example.com
				Disposition: automatic-action/MDN-sent-automatically; deleted/error
				--b1--
				""";
		assertEquals(Form.OTHER, parse(receipt).form());
		assertEquals(Form.OTHER, parse(receipt.replace("report-type=disposition-notification; ", "")).form());
	}

	@Test
	void aForwardedReportIsNoBounce() {
		String forwarded = notification("Final-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.1.1\n")
				.replace("Return-Path: <>", "Return-Path: <bob@example.org>")
				.replace("MAILER-DAEMON@mx.example.org (Mail Delivery System)", "Bob <bob@example.org>")
				.replace("Undelivered Mail", "Fwd: Undelivered Mail");
		assertEquals(Form.OTHER, parse(forwarded).form());
	}

	static List<Map<String, Object>> read(String resource) {
		try (var in = OtherMailTest.class.getResourceAsStream(resource)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Json::read).map(Json::object)
					.toList();
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static byte[] bytes(Map<String, Object> mail) {
		return Json.string(mail.get("mail")).getBytes(StandardCharsets.UTF_8);
	}

	private static String kind(DeliveryReport report) {
		boolean delivered = !report.recipients().isEmpty() && report.recipients().stream()
				.allMatch(r -> r.action() != null && r.action().compareTo(Action.DELIVERED) >= 0);
		return switch (report.form()) {
			case FEEDBACK_REPORT -> "complaint";
			case AUTO_REPLY -> "auto-reply";
			case OTHER -> "other";
			default -> delivered ? "delivered" : "bounce";
		};
	}
}
