package rebound.classify.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts are made comparable, and how evidence is quoted from them. */
class FoldedTextTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"User   UNKNOWN | user unknown",
			"Bo\u00eete pleine, Empf\u00e4nger, Stra\u00dfe | boite pleine, empfanger, stra\u00dfe",
			"doesn\u2019t, doesn't exist | doesnt, doesnt exist",
			"over-quota mail_box | over quota mail box",
			"\u5bb9\u91cf \u8d85\u904e | \u5bb9\u91cf\u8d85\u904e",
			"550 5.1.1 <anna@example.com>: User unknown | @: user unknown",
			"550 5.1.1 anna.b@example.com... User unknown | @... user unknown",
			"550-5.1.1 The account 550-5.1.1 does not 550 5.1.1 exist | the account does not exist",
			"Sorry (#5.1.1) | sorry (#5.1.1)",
			"try again in 300 seconds | try again in 300 seconds",
			"Empf\\303\\244nger unbekannt | empfanger unbekannt",
			"\uff35ser | user" })
	void folds(String text, String folded) {
		assertEquals(folded.strip(), new FoldedText(text.strip()).toString());
	}

	@Test
	void quotesTheOriginalWords() {
		FoldedText text = new FoldedText("550 5.1.1 <anna@example.com>:  Bo\u00eete   PLEINE, adieu");
		int start = text.toString().indexOf("boite");
		assertEquals("Bo\u00eete   PLEINE", text.original(start, start + "boite pleine".length()));
		assertEquals("<anna@example.com>", text.original(0, 1));
	}

	@Test
	void knowsHostNamesAndUrls() {
		FoldedText text = new FoldedText("see https://help.example.com/quota and mail.quota.example, no quota here");
		String folded = text.toString();
		int first = folded.indexOf("quota");
		int second = folded.indexOf("quota", first + 1);
		int third = folded.indexOf("quota", second + 1);
		assertTrue(text.isInName(first, first + 5));
		assertTrue(text.isInName(second, second + 5));
		assertEquals(false, text.isInName(third, third + 5));
	}

	@Test
	void aSlashBetweenWordsIsNoPath() {
		FoldedText text = new FoldedText("HELO/EHLO rejected");
		assertEquals(false, text.isInName(0, 4));
	}

	@Test
	void longTextsAreCutAndHostileOnesTakeLinearTime() {
		String text = "a@".repeat(1_000_000) + "user unknown";
		assertTrue(new FoldedText(text).length() <= FoldedText.LIMIT);
		assertTrue(new FoldedText("\\303".repeat(100_000)).length() <= FoldedText.LIMIT);
	}
}
