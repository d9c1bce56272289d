package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rebound.it.LocalHttp.Answer;
import rebound.pipeline.MailboxImport;
import rebound.source.AccessTokens;
import rebound.source.AfterReading;
import rebound.source.CredentialStore;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;
import rebound.source.MailboxSettings;
import rebound.source.MailboxSettings.Login;
import rebound.source.MailboxSettings.OAuthClient;
import rebound.source.MailboxSettings.Security;

/** Access tokens from a provider of our own on loopback, taken by a real server. */
class MailboxTokenTest {

	private static final String USER = "carla";

	private LocalHttp provider;
	private String base;
	private final Secrets secrets = new Secrets();
	private final AtomicInteger polls = new AtomicInteger();
	private final AtomicInteger refreshes = new AtomicInteger();
	private final Map<String, String> challenge = new ConcurrentHashMap<>();
	private final AccessTokens tokens = Services.one(AccessTokens.class);

	@BeforeEach
	void startProvider() throws IOException {
		provider = new LocalHttp(this::answer);
		base = provider.address();
	}

	@AfterEach
	void stopProvider() throws IOException {
		provider.close();
	}

	private Answer answer(String path, Map<String, String> form) {
		return switch (path) {
			case "/metadata" -> new Answer(200, """
					{"issuer":"%1$s","grant_types":["a",{"b":null}],"authorization_endpoint":"%1$s/authorize",
					"device_authorization_endpoint":"%1$s/device","token_endpoint":"%1$s/token"}""".formatted(base));
			case "/device" -> new Answer(200, """
					{"device_code":"device-1","user_code":"ABCD-EFGH","verification_uri":"%s/go","interval":0,
					"expires_in":60}""".formatted(base));
			case "/token" -> token(form);
			case "/introspect" -> new Answer(200, DovecotServer.TOKEN.equals(form.get("token"))
					? "{\"active\":true,\"username\":\"" + USER + "\"}"
					: "{\"active\":false}");
			default -> new Answer(404, "{}");
		};
	}

	@Test
	void serverTakesTokensInBothForms() throws Exception {
		try (DovecotServer server = DovecotServer.start(base + "/introspect")) {
			server.put(USER, "INBOX", "one", SampleMail.bounce(1));
			MailboxImport mailboxes = Services.one(MailboxImport.class);
			secrets.kept = "refresh-1";
			for (Login login : List.of(Login.XOAUTH2, Login.OAUTHBEARER)) {
				MailboxSettings settings = settings(login, "localhost", server);
				try (Mailbox mailbox = mailboxes.open(settings, secrets)) {
					assertEquals(1, mailbox.open("INBOX", false).count());
				}
				MailboxException refused = assertThrows(MailboxException.class,
						() -> mailboxes.open(settings, "bad-token").close());
				assertEquals(Code.LOGIN_REFUSED, refused.code(), refused.getMessage());
			}
			// The second login uses the token of the first; the provider gave a new refresh token, which is kept.
			assertEquals(1, refreshes.get());
			assertEquals("refresh-2", secrets.kept);
		}
	}

	@Test
	void deviceFlowWaitsForTheUser() throws MailboxException {
		String[] told = new String[1];
		tokens.authoriseOnDevice(settings(Login.XOAUTH2, "localhost", null), secrets,
				code -> told[0] = code.page() + " " + code.code(), () -> false);
		assertEquals(base + "/go ABCD-EFGH", told[0]);
		assertEquals(3, polls.get());
		assertEquals("refresh-1", secrets.kept);
	}

	@Test
	void browserComesBackToLoopbackWithProofOfItsKey() throws MailboxException {
		tokens.authoriseInBrowser(settings(Login.XOAUTH2, "localhost", null), secrets, page -> Thread.ofVirtual().start(
				() -> allow(page)), () -> false);
		assertEquals("refresh-1", secrets.kept);
	}

	@Test
	void refusalOfTheProviderIsTold() {
		secrets.kept = "revoked";
		MailboxException refused = assertThrows(MailboxException.class,
				() -> tokens.get(settings(Login.XOAUTH2, "elsewhere", null), secrets));
		assertEquals(Code.TOKEN_REFUSED, refused.code());
		assertTrue(refused.details().getFirst().startsWith("invalid_grant"), refused.getMessage());
	}

	/** What a browser does: first a stranger's answer, then the user's. */
	private void allow(URI page) {
		Map<String, String> query = LocalHttp.fields(page.getRawQuery());
		challenge.put("challenge", query.get("code_challenge"));
		assertEquals("S256", query.get("code_challenge_method"));
		for (String state : List.of("forged", query.get("state"))) {
			try {
				URI back = URI.create(query.get("redirect_uri") + "?code=code-" + state.length() + "&state=" + state);
				back.toURL().openStream().close();
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}
	}

	private Answer token(Map<String, String> form) {
		String grant = form.getOrDefault("grant_type", "");
		String tokensOf = "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":3600}";
		if (grant.endsWith("device_code")) {
			return polls.incrementAndGet() < 3
					? new Answer(400, "{\"error\":\"authorization_pending\"}")
					: new Answer(200, tokensOf.formatted(DovecotServer.TOKEN, "refresh-1"));
		}
		if (grant.equals("refresh_token") && "refresh-1".equals(form.get("refresh_token"))) {
			refreshes.incrementAndGet();
			return new Answer(200, tokensOf.formatted(DovecotServer.TOKEN, "refresh-2"));
		}
		if (grant.equals("authorization_code") && isProven(form)) {
			return new Answer(200, tokensOf.formatted(DovecotServer.TOKEN, "refresh-1"));
		}
		return new Answer(400,
				"{\"error\":\"invalid_grant\",\"error_description\":\"Token \\u201crevoked\\u201d\"}");
	}

	private boolean isProven(Map<String, String> form) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
					.digest(form.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest)
					.equals(challenge.get("challenge"));
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	private MailboxSettings settings(Login login, String name, DovecotServer server) {
		return new MailboxSettings(name, "imap", Security.TLS, "localhost", server == null ? 1 : server.imaps, USER,
				login, List.of("INBOX"), AfterReading.LEAVE, server == null ? null : server.ca(),
				Duration.ofSeconds(20), new OAuthClient(base + "/metadata", "rebound-test"));
	}

	/** Keeps one secret in memory. */
	private static final class Secrets implements CredentialStore {
		private volatile String kept;

		@Override
		public Optional<String> find(String source) {
			return Optional.ofNullable(kept);
		}

		@Override
		public void keep(String source, String secret) {
			kept = secret;
		}

		@Override
		public void forget(String source) {
			kept = null;
		}
	}
}
