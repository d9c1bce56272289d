package rebound.parse.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rebound.model.RecipientStatus;
import rebound.parse.internal.HeaderFields;

class PlainBounceReaderTest {

	private static final PlainBounceReader READER = new PlainBounceReader();

	/** A mail and what should be read from it: the layout, then a line for each recipient. */
	record Sample(String name, List<String> expected, String header, String text) {
		@Override
		public String toString() {
			return name;
		}
	}

	static Stream<Sample> samples() throws IOException {
		return read("samples.txt").stream();
	}

	static Stream<Sample> others() throws IOException {
		return read("others.txt").stream();
	}

	private static List<Sample> read(String resource) throws IOException {
		String all;
		try (InputStream in = PlainBounceReaderTest.class.getResourceAsStream(resource)) {
			all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		List<Sample> samples = new ArrayList<>();
		String[] blocks = all.split("(?m)^==== ");
		for (int i = 1; i < blocks.length; i++) {
			String[] parts = blocks[i].split("\n\n", 2);
			List<String> head = parts[0].lines().toList();
			int fields = 1;
			while (!head.get(fields).contains(": ")) {
				fields++;
			}
			samples.add(new Sample(head.getFirst(), head.subList(1, fields),
					String.join("\n", head.subList(fields, head.size())), parts[1]));
		}
		return samples;
	}

	@ParameterizedTest
	@MethodSource("samples")
	void readsWhatServersWrite(Sample sample) {
		assertEquals(sample.expected, describe(READER.read(HeaderFields.of(sample.header), sample.text)));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void lineEndsDoNotMatter(Sample sample) {
		HeaderFields header = HeaderFields.of(sample.header);
		assertEquals(sample.expected, describe(READER.read(header, sample.text.replace("\n", "\r\n"))));
		assertEquals(sample.expected, describe(READER.read(header, sample.text.replace("\n", "\r"))));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void quotedByAPersonItIsNoBounce(Sample sample) {
		HeaderFields header = HeaderFields.of("From: Amy Brook <amy@brook.example>\nReturn-Path: <amy@brook.example>\n"
				+ "Subject: Re: what is this?\nIn-Reply-To: <1@lime.example>\nReferences: <1@lime.example>");
		assertTrue(READER.read(header, "I got this:\n\n" + sample.text).isEmpty());
		assertTrue(READER.read(header, "I got this:\n\n> " + sample.text.replace("\n", "\n> ")).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("others")
	void otherMailIsNoBounce(Sample sample) {
		assertEquals(List.of("none"), describe(READER.read(HeaderFields.of(sample.header), sample.text)));
	}

	@Test
	void tellsWhereTheOriginalBegins() {
		String notice = "Hi. This is the qmail-send program at a.example.\n\n<b@c.example>:\nno\n\n"
				+ "--- Below this line is a copy of the message.\n\n";
		PlainBounce bounce = READER.read(HeaderFields.of("From: MAILER-DAEMON@a.example"),
				notice + "Return-Path: <x@a.example>\nTo: b@c.example\n").orElseThrow();
		assertEquals(notice.length(), bounce.originalStart());
	}

	@Test
	void theReturnedMessageTellsWhatTheNoticeDoesNot() {
		HeaderFields returned = HeaderFields.of("From: news@lime.example\nTo: amy@brook.example");
		String notice = "This is the mail system at host lime.example.\n\n--- Delivery report unavailable ---\n";
		PlainBounce bounce = READER
				.read(HeaderFields.of("From: MAILER-DAEMON@lime.example\nReturn-Path: <>"), notice, returned)
				.orElseThrow();
		assertEquals("amy@brook.example", bounce.recipients().getFirst().recipient());
	}

	@Test
	void aNoticeThatNamesNobodyTakesTheOnlyRecipientOfTheOriginal() {
		HeaderFields returned = HeaderFields.of("From: news@lime.example\nTo: amy@brook.example");
		PlainBounce bounce = READER.read(HeaderFields.of("From: Facebook <mailer-daemon@lime.example>"),
				"This message was created automatically by Facebook.\n\nIt could not be delivered.\n", returned)
				.orElseThrow();
		assertEquals("facebook", bounce.layout());
		assertEquals("amy@brook.example", bounce.recipients().getFirst().recipient());
	}

	@Test
	void aBounceOfABounceDoesNotTakeItsRecipient() {
		HeaderFields returned = HeaderFields.of("From: MAILER-DAEMON@brook.example\nTo: news@lime.example");
		assertTrue(READER.read(HeaderFields.of("From: postmaster@lime.example\nSubject: Returned mail"),
				"Your message could not be delivered.\n", returned).isEmpty());
	}

	private static List<String> describe(Optional<PlainBounce> bounce) {
		List<String> lines = new ArrayList<>();
		lines.add(bounce.map(PlainBounce::layout).orElse("none"));
		bounce.ifPresent(found -> found.recipients().forEach(recipient -> lines.add(describe(recipient))));
		return lines;
	}

	private static String describe(RecipientStatus recipient) {
		String original = recipient.originalRecipient();
		return String.join(" ", recipient.action().id(), recipient.recipient(),
				recipient.replyCode() == 0 ? "-" : String.valueOf(recipient.replyCode()),
				recipient.status() == null ? "-" : recipient.status().toString(),
				recipient.command() == null ? "-" : recipient.command().name())
				+ (original == null ? "" : " < " + original);
	}
}
