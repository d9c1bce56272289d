package rebound.parse.internal.layout;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.parse.internal.HeaderFields;

/** Whatever a mail holds, reading it neither fails nor takes long. */
class HostileNoticeTest {

	private static final PlainBounceReader READER = new PlainBounceReader();
	private static final HeaderFields HEADER = HeaderFields
			.of("From: MAILER-DAEMON@a.example\nReturn-Path: <>\nSubject: failure notice");

	private static final List<String> NOTICES = List.of("Hi. This is the qmail-send program at a.example.\n",
			"This message was created automatically by mail delivery software.\nThe following address(es) failed:\n",
			"This is the mail system at host a.example.\n", "----- The following addresses had fatal errors -----\n",
			"Diagnostic information for administrators:\n", "The following recipient(s) could not be reached:\n",
			"Delivery failed\n");

	@ParameterizedTest
	@ValueSource(strings = { "<", "@", "<a@", "a@b", "\"@", "<a@b.example>:\n", "550 5.1.1 ", "5.1.1.", "550-", "... ",
			">>> ",
			" \n\t", "\r", "From: a\n", "host ", "----", "[smtp:", "mailto:", "(generated from ", "talking to ",
			"<<< 550-", "550 a@b.example... no\n", "((((", "Received: x\n\n", "\u0000", "\ud800",
			"the following address",
			"退信", "''''", "a b@c," })
	void endlessRepeats(String part) {
		String text = part.repeat(400_000 / part.length());
		for (String notice : NOTICES) {
			assertTimeoutPreemptively(Duration.ofSeconds(20),
					() -> READER.read(HEADER, notice + text, HeaderFields.EMPTY));
		}
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> DiagnosticScanner.scan(text));
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Replies.join(text));
	}

	@Test
	void mixedPartsInAnyOrder() {
		List<String> parts = List.of("<", ">", "@", "a@b.example", ":", "\n", " ", "\t", "550", "-", "5.1.1", "(", ")",
				"\"", "...", ">>> RCPT TO:", "<<< ", "{to}", "The following address(es) failed:", "--- ", "=",
				"Received: x\n",
				"From ", "\r\n", "host", "said:", "\u3000", "ß", "\ud83d", "Reason:", "[", "]", ";", "退信原因");
		Random random = new Random(7);
		for (int i = 0; i < 3_000; i++) {
			StringBuilder text = new StringBuilder(NOTICES.get(random.nextInt(NOTICES.size())));
			for (int k = random.nextInt(60); k > 0; k--) {
				text.append(parts.get(random.nextInt(parts.size())));
			}
			READER.read(HEADER, text.toString());
			DiagnosticScanner.scan(text.toString());
			Replies.join(text.toString());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@b.example ", "<a@b.example>:\n550 no\n\n", "550-5.1.1 no\n", "the following address ",
			"\n\n" })
	void timeGrowsNoFasterThanTheText(String part) {
		for (String notice : NOTICES) {
			long small = time(notice + part.repeat((16 << 10) / part.length()));
			long large = time(notice + part.repeat((256 << 10) / part.length()));
			assertTrue(large < 48 * small + 100_000_000, small + " ns grew to " + large + " ns");
		}
	}

	/** @return processor time of the quickest of some runs, in nanoseconds */
	private static long time(String text) {
		ThreadMXBean thread = ManagementFactory.getThreadMXBean();
		long best = Long.MAX_VALUE;
		for (int i = 0; i < 4; i++) {
			long start = thread.getCurrentThreadCpuTime();
			READER.read(HEADER, text);
			best = Math.min(best, thread.getCurrentThreadCpuTime() - start);
		}
		return best;
	}

	@Test
	void recipientsAreLimited() {
		StringBuilder text = new StringBuilder(NOTICES.getFirst());
		for (int i = 0; i < 20_000; i++) {
			text.append('<').append(i).append("@b.example>:\n550 no\n\n");
		}
		PlainBounce bounce = READER.read(HEADER, text.toString()).orElseThrow();
		assertTrue(bounce.recipients().size() <= 1_000);
	}
}
