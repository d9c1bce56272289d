package rebound.source.logs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import rebound.source.EventSource;

/** Broken and hostile files: bounded, nothing half-read, and the good records are read. */
class HostileTest {

	private static final String EVENT = """
			{"email":"a%d@example.com","timestamp":1794038400,"event":"bounce","sg_event_id":"e","reason":"550 5.1.1 no"}
			""";

	@Test
	void brokenLineCostsNoOther() throws IOException {
		Samples read = read(EVENT.formatted(1) + "{\"email\":\"b@example.com\",\"event\":\n" + EVENT.formatted(3));
		assertEquals(2, read.told.size());
		assertEquals(List.of("2 SYNTAX"), read.broken);
	}

	@Test
	void objectsBehindOneAnotherAreRead() throws IOException {
		String firehose = (EVENT.formatted(1) + EVENT.formatted(2)).replace("\n", "");
		assertEquals(2, read(firehose).told.size());
		String large = EVENT.formatted(1).strip().repeat(20_000);
		assertTrue(large.length() > Lines.LONGEST);
		assertEquals(20_000, read(large).told.size());
	}

	@Test
	void arrayIsReadToWhereItIsBroken() throws IOException {
		Samples read = read("[\n" + EVENT.formatted(1) + ",\n" + EVENT.formatted(2) + "]\n".repeat(0) + ",{\"x\"");
		assertEquals(2, read.told.size());
		assertEquals(1, read.broken.size());
	}

	@Test
	void recordOfUnreasonableSizeIsLeftOut() throws IOException {
		String huge = "{\"email\":\"x@example.com\",\"event\":\"bounce\",\"sg_event_id\":\"" + "x".repeat(Lines.LONGEST)
				+ "\"}\n";
		Samples read = read(EVENT.formatted(1) + huge + EVENT.formatted(3));
		assertEquals(2, read.told.size());
		assertEquals(List.of("2 TOO_LONG"), read.broken);
		Samples nested = read(EVENT.formatted(1) + "{\"a\":".repeat(5_000) + "\n" + EVENT.formatted(3));
		assertEquals(List.of("2 SYNTAX"), nested.broken);
	}

	@Test
	void openQuoteCostsItsRowOnly() throws IOException {
		String head = "status,reason,email,created\n";
		String row = "5.1.1,no,a@example.com,1794038400\n";
		Samples read = read(head + row + "5.1.1,\"open,b@example.com,1794038400\n" + row.repeat(200));
		assertEquals(201, read.told.size());
		assertEquals(List.of("3 SYNTAX"), read.broken);
	}

	@Test
	void recordThatNamesNobodyIsNamed() throws IOException {
		assertEquals(List.of("2 INCOMPLETE"),
				read(EVENT.formatted(1) + EVENT.formatted(2).replace("a2@example.com", "")).broken);
	}

	@Test
	void spreadsheetsByteOrderMarkAndSemicolonsDoNotMatter() throws IOException {
		assertEquals(1, read("\ufeffStatus;Reason;Email;Created\r\n5.1.1;no;a@example.com;1794038400\r\n").told.size());
	}

	@Test
	void mailsAreNoLogs() {
		for (String mail : List.of("From: a@example.com\nSubject: type,timeLogged,rcpt\n\n",
				"Return-Path: <>\r\nReceived: from x\r\n\r\nNov  5 09:00:00 mx1 postfix/smtp[1]: 4F1B2C: to=<a@b>\r\n",
				"",
				"{", "[", "#", ",", "\n\n\n", "Nov  5 09:00:00 mx1 sshd[1]: ok\n")) {
			assertEquals(List.of(), Samples.takers(mail.getBytes(StandardCharsets.UTF_8)), mail);
		}
	}

	@Test
	void damagedSamplesNeverFail() throws IOException {
		Random random = new Random(1);
		for (String sample : List.of("amazon-ses-sns.json", "mailgun-events.json", "sendgrid-bounces.csv",
				"powermta.csv", "exchange.csv", "postfix.log", "exim.log", "postmark-webhook.json")) {
			byte[] good = Samples.bytes(sample);
			for (int round = 0; round < 40; round++) {
				byte[] bad = good.clone();
				for (int i = 0; i < 1 + round / 4; i++) {
					bad[random.nextInt(bad.length)] = (byte) " \",:;{}[]<>()=\n0".charAt(random.nextInt(16));
				}
				for (EventSource source : Samples.ALL) {
					source.recognises(bad);
					source.read(new java.io.ByteArrayInputStream(bad), new Samples());
				}
			}
		}
	}

	@Test
	void manyMailsInTheQueueAreForgottenInTime() throws IOException {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < 250_000; i++) {
			lines.add("Nov  5 08:59:58 mx1 postfix/cleanup[1]: A%08d: message-id=<%d@x>".formatted(i, i));
		}
		lines.add("Nov  5 09:00:00 mx1 postfix/smtp[1]: A00249999: to=<a@example.com>, dsn=5.1.1, status=bounced (no)");
		lines.add("Nov  5 09:00:00 mx1 postfix/smtp[1]: A00000001: to=<b@example.com>, dsn=5.1.1, status=bounced (no)");
		Samples read = read(String.join("\n", lines));
		assertEquals("<249999@x>", read.reports.get(0).original().messageId());
		assertEquals(null, read.reports.get(1).original().messageId());
	}

	private static Samples read(String file) throws IOException {
		return Samples.read(file.getBytes(StandardCharsets.UTF_8));
	}
}
