package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rebound.parse.internal.Mails.notification;
import static rebound.parse.internal.Mails.parse;

import org.junit.jupiter.api.Test;
import rebound.model.Original;

class ReturnedMessageTest {

	private static final String MAIL = notification("""
			Final-Recipient: rfc822; anna@example.com
			Action: failed
			Status: 5.1.1
			Diagnostic-Code: smtp; 550 5.1.1 unknown
			""");
	private static final String ORIGINAL = MAIL.substring(MAIL.indexOf("--b1\nContent-Type: message/rfc822"));

	@Test
	void theHeaderMayStandWhereThePartsOwnShould() {
		assertSpring(MAIL.replace("--b1\nContent-Type: message/rfc822\n\n", "--b1\n"));
	}

	@Test
	void theTypeOfThePartMayBeAnother() {
		for (String type : new String[]{ "text/rfc822-headers", "message/partial", "text/plain", "message/global",
				"message/rfc822-headers" }) {
			assertSpring(MAIL.replace("message/rfc822", type));
		}
	}

	@Test
	void thePartMayBeEncoded() {
		assertSpring(
				MAIL.replace("message/rfc822\n\n", "message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n")
						.replace("=?utf-8?q?Fr=C3=BChling?=", "Fr=C3=BChling"));
	}

	@Test
	void theTextMayNameTheMessage() {
		Original original = parse(MAIL.replace(ORIGINAL, "--b1--\n").replace(
				"This is the mail system at host mx.example.org.\n",
				"Your message\n\n  Betreff: Frühling\n  To: Anna <anna@example.com>\n  Sent: Mon, 2 Mar 2026\n\nwas not delivered."))
				.original();
		assertEquals("Frühling", original.subject());
		assertEquals("Anna <anna@example.com>", original.to());
	}

	@Test
	void theReportMayReferToTheMessage() {
		String gone = MAIL.replace(ORIGINAL, "--b1--\n");
		assertEquals("<o1@example.org>",
				parse(gone.replace("MIME-Version", "In-Reply-To: <o1@example.org>\nMIME-Version")).original()
						.messageId());
		assertEquals("<o2@example.org>",
				parse(gone.replace("Arrival-Date", "X-Original-Message-ID: <o2@example.org>\nArrival-Date"))
						.original().messageId());
	}

	@Test
	void campaignFieldsAreKeptAndOthersAreNot() {
		Original original = parse(MAIL.replace("X-Campaign-Id: spring", """
				Feedback-ID: 42:spring:news:example
				List-Unsubscribe: <https://example.org/u>
				X-Mailgun-Tag: spring
				X-SES-CONFIGURATION-SET: news
				X-Spam-Status: No
				Received: from a""")).original();
		assertEquals("42:spring:news:example", original.header("Feedback-ID"));
		assertEquals("<https://example.org/u>", original.header("List-Unsubscribe"));
		assertEquals("spring", original.header("X-Mailgun-Tag"));
		assertEquals("news", original.header("X-Ses-Configuration-Set"));
		assertEquals(null, original.header("X-Spam-Status"));
		assertEquals(null, original.header("Received"));
	}

	private static void assertSpring(String mail) {
		Original original = parse(mail).original();
		assertEquals("<o1@example.org>", original.messageId());
		assertEquals("Frühling", original.subject());
		assertEquals("spring", original.header("X-Campaign-Id"));
	}
}
