package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rebound.model.DeliveryReport;
import rebound.parse.ReportParser;

/** Time grows no worse than the mail; memory does not grow with it. */
class GrowthTest {

	private static final int MIB = 1 << 20;
	private static final String HEADER = "From: MAILER-DAEMON@example.org\nSubject: Undelivered Mail Returned to Sender\n";

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
	private final ReportParser parser = new ReportParser();

	/** A mail of any size: how it begins, and what comes again and again. */
	record Shape(String name, String begin, String again) {

		InputStream mail(int size) {
			byte[] piece = again.repeat(Math.max(1, 65_536 / again.length())).getBytes(StandardCharsets.ISO_8859_1);
			return new SequenceInputStream(Collections.enumeration(List.of(
					new ByteArrayInputStream(begin.getBytes(StandardCharsets.ISO_8859_1)), new Repeated(piece, size))));
		}

		@Override
		public String toString() {
			return name;
		}
	}

	static List<Shape> shapes() {
		String part = HEADER + "Content-Type: multipart/mixed; boundary=b1\n\n--b1\n";
		return List.of(
				new Shape("attachment", part + "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n",
						"JVBERi0xLjQKJcOkw7zDtsOfCjIgMCBvYmoKPDwvTGVuZ3RoIDMgMCBSL0ZpbHRlci9GbGF0ZURl\r\n"),
				new Shape("original", part + "Content-Type: message/rfc822\n\nSubject: x\n\n",
						"Dear customer, 550 no\n"),
				new Shape("text", HEADER + "\n", "550 5.1.1 <anna@example.com>: user unknown\n"),
				new Shape("one line", HEADER + "\n", "host mx.example.com said: 550 "),
				new Shape("html", HEADER + "Content-Type: text/html\n\n", "<p>a<a href='x'>&lt;b@example.com&gt;</a>"),
				new Shape("header fields", HEADER, "X-Field: =?utf-8?q?=41?= <a@example.com>\n"),
				new Shape("one header field", HEADER + "To:", " anna@example.com,\n"),
				new Shape("parts", part, "--b1\nContent-Type: text/plain\n\nx\n"),
				new Shape("multiparts", HEADER, "Content-Type: multipart/mixed; boundary=b\n\n--b\n"),
				new Shape("hyphens", part, "--b1x\n--\n"),
				new Shape("recipients", part + "Content-Type: message/delivery-status\n\n",
						"Final-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.1.1\n\n"),
				new Shape("status lines", part + "Content-Type: message/delivery-status\n\nDiagnostic-Code: x\n",
						" 5.1.1 <\n"),
				new Shape("carriage returns", HEADER + "\n", "\r"), new Shape("zeros", "", "\0"));
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void timeGrowsWithTheSizeAndMemoryDoesNot(Shape shape) throws IOException {
		measure(shape, MIB);
		measure(shape, MIB);
		long[] small = measure(shape, 4 * MIB);
		for (int times : new int[]{ 4, 16 }) {
			long[] large = measure(shape, times * 4 * MIB);
			// Four times as much again for a loaded machine and a clock that ticks coarsely.
			assertTrue(large[0] < 4 * times * Math.max(small[0], 5_000_000),
					() -> "ns: " + small[0] + " then " + large[0]);
			assertTrue(large[1] < small[1] + 4 * MIB, () -> "bytes: " + small[1] + " then " + large[1]);
		}
	}

	@Test
	void aLargeAttachmentHidesNothing() throws IOException {
		String mail = Mails.notification("Final-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.1.1\n");
		String before = mail.substring(0, mail.indexOf("--b1\nContent-Type: message/delivery-status"));
		String attachment = "--b1\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n"
				+ "UEsDBBQAAAAIAAAAIQ==\n".repeat(400_000);
		String whole = before + attachment + mail.substring(before.length());
		DeliveryReport report = parser.parse(new ByteArrayInputStream(whole.getBytes(StandardCharsets.US_ASCII)));
		assertEquals("anna@example.com", Mails.only(report).recipient());
		assertEquals("<o1@example.org>", report.original().messageId());
	}

	/** @return processor time in nanoseconds, and bytes of memory asked for */
	private long[] measure(Shape shape, int size) throws IOException {
		try (InputStream mail = shape.mail(size)) {
			long id = Thread.currentThread().threadId();
			long bytes = threads.getThreadAllocatedBytes(id);
			long start = threads.getCurrentThreadCpuTime();
			parser.parse(mail);
			return new long[]{ threads.getCurrentThreadCpuTime() - start, threads.getThreadAllocatedBytes(id) - bytes };
		}
	}

	/** The same bytes over and over, up to a size, without ever holding them all. */
	private static final class Repeated extends InputStream {

		private final byte[] piece;
		private int left;

		Repeated(byte[] piece, int size) {
			this.piece = piece;
			this.left = size;
		}

		@Override
		public int read() {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) {
			if (left == 0) {
				return -1;
			}
			int at = left % piece.length;
			int count = Math.min(Math.min(length, left), piece.length - at);
			System.arraycopy(piece, at, buffer, offset, count);
			left -= count;
			return count;
		}
	}
}
