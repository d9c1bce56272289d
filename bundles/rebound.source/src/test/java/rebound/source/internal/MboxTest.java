package rebound.source.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MboxTest {

	private static final String FROM = "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void splitsInEveryNewlineConvention(String newline) throws IOException {
		Collected mails = read((FROM + mail(1) + "\n" + FROM + mail(2) + "\n").replace("\n", newline));
		assertEquals(List.of("in.mbox#1", "in.mbox#2"), mails.names);
		assertEquals(mail(1).replace("\n", newline), mails.text(0));
		assertEquals(mail(2).replace("\n", newline), mails.text(1));
	}

	@Test
	void fileWithOneMailKeepsItsName() throws IOException {
		Collected mails = read(FROM + mail(1));
		assertEquals(List.of("in.mbox"), mails.names);
		assertEquals(mail(1), mails.text(0));
		assertEquals(List.of("in.mbox"), read(mail(1)).names);
		assertEquals(List.of("in.mbox"), read("").names);
		assertEquals(List.of("in.mbox"), read("From ").names);
		assertEquals(List.of("in.mbox"), read(FROM).names);
	}

	@Test
	void takesOneQuoteAway() throws IOException {
		String quoted = "Subject: x\n\n>From the start\n>>From far\n> From here\ntext >From text\n";
		Collected mails = read(FROM + quoted + "\n" + FROM + mail(2));
		assertEquals("Subject: x\n\nFrom the start\n>From far\n> From here\ntext >From text\n", mails.text(0));
		assertEquals(mail(2), mails.text(1));
	}

	@Test
	void unquotedLinesOfTextSplitNothing() throws IOException {
		Collected mails = read(FROM + "Subject: x\n\nHello,\n\nFrom my point of view: no\nFrom: us\n\n"
				+ "From 9:00 to 10:30 the office is closed\n\nBye\n\n" + FROM + mail(2));
		assertEquals(2, mails.names.size());
	}

	@Test
	void returnedMailsFromLineSplitsNothing() throws IOException {
		String quote = "From anna@example.com Thu Jan  1 00:00:00 1970\nSubject: original\n\ntext\n";
		assertEquals(1, read(FROM + "Subject: x\n\nBounced mail:\n\n" + quote).names.size());
		assertEquals(1, read(FROM + "Subject: x\n\n--b\nContent-Type: message/rfc822\n\n" + quote).names.size());
		assertEquals(1, read(FROM + "Subject: x\n\n--b\n\n" + quote).names.size());
		assertEquals(1, read(FROM + "Subject: x\n\n--b--\n" + quote).names.size());
		assertEquals(2, read(FROM + "Subject: x\n\n--b--\n\n" + quote).names.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "From - Thu Jan 01 00:00:00 1970", "From anna@example.com", "From -",
			"From 1790@xxx Mon Nov 23 07:00:00 +0000 2026", "From ???@??? Mon Nov 23 07:00:00 2026" })
	void knowsTheFromLinesOfManyPrograms(String fromLine) throws IOException {
		Collected mails = read(fromLine + '\n' + mail(1) + '\n' + fromLine + '\n' + mail(2));
		assertEquals(List.of("in.mbox#1", "in.mbox#2"), mails.names);
		assertEquals(mail(2), mails.text(1));
	}

	@Test
	void contentLengthTellsWhereAMailEnds() throws IOException {
		String body = "text\n\n" + FROM + "Subject: forwarded, not quoted\n\nmore\n";
		String first = "Subject: 1\nContent-Length: " + body.length() + "\n\n" + body;
		Collected mails = read(FROM + first + "\n" + FROM + first + "\n" + FROM + mail(3));
		assertEquals(List.of("in.mbox#1", "in.mbox#2", "in.mbox#3"), mails.names);
		assertEquals(first, mails.text(0));
		assertEquals(first, mails.text(1));
		assertEquals(mail(3), mails.text(2));
	}

	/** Quoted lines beside lengths may be mboxcl's, or mboxcl2's own words: they stay as they are. */
	@Test
	void mboxclIsSplitByLengthAndKeepsItsQuotes() throws IOException {
		String body = "\n>From anna@example.com Thu Jan  1 00:00:00 1970\nSubject: quoted\n\ntext\n";
		String first = "Subject: 1\nContent-Length: " + body.length() + "\n\n" + body;
		Collected mails = read(FROM + first + "\n" + FROM + mail(2));
		assertEquals(2, mails.names.size());
		assertEquals(first, mails.text(0));
		assertEquals(mail(2), mails.text(1));
	}

	@Test
	void wrongContentLengthHidesNoMail() throws IOException {
		String second = FROM + mail(2) + "\n";
		String third = FROM + mail(3);
		String lying = FROM + "Subject: 1\nContent-Length: 4\n\ntext, longer\n\n";
		assertEquals(3, read(lying + second + third).names.size());
		// One that lies in the middle of an mbox which has no lengths otherwise.
		String hiding = "Subject: h\nContent-Length: " + ("text\n\n" + second).length() + "\n\ntext\n\n";
		assertEquals(4, read(FROM + mail(1) + "\n" + FROM + hiding + second + third).names.size());
	}

	@Test
	void largeMailIsAPartOfTheFile() throws IOException {
		StringBuilder text = new StringBuilder("Subject: large\n\n");
		Random random = new Random(1);
		while (text.length() < 3 * MailFileReader.SMALL) {
			text.append(Long.toString(random.nextLong(), 36)).append("FrFrom From \nFrom >From me\n");
		}
		String large = text.toString();
		Collected mails = read(FROM + mail(1) + "\n" + FROM + large + "\n" + FROM + mail(3) + "\n" + FROM + large);
		assertEquals(List.of("in.mbox#1", "in.mbox#2", "in.mbox#3", "in.mbox#4"), mails.names);
		assertEquals(large, mails.text(1));
		assertEquals(large.length(), mails.mails.get(1).size());
		assertEquals(mail(3), mails.text(2));
		assertEquals(large, mails.text(3));
	}

	@Test
	void findsEveryMailWhereverABlockEnds() throws IOException {
		Path mbox = folder.resolve("in.mbox");
		Random random = new Random(2);
		int count = 4000;
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mbox))) {
			for (int i = 0; i < count; i++) {
				out.write((FROM + mail(i)).getBytes(StandardCharsets.US_ASCII));
				byte[] filler = new byte[random.nextInt(3000)];
				java.util.Arrays.fill(filler, (byte) 'F');
				out.write(filler);
				out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
			}
		}
		Collected mails = new Collected();
		new FileMailSource().read(mbox.toString(), mails);
		assertEquals(count, mails.names.size());
		for (int i = 0; i < count; i++) {
			assertTrue(mails.text(i).startsWith(mail(i)));
		}
		assertEquals(1.0, mails.progress);
	}

	@Test
	void hundredsOfMegabytesWithoutANewlineNeedNoMemory() throws IOException {
		Path mbox = folder.resolve("sparse.mbox");
		long size = 600L << 20;
		try (var file = new java.io.RandomAccessFile(mbox.toFile(), "rw")) {
			file.write((FROM + mail(1)).getBytes(StandardCharsets.US_ASCII));
			file.seek(size);
			file.write(("\n\n" + FROM + mail(2)).getBytes(StandardCharsets.US_ASCII));
		}
		Collected mails = new Collected();
		new FileMailSource().read(mbox.toString(), mails);
		assertEquals(List.of("sparse.mbox#1", "sparse.mbox#2"), mails.names);
		assertEquals(mail(2), mails.text(1));
		try (InputStream in = mails.mails.get(0).content().open()) {
			assertEquals(mail(1), new String(in.readNBytes(mail(1).length()), StandardCharsets.US_ASCII));
		}
	}

	private static String mail(int number) {
		return "Message-ID: <" + number + "@example.com>\nSubject: mail " + number + "\n\nText of " + number + "\n";
	}

	private Collected read(String mbox) throws IOException {
		Path file = folder.resolve("in.mbox");
		Files.writeString(file, mbox, StandardCharsets.ISO_8859_1);
		Collected mails = new Collected();
		new FileMailSource().read(file.toString(), mails);
		return mails;
	}
}
