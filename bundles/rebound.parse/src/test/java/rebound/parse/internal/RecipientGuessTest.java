package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rebound.parse.internal.Mails.notification;
import static rebound.parse.internal.Mails.only;
import static rebound.parse.internal.Mails.parse;

import org.junit.jupiter.api.Test;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.Problem;

class RecipientGuessTest {

	private static final String NAMELESS = notification("Action: failed\nStatus: 5.1.1\n");

	@Test
	void readsTheRecipientOutOfTheReturnPath() {
		assertEquals("anna@example.com", RecipientGuess.verp("news+anna=example.com@example.org"));
		assertEquals("anna@example.com", RecipientGuess.verp("list-return-42-anna=example.com@example.org"));
		assertEquals("anna@example.com", RecipientGuess.verp("list-owner+anna==example.com@example.org"));
		assertNull(RecipientGuess.verp("news@example.org"));
		assertNull(RecipientGuess.verp("news+a=b@example.org"), "no domain");
		assertNull(RecipientGuess.verp("prvs=0123=anna=example.com@example.org"), "BATV");
		assertNull(RecipientGuess.verp("SRS0=Ab1=2C=example.com=anna@example.org"), "a forwarder's rewriting");
		assertNull(RecipientGuess.verp("+=.@"));
		assertNull(RecipientGuess.verp(null));
	}

	@Test
	void aLocalPartIsCompleted() {
		String mail = notification("Final-Recipient: LOCAL; anna\nAction: failed\nStatus: 5.1.1\n");
		assertEquals("anna@example.com", only(parse(mail)).recipient());
	}

	@Test
	void whereNobodyIsNamedTheReturnPathOrTheOriginalTells() {
		assertEquals("anna@example.com", only(parse(NAMELESS)).recipient());
		assertEquals("anna@example.com", only(parse(NAMELESS.replace("news+anna=example.com@", "news@"))).recipient());
		String named = NAMELESS.replace("MIME-Version", "X-Failed-Recipients: bob@example.com\nMIME-Version");
		assertTrue(parse(named).recipients().stream().anyMatch(r -> r.recipient().endsWith("@example.com")));
	}

	@Test
	void aReportAboutNobodyIsStillOne() {
		String mail = NAMELESS.replace("news+anna=example.com@", "news@").replace("To: Anna <anna@example.com>\n", "");
		DeliveryReport report = parse(mail);
		assertEquals(Form.DELIVERY_STATUS, report.form());
		assertEquals(0, report.recipients().size());
		assertEquals(Problem.Code.NO_RECIPIENT, report.problems().get(0).code());
	}

	@Test
	void boundariesThatNobodyDeclaredAreFound() {
		String mail = notification("Final-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.1.1\n");
		String undeclared = mail
				.replace("Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\n", "")
				.replace("--b1", "--_part_1");
		assertEquals(Form.DELIVERY_STATUS, parse(undeclared).form());
		assertEquals("<o1@example.org>", parse(undeclared).original().messageId());
		String wrong = mail.replace("boundary=\"b1\"", "boundary=\"b2\"").replace("--b1", "--_part_1");
		assertEquals("anna@example.com", only(parse(wrong)).recipient());
		assertTrue(parse(wrong).problems().stream().anyMatch(p -> p.code() == Problem.Code.BROKEN_MIME));
	}
}
