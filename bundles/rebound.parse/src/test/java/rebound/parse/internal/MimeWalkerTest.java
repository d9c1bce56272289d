package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rebound.parse.internal.Mails.notification;
import static rebound.parse.internal.Mails.only;
import static rebound.parse.internal.Mails.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.Problem;
import rebound.parse.Limits;

class MimeWalkerTest {

	private static final String FIELDS = """
			Final-Recipient: rfc822; anna@example.com
			Action: failed
			Status: 5.1.1
			Diagnostic-Code: smtp; 550 5.1.1 unknown
			""";
	private static final String MAIL = notification(FIELDS);

	@Test
	void anyNewlineWillDo() {
		for (String newline : List.of("\n", "\r\n", "\r", "\r\r\n")) {
			assertRead(MAIL.replace("\n", newline));
		}
	}

	@Test
	void newlinesMayBeMixed() {
		StringBuilder mixed = new StringBuilder();
		Random random = new Random(7);
		MAIL.chars()
				.forEach(c -> mixed.append(c == '\n' ? List.of("\n", "\r\n").get(random.nextInt(2)) : "" + (char) c));
		assertRead(mixed.toString());
	}

	@Test
	void anMboxLineAndBlankLinesMayStandFirst() {
		assertRead("From MAILER-DAEMON Mon Mar  2 10:00:00 2026\n" + MAIL);
		assertRead("\n\n" + MAIL);
		assertRead("\u00ef\u00bb\u00bf" + MAIL);
		assertRead(MAIL.replace("message/rfc822\n\n", "message/rfc822\n\n>From news Mon Mar  2 10:00:00 2026\n"));
	}

	@Test
	void boundariesMayBeBroken() {
		assertRead(MAIL.replace("--b1--", ""));
		assertRead(MAIL.replace("--b1\n", "--b1  \t\n"));
		assertRead(MAIL.replace("boundary=\"b1\"", "boundary=b1"));
		assertRead(MAIL.replace("boundary=\"b1\"", "BOUNDARY*0=\"b\"; boundary*1=1"));
		assertRead(MAIL.replace("boundary=\"b1\"", "boundary=\"other\""));
		assertRead(MAIL.replace("; boundary=\"b1\"", ""));
		assertRead(MAIL.replace(" boundary=\"b1\"", "\tboundary=\"b1\" (a comment)"));
	}

	@Test
	void aMissingEndIsAProblem() {
		assertTrue(codes(parse(MAIL.replace("--b1--", ""))).contains(Problem.Code.BROKEN_MIME));
		assertEquals(List.of(), codes(parse(MAIL)));
	}

	@Test
	void reportsMayStandInAnotherMultipart() {
		String inner = MAIL.substring(MAIL.indexOf("Content-Type: multipart"));
		assertRead(MAIL.substring(0, MAIL.indexOf("Content-Type: multipart")) + """
				Content-Type: multipart/mixed; boundary="list"

				--list
				""" + inner + """

				--list
				Content-Type: text/plain

				a footer
				--list--
				""");
	}

	@Test
	void headersOnlyAndTruncatedMailsAreRead() {
		String headersOnly = MAIL.substring(0, MAIL.indexOf("\n\n"));
		assertEquals("Undelivered Mail Returned to Sender", parse(headersOnly).subject());
		for (int length = 0; length < MAIL.length(); length += 13) {
			parse(MAIL.substring(0, length));
		}
	}

	@Test
	void whatIsNoMailSaysSo() {
		assertTrue(codes(parse("")).contains(Problem.Code.NO_MAIL));
		byte[] junk = new byte[100_000];
		new Random(1).nextBytes(junk);
		assertEquals(Form.OTHER, parse(junk).form());
		assertEquals(Form.OTHER, parse(new byte[5_000]).form());
	}

	@Test
	void nulBytesDoNotHideText() {
		assertRead(MAIL.replace("Final-Recipient", "\0\0Final-Recipient").replace("\0\0", ""));
		assertEquals("a b", parse("Subject: a\0b\n\nx").subject());
	}

	@Test
	void beyondALimitTheRestIsStillJudged() {
		byte[] mail = MAIL.getBytes(StandardCharsets.UTF_8);
		Limits d = Limits.DEFAULT;
		assertEquals(List.of(Problem.Code.MESSAGE_TOO_LARGE, Problem.Code.BROKEN_MIME).stream().sorted().toList(),
				codes(parse(mail, new Limits(600, d.lineBytes(), d.headerBytes(), d.headerCount(), d.parts(), d.depth(),
						d.textBytes(), d.recipients()))));
		assertTrue(codes(parse(mail, new Limits(d.messageBytes(), 20, d.headerBytes(), d.headerCount(), d.parts(),
				d.depth(), d.textBytes(), d.recipients()))).contains(Problem.Code.LINE_TOO_LONG));
		DeliveryReport fewHeaders = parse(mail,
				new Limits(d.messageBytes(), d.lineBytes(), d.headerBytes(), 3, d.parts(),
						d.depth(), d.textBytes(), d.recipients()));
		assertTrue(codes(fewHeaders).contains(Problem.Code.TOO_MANY_HEADERS));
		DeliveryReport oneRecipient = parse(notification(FIELDS + "\n" + FIELDS.replace("anna", "bob"))
				.getBytes(StandardCharsets.UTF_8),
				new Limits(d.messageBytes(), d.lineBytes(), d.headerBytes(),
						d.headerCount(), d.parts(), d.depth(), d.textBytes(), 1));
		assertEquals("anna@example.com", only(oneRecipient).recipient());
		assertTrue(codes(oneRecipient).contains(Problem.Code.TOO_MANY_RECIPIENTS));
	}

	@Test
	void nestingAndPartsAreBounded() {
		StringBuilder deep = new StringBuilder("From: a@example.org\n");
		for (int i = 0; i < 1_000; i++) {
			deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
		}
		assertTrue(codes(parse(deep.toString())).contains(Problem.Code.TOO_DEEP));
		String many = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(2_000);
		assertTrue(codes(parse(many)).contains(Problem.Code.TOO_MANY_PARTS));
	}

	@Test
	void attachmentsAreNotKept() {
		String mail = MAIL.replace("--b1--",
				"--b1\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
						+ "QUJD\n".repeat(10_000) + "--b1--");
		DeliveryReport report = parse(mail);
		assertEquals("anna@example.com", only(report).recipient());
		assertFalse(report.notice().contains("QUJD"));
	}

	private static void assertRead(String mail) {
		DeliveryReport report = parse(mail.getBytes(StandardCharsets.ISO_8859_1));
		assertEquals("anna@example.com", only(report).recipient());
		assertEquals("Undelivered Mail Returned to Sender", report.subject());
		assertEquals("<o1@example.org>", report.original().messageId());
	}

	private static List<Problem.Code> codes(DeliveryReport report) {
		return report.problems().stream().map(Problem::code).sorted().toList();
	}
}
