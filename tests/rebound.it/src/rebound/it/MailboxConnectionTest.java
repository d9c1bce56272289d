package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rebound.pipeline.MailboxImport;
import rebound.source.AfterReading;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;
import rebound.source.MailboxSettings;
import rebound.source.MailboxSettings.Login;
import rebound.source.MailboxSettings.Security;

/** Connections to a real server: those that come about, and why the others do not. */
class MailboxConnectionTest {

	private static final String USER = "carla";

	private static DovecotServer server;
	private static MailboxImport mailboxes;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		server = DovecotServer.start();
		server.put(USER, "INBOX", "one", SampleMail.bounce(1));
		mailboxes = Services.one(MailboxImport.class);
	}

	@AfterAll
	static void stop() throws IOException, InterruptedException {
		if (server != null) {
			server.close();
		}
	}

	@Test
	void connectsInAllProtectedWays() throws MailboxException {
		assertEquals(1, count(server.settings(USER)));
		assertEquals(1, count(settings("imap", Security.STARTTLS, "localhost", server.imap)));
		assertEquals(1, count(settings("pop3", Security.TLS, "localhost", server.pop3s)));
		assertEquals(1, count(settings("pop3", Security.STARTTLS, "localhost", server.pop3)));
	}

	@Test
	void certificateForAnotherNameIsRefusedWithItsFingerprint() {
		for (MailboxSettings settings : List.of(settings("imap", Security.TLS, "127.0.0.1", server.imaps),
				settings("imap", Security.STARTTLS, "127.0.0.1", server.imap),
				settings("pop3", Security.TLS, "127.0.0.1", server.pop3s))) {
			MailboxException refused = failure(Code.CERTIFICATE_OTHER_NAME, settings);
			assertEquals("127.0.0.1", refused.details().getFirst());
			assertTrue(refused.details().get(1).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), refused.getMessage());
			assertEquals("localhost", refused.details().get(2));
		}
	}

	@Test
	void expiredCertificateIsRefused() {
		failure(Code.CERTIFICATE_EXPIRED, settings("imap", Security.TLS, "127.0.0.2", server.imaps));
		failure(Code.CERTIFICATE_EXPIRED, settings("pop3", Security.STARTTLS, "127.0.0.2", server.pop3));
	}

	@Test
	void certificateOfAnUnknownIssuerIsRefused() {
		MailboxException refused = failure(Code.CERTIFICATE_UNKNOWN_ISSUER,
				with(server.settings(USER), null, Duration.ofSeconds(20)));
		assertTrue(refused.details().get(2).contains("Rebound Test CA"), refused.getMessage());
	}

	@Test
	void fileWithoutCertificatesIsNamed() {
		failure(Code.CA_FILE, with(server.settings(USER), server.folder().resolve("dovecot.conf"),
				Duration.ofSeconds(20)));
	}

	@Test
	void passwordIsNotTakenInPlainText() {
		// Dovecot takes a connection from its own address for a safe one; this is another.
		failure(Code.PLAIN_TEXT_REFUSED, settings("imap", Security.NONE, "127.0.0.2", server.imap));
		failure(Code.PLAIN_TEXT_REFUSED, settings("pop3", Security.NONE, "127.0.0.2", server.pop3));
	}

	@Test
	void wrongPasswordIsTold() {
		for (String protocol : List.of("imap", "pop3")) {
			int port = protocol.equals("imap") ? server.imaps : server.pop3s;
			MailboxException refused = assertThrows(MailboxException.class,
					() -> mailboxes.open(settings(protocol, Security.TLS, "localhost", port), "wrong").close());
			assertEquals(Code.LOGIN_REFUSED, refused.code(), refused.getMessage());
			assertEquals(USER, refused.details().getFirst());
		}
	}

	@Test
	void whatIsNotThereIsTold() throws IOException {
		failure(Code.NAME_NOT_FOUND, settings("imap", Security.TLS, "no-such-host.invalid", 993));
		try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = closed.getLocalPort();
			closed.close();
			failure(Code.REFUSED, settings("imap", Security.TLS, "localhost", port));
			failure(Code.REFUSED, settings("pop3", Security.STARTTLS, "localhost", port));
		}
	}

	@Test
	void silentServerIsGivenUp() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			for (Security security : List.of(Security.TLS, Security.NONE)) {
				failure(Code.TIMEOUT, with(settings("imap", security, "localhost", silent.getLocalPort()), server.ca(),
						Duration.ofMillis(500)));
			}
		}
	}

	@Test
	void missingFolderIsToldWithThoseThereAre() throws MailboxException {
		try (Mailbox mailbox = mailboxes.open(server.settings(USER), DovecotServer.PASSWORD)) {
			MailboxException missing = assertThrows(MailboxException.class, () -> mailbox.open("Bounces", false));
			assertEquals(Code.FOLDER_MISSING, missing.code());
			assertEquals(List.of("Bounces", "INBOX"), missing.details());
		}
	}

	private static int count(MailboxSettings settings) throws MailboxException {
		try (Mailbox mailbox = mailboxes.open(settings, DovecotServer.PASSWORD)) {
			return mailbox.open("INBOX", false).count();
		}
	}

	private static MailboxException failure(Code code, MailboxSettings settings) {
		MailboxException failure = assertThrows(MailboxException.class,
				() -> mailboxes.open(settings, DovecotServer.PASSWORD).close());
		assertEquals(code, failure.code(), failure.getMessage());
		return failure;
	}

	private static MailboxSettings settings(String protocol, Security security, String host, int port) {
		return server.settings(USER, protocol, security, host, port);
	}

	private static MailboxSettings with(MailboxSettings settings, Path ca, Duration timeout) {
		return new MailboxSettings(settings.name(), settings.protocol(), settings.security(), settings.host(),
				settings.port(), settings.user(), Login.PASSWORD, settings.folders(), AfterReading.LEAVE, ca, timeout,
				null);
	}
}
