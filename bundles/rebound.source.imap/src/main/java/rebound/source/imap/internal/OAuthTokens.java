package rebound.source.imap.internal;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Component;
import rebound.source.AccessTokens;
import rebound.source.CredentialStore;
import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;
import rebound.source.MailboxSettings;

/**
 * Access tokens by OAuth 2. The refresh token is kept as the mailbox's secret; access tokens are held in memory only.
 */
@Component
public final class OAuthTokens implements AccessTokens {

	private static final long MARGIN_SECONDS = 60;
	private static final long USUAL_LIFE_SECONDS = 600;
	private static final long LONGEST_WAIT_SECONDS = 900;
	private static final long CHECK_MILLIS = 200;

	private final TokenEndpoint endpoint = new TokenEndpoint();
	private final Map<String, Token> valid = new ConcurrentHashMap<>();

	/** An access token, and until when it is used. */
	private record Token(String text, long end) {
	}

	/** One at a time: a refresh token may be good for one use only. */
	@Override
	public synchronized String get(MailboxSettings settings, CredentialStore credentials) throws MailboxException {
		String key = settings.name() + "\n" + settings.user() + "\n" + settings.oauth();
		Token token = valid.get(key);
		if (token == null || System.nanoTime() - token.end() > 0) {
			String refresh = credentials.find(settings.name())
					.orElseThrow(() -> new MailboxException(Code.NO_SECRET, null, settings.name()));
			Map<String, String> form = form(settings, credentials, "refresh_token");
			form.put("refresh_token", refresh);
			Map<String, String> told = endpoint.post(provider(settings).token(), form);
			String renewed = told.get("refresh_token");
			if (told.containsKey("access_token") && renewed != null && !renewed.equals(refresh)) {
				credentials.keep(settings.name(), renewed);
			}
			token = token(told);
			valid.put(key, token);
		}
		return token.text();
	}

	@Override
	public void authoriseOnDevice(MailboxSettings settings, CredentialStore credentials, Consumer<DeviceCode> told,
			BooleanSupplier cancelled) throws MailboxException {
		OAuthProvider provider = provider(settings);
		if (provider.device() == null) {
			throw new MailboxException(Code.TOKEN_REFUSED, null, "no device flow");
		}
		Map<String, String> answer = endpoint.post(provider.device(),
				Map.of("client_id", settings.oauth().clientId(), "scope", provider.scope()));
		String page = answer.getOrDefault("verification_uri", answer.get("verification_url"));
		if (!answer.containsKey("device_code") || !answer.containsKey("user_code") || page == null) {
			throw refused(answer);
		}
		told.accept(new DeviceCode(URI.create(page), answer.get("user_code")));
		Map<String, String> form = form(settings, credentials, "urn:ietf:params:oauth:grant-type:device_code");
		form.put("device_code", answer.get("device_code"));
		long pause = number(answer, "interval", 5);
		long end = System.nanoTime()
				+ TimeUnit.SECONDS.toNanos(Math.min(LONGEST_WAIT_SECONDS, number(answer, "expires_in", 600)));
		while (System.nanoTime() < end) {
			sleep(pause, cancelled);
			Map<String, String> tokens = endpoint.post(provider.token(), form);
			switch (tokens.getOrDefault("error", "")) {
				case "" -> {
					keep(settings, credentials, tokens);
					return;
				}
				case "authorization_pending" -> {
					// The user is still at it.
				}
				case "slow_down" -> pause += 5;
				default -> throw refused(tokens);
			}
		}
		throw new MailboxException(Code.TOKEN_REFUSED, null, "expired_token");
	}

	@Override
	public void authoriseInBrowser(MailboxSettings settings, CredentialStore credentials, Consumer<URI> told,
			BooleanSupplier cancelled) throws MailboxException {
		OAuthProvider provider = provider(settings);
		String verifier = random();
		String state = random();
		try (LoopbackRedirect redirect = new LoopbackRedirect(state)) {
			told.accept(redirect.page(provider, settings.oauth().clientId(), verifier));
			Map<String, String> form = form(settings, credentials, "authorization_code");
			form.put("code", redirect.await(LONGEST_WAIT_SECONDS, cancelled));
			form.put("redirect_uri", redirect.address());
			form.put("code_verifier", verifier);
			keep(settings, credentials, endpoint.post(provider.token(), form));
		} catch (IOException failure) {
			throw new MailboxException(Code.FAILED, failure, FailureReading.line(failure.toString()));
		}
	}

	private OAuthProvider provider(MailboxSettings settings) throws MailboxException {
		return OAuthProvider.find(settings.oauth().provider(), endpoint);
	}

	private static Map<String, String> form(MailboxSettings settings, CredentialStore credentials, String grantType)
			throws MailboxException {
		Map<String, String> form = new HashMap<>();
		form.put("grant_type", grantType);
		form.put("client_id", settings.oauth().clientId());
		// Some providers give one to desktop programs, too, though it is no secret there (RFC 8252, section 8.5).
		credentials.find(CredentialStore.ofClient(settings.name()))
				.ifPresent(secret -> form.put("client_secret", secret));
		return form;
	}

	private static void keep(MailboxSettings settings, CredentialStore credentials, Map<String, String> tokens)
			throws MailboxException {
		String refresh = tokens.get("refresh_token");
		if (refresh == null) {
			throw refused(tokens);
		}
		credentials.keep(settings.name(), refresh);
	}

	private static Token token(Map<String, String> told) throws MailboxException {
		String text = told.get("access_token");
		if (text == null || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
			throw refused(told);
		}
		long life = Math.max(0, number(told, "expires_in", USUAL_LIFE_SECONDS) - MARGIN_SECONDS);
		return new Token(text, System.nanoTime() + TimeUnit.SECONDS.toNanos(life));
	}

	private static MailboxException refused(Map<String, String> told) {
		return new MailboxException(Code.TOKEN_REFUSED, null, FailureReading
				.line(told.getOrDefault("error", "no token") + " " + told.getOrDefault("error_description", "")));
	}

	private static long number(Map<String, String> told, String name, long otherwise) {
		try {
			return Math.clamp(Long.parseLong(told.getOrDefault(name, Long.toString(otherwise))), 0, 1L << 31);
		} catch (NumberFormatException noNumber) {
			return otherwise;
		}
	}

	private static String random() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static void sleep(long seconds, BooleanSupplier cancelled) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		do {
			if (cancelled.getAsBoolean()) {
				throw new CancellationException();
			}
			try {
				TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
			} catch (InterruptedException stop) {
				Thread.currentThread().interrupt();
				throw new CancellationException();
			}
		} while (System.nanoTime() < end);
	}
}
