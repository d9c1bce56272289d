package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rebound.parse.internal.Mails.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;

class EncodingTest {

	@Test
	void decodesEncodedWords() {
		assertEquals("Frühling für Anna", EncodedWords.decode("=?utf-8?q?Fr=C3=BChling_f=c3=bcr?= Anna"));
		assertEquals("Grüße", EncodedWords.decode("=?ISO-8859-1?B?R3L832U=?="));
		assertEquals("ab", EncodedWords.decode("=?us-ascii?q?a?= \t =?us-ascii?q?b?="));
		assertEquals("a b", EncodedWords.decode("=?us-ascii?q?a?= b"));
		assertEquals("x a", EncodedWords.decode("x =?us-ascii*en?q?a?="));
	}

	@Test
	void aCharacterMayBeCutBetweenTwoWords() {
		byte[] bytes = "配信不能".getBytes(StandardCharsets.UTF_8);
		Base64.Encoder base64 = Base64.getEncoder();
		String text = "=?utf-8?B?" + base64.encodeToString(java.util.Arrays.copyOfRange(bytes, 0, 4)) + "?= =?UTF-8?B?"
				+ base64.encodeToString(java.util.Arrays.copyOfRange(bytes, 4, bytes.length)) + "?=";
		assertEquals("配信不能", EncodedWords.decode(text));
	}

	@Test
	void brokenEncodedWordsAreReadAsWellAsPossible() {
		assertEquals("Grüße", EncodedWords.decode("=?utf-8?Q?Gr=C3=BC=C3=9Fe"), "no end");
		assertEquals("Grüße an alle", EncodedWords.decode("=?utf-8?Q?Gr=C3=BC=C3=9Fe an alle?="), "blanks inside");
		assertEquals("=?utf-8?X?abc?=", EncodedWords.decode("=?utf-8?X?abc?="), "unknown encoding");
		assertEquals("=?", EncodedWords.decode("=?"));
		assertEquals("=?utf-8?", EncodedWords.decode("=?utf-8?"));
		assertEquals("abc", EncodedWords.decode("=?no-such-charset?Q?abc?="));
		assertEquals("a=b", EncodedWords.decode("=?utf-8?Q?a=3Db?="));
	}

	@Test
	void decodesTheCharsetsOfTheWorld() {
		Map<String, String> texts = Map.of("iso-2022-jp", "宛先が見つかりません", "gb2312", "收件人不存在", "gb18030", "收件人不存在",
				"big5", "收件人不存在", "koi8-r", "Получатель не найден", "windows-1251", "Получатель не найден", "euc-jp",
				"宛先が見つかりません", "shift_jis", "宛先が見つかりません", "iso-8859-2", "Nie można doręczyć", "euc-kr", "받는 사람 없음");
		texts.forEach((charset, text) -> {
			byte[] bytes = text.getBytes(Charset.forName(charset));
			assertEquals(text, body("text/plain; charset=" + charset, "8bit", bytes), charset);
			assertEquals(text,
					body("text/plain; charset=\"" + charset.toUpperCase(java.util.Locale.ROOT) + "\"", "base64",
							Base64.getMimeEncoder().encode(bytes)),
					charset);
		});
	}

	@Test
	void undeclaredCharsetsAreGuessed() {
		assertEquals("Empfänger unbekannt",
				body("text/plain", "8bit", "Empfänger unbekannt".getBytes(StandardCharsets.UTF_8)));
		assertEquals("Empfänger unbekannt",
				body("text/plain", "8bit", "Empfänger unbekannt".getBytes(StandardCharsets.ISO_8859_1)));
		assertEquals("Empfänger unbekannt", body("text/plain; charset=us-ascii", "8bit",
				"Empfänger unbekannt".getBytes(StandardCharsets.ISO_8859_1)), "declared wrongly");
		assertEquals("宛先が見つかりません", body("text/plain", "7bit", "宛先が見つかりません".getBytes(Charset.forName("iso-2022-jp"))));
		assertEquals("宛先メールアドレスが見つかりませんでした", body("text/plain; charset=iso-2022-jp", "8bit",
				"宛先メールアドレスが見つかりませんでした".getBytes(Charset.forName("euc-jp"))), "declared wrongly");
		Map.of("shift_jis", "宛先メールアドレスが見つかりませんでした", "gb2312", "您的邮件无法发送，收件人不存在", "big5", "您的郵件無法傳送，收件者不存在", "koi8-r",
				"Сообщение не доставлено", "windows-1251", "Сообщение не доставлено", "iso-8859-1",
				"Le message n'a pas été délivré à")
				.forEach((charset, text) -> assertEquals(text,
						body("text/plain", "8bit", text.getBytes(Charset.forName(charset))), charset));
	}

	@Test
	void decodesQuotedPrintable() {
		assertEquals("Zustellung für ann=a@example.com x", body("text/plain; charset=utf-8", "quoted-printable",
				"Zustell=\nung f=C3=BCr ann=3Da@exam=  \nple.com=20x".getBytes(StandardCharsets.US_ASCII)));
		assertEquals("1=2 =ZZ", body("text/plain", "Quoted-Printable", "1=2 =ZZ".getBytes(StandardCharsets.US_ASCII)));
	}

	@Test
	void base64MayBeBroken() {
		assertEquals("Hello World",
				body("text/plain", "base64", "SGVs bG8g\nV29ybGQ".getBytes(StandardCharsets.US_ASCII)));
		assertEquals("HelloWorld",
				body("text/plain", "base64", "SGVsbG8=\nV29ybGQ=\n".getBytes(StandardCharsets.US_ASCII)));
		assertTrue(body("text/plain", "base64", "!!!".getBytes(StandardCharsets.US_ASCII)).isEmpty());
	}

	@Test
	void readsHtmlWhereThereIsNoText() {
		String html = "<html><head><title>t</title><style>p {}</style></head><body><p>Your message to <b>&lt;a@example.com&gt;"
				+ "</b>\ncouldn&#39;t be delivered.</p><table><tr><td>a</td><td>b</td></tr></table><!-- c --></body>";
		String text = body("text/html; charset=utf-8", "8bit", html.getBytes(StandardCharsets.UTF_8));
		assertEquals("Your message to <a@example.com> couldn't be delivered. a b", Text.squeeze(text));
		assertEquals("a <b@example.com> c", Text.squeeze(HtmlText.plain("a <b@example.com> c")));
	}

	@Test
	void hostileHtmlTakesLinearTime() {
		for (String piece : new String[]{ "<", "<a", "<a@", "<!--", "<style>", "&", "&#", "<a ", "</" }) {
			HtmlText.plain(piece.repeat(300_000));
		}
	}

	@Test
	void headerValuesAreUnfoldedAndGuessed() {
		byte[] mail = "Subject: Gr\u00fc\u00dfe\r\n\tan alle\r\nTo : a@example.org\r\n\r\nx"
				.getBytes(StandardCharsets.ISO_8859_1);
		assertEquals("Grüße an alle", parse(mail).subject());
		assertEquals("a@example.org", parse(mail).returnPath());
	}

	private static String body(String type, String encoding, byte[] body) {
		ByteArrayOutputStream mail = new ByteArrayOutputStream();
		mail.writeBytes(("From: a@example.org\nContent-Type: " + type + "\nContent-Transfer-Encoding: " + encoding
				+ "\n\n").getBytes(StandardCharsets.US_ASCII));
		mail.writeBytes(body);
		return parse(mail.toByteArray()).notice().strip();
	}
}
