package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rebound.parse.internal.Mails.parse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import rebound.model.AutoReply;
import rebound.model.AutoReply.SubKind;
import rebound.parse.Json;

/** What automatic answers tell about the person. */
class AutoReplyTest {

	private static final String HEADER = """
			From: Anna Berg <anna.berg@firm.example>
			To: news@mail.shop.example
			Subject: Automatic reply: News
			Date: Mon, 5 May 2025 10:00:00 +0000
			Auto-Submitted: auto-replied
			Content-Type: text/plain; charset=utf-8

			""";

	@Test
	void labelledAnswersAreRead() {
		List<Map<String, Object>> mails = OtherMailTest.read("/autoreplies.jsonl");
		int kinds = 0;
		int rightKinds = 0;
		int contacts = 0;
		int foundContacts = 0;
		int given = 0;
		int rightGiven = 0;
		int dates = 0;
		int rightDates = 0;
		for (Map<String, Object> mail : mails) {
			AutoReply read = parse(Json.string(mail.get("mail")).getBytes(StandardCharsets.UTF_8)).autoReply();
			AutoReply told = read == null ? new AutoReply(null, null, null, null, null, null, null) : read;
			String kind = text(mail, "subKind");
			if (kind != null) {
				kinds++;
				rightKinds += told.subKind() != null && kind.equals(told.subKind().id()) ? 1 : 0;
			}
			List<String> wanted = some(text(mail, "newAddress"), text(mail, "successorEmail"));
			List<String> got = some(told.newAddress(), told.successorEmail());
			contacts += wanted.isEmpty() ? 0 : 1;
			foundContacts += got.stream().anyMatch(wanted::contains) ? 1 : 0;
			given += got.size();
			rightGiven += (int) got.stream().filter(wanted::contains).count();
			if (text(mail, "returnDate") != null) {
				dates++;
				rightDates += Objects.equals(text(mail, "returnDate"), String.valueOf(told.returnDate())) ? 1 : 0;
			}
		}
		assertTrue(rightKinds >= 0.98 * kinds, rightKinds + " of " + kinds + " kinds");
		assertTrue(foundContacts >= 0.97 * contacts, foundContacts + " of " + contacts + " contacts");
		assertTrue(rightGiven >= 0.98 * given, rightGiven + " right of " + given + " given");
		assertTrue(rightDates >= 0.95 * dates, rightDates + " of " + dates + " dates");
	}

	private static String text(Map<String, Object> mail, String name) {
		Object value = mail.get(name);
		String text = value == null ? null : Json.string(value);
		return "null".equals(text) ? null : text;
	}

	private static List<String> some(String... values) {
		return Stream.of(values).filter(Objects::nonNull).toList();
	}

	private static AutoReply told(String text) {
		return parse(HEADER + text).autoReply();
	}

	@Test
	void whoTakesOverIsNamed() {
		AutoReply told = told("Anna Berg has left the company. "
				+ "Please contact Per Next (per.next@firm.example, +46 8 123 45 67).");
		assertEquals(SubKind.LEFT, told.subKind());
		assertEquals("Per Next", told.successorName());
		assertEquals("per.next@firm.example", told.successorEmail());
		assertEquals("+46 8 123 45 67", told.successorPhone());
		assertNull(told.newAddress());
		assertTrue(told.sentence().startsWith("Anna Berg has left the company."));
	}

	@Test
	void aMailboxOfTheCompanyHasNoName() {
		AutoReply told = told("Ich bin nicht mehr für die Firma tätig. Bitte wenden Sie sich an info@firm.example.");
		assertEquals(SubKind.LEFT, told.subKind());
		assertEquals("info@firm.example", told.successorEmail());
		assertNull(told.successorName());
	}

	@Test
	void whoHelpsMeanwhileIsNoSuccessor() {
		AutoReply told = told(
				"I am on vacation until 12 May. In urgent cases please contact Per Next, per@firm.example.");
		assertEquals(SubKind.AWAY, told.subKind());
		assertEquals(LocalDate.of(2025, 5, 12), told.returnDate());
		assertNull(told.successorEmail());
	}

	@Test
	void signatureAndSmallPrintNameNobody() {
		AutoReply told = told("""
				I have left the company.

				Kind regards
				Anna Berg
				sales@firm.example, +46 8 765 43 21

				This e-mail is confidential. Ask privacy@firm.example.
				""");
		assertEquals(SubKind.LEFT, told.subKind());
		assertNull(told.successorEmail());
		assertNull(told.successorPhone());
	}

	@Test
	void addressesOfTheNewsletterAreNobodys() {
		AutoReply told = told("""
				My e-mail address has changed. Please use anna@new.example from now on.

				On Monday Shop <news@mail.shop.example> wrote:
				> Our new address is help@shop.example.
				""");
		assertEquals(SubKind.MOVED, told.subKind());
		assertEquals("anna@new.example", told.newAddress());
		assertNull(told("Our mail to you: my new address is help@shop.example.").newAddress());
	}

	@Test
	void aMovedOfficeIsNoMovedPerson() {
		AutoReply told = told("Thank you, we received your request. Our office has moved to 1 Harbour Street.");
		assertEquals(SubKind.OTHER, told.subKind());
		assertNull(told.newAddress());
	}

	@Test
	void theLastDayOfARangeCounts() {
		assertEquals(LocalDate.of(2025, 6, 6), told("Abwesend vom 28.05. bis 06.06.2025.").returnDate());
		assertEquals(LocalDate.of(2025, 5, 20), told("【不在期間】5/2～5/20").returnDate());
		assertEquals(LocalDate.of(2026, 1, 8), told("Je suis absente et de retour le 8 janvier.").returnDate());
		assertEquals(LocalDate.of(2025, 5, 16), told("I'm OOO from 5/3 to 5/16.").returnDate());
		assertEquals(LocalDate.of(2025, 5, 16), told("Sarò in ferie dal 5 al 16 maggio compresi.").returnDate());
		assertNull(told("I am on leave since 2 May.").returnDate());
	}

	@Test
	void whoOnlyLeftSomethingIsStillThere() {
		assertEquals(SubKind.AWAY, told("I'm on vacation and have left my laptop at home.").subKind());
		assertEquals(SubKind.OTHER, told("I no longer work on Fridays and will answer on Monday.").subKind());
	}

	@Test
	void hostileTextCostsLittle() {
		String[] pieces = { "please contact ", "a@b.example ", "1.", "(0) ", "not ", "ä", "no longer with ", "离", "| ",
				"May 1 ", "<mailto:" };
		for (String piece : pieces) {
			String text = piece.repeat(200_000 / piece.length());
			assertTimeout(Duration.ofSeconds(5), () -> told(text));
		}
	}
}
