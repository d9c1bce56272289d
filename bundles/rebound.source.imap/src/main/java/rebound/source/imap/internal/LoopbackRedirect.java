package rebound.source.imap.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;

/** Where the browser comes back to once the user has allowed access: a port on loopback (RFC 8252, section 7.3). */
final class LoopbackRedirect implements AutoCloseable {

	private static final int CHECK_MILLIS = 500;
	private static final int READ_MILLIS = 5000;
	private static final int LONGEST_LINE = 16_000;

	private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
	private final String state;

	/** @param state known to the right browser only */
	LoopbackRedirect(String state) throws IOException {
		this.state = state;
		socket.setSoTimeout(CHECK_MILLIS);
	}

	String address() {
		return "http://127.0.0.1:" + socket.getLocalPort() + "/";
	}

	/** @return the page where the user allows access, for a proof key (RFC 7636) */
	URI page(OAuthProvider provider, String clientId, String verifier) {
		return URI.create(provider.page() + (provider.page().getQuery() == null ? "?" : "&") + "response_type=code"
				+ "&client_id=" + TokenEndpoint.encoded(clientId) + "&redirect_uri=" + TokenEndpoint.encoded(address())
				+ "&scope=" + TokenEndpoint.encoded(provider.scope()) + "&state=" + state + "&code_challenge="
				+ challenge(verifier) + "&code_challenge_method=S256&access_type=offline&prompt=consent");
	}

	/** @return the code that a token is given for */
	String await(long seconds, BooleanSupplier cancelled) throws IOException, MailboxException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		while (System.nanoTime() < end) {
			if (cancelled.getAsBoolean()) {
				throw new CancellationException();
			}
			try (Socket browser = socket.accept()) {
				browser.setSoTimeout(READ_MILLIS);
				Map<String, String> answer = answer(browser);
				// Others may ask at this port, too: only the right state counts.
				if (state.equals(answer.get("state"))) {
					if (answer.get("code") != null) {
						return answer.get("code");
					}
					throw new MailboxException(Code.TOKEN_REFUSED, null,
							FailureReading.line(answer.getOrDefault("error", "no code")));
				}
			} catch (SocketTimeoutException nobodyYet) {
				Thread.onSpinWait();
			}
		}
		throw new MailboxException(Code.TOKEN_REFUSED, null, "nobody allowed it in time");
	}

	private static Map<String, String> answer(Socket browser) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(browser.getInputStream(), StandardCharsets.ISO_8859_1), LONGEST_LINE);
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = in.read()) {
			line.append((char) c);
		}
		browser.getOutputStream().write("""
				HTTP/1.1 200 OK\r
				Content-Type: text/plain; charset=utf-8\r
				Connection: close\r
				\r
				You can close this page and go back to Rebound.
				""".getBytes(StandardCharsets.UTF_8));
		Map<String, String> fields = new HashMap<>();
		int begin = line.indexOf("?");
		int end = line.indexOf(" ", Math.max(0, begin));
		if (!line.toString().startsWith("GET /") || begin < 0 || end < 0) {
			return fields;
		}
		for (String field : line.substring(begin + 1, end).split("&")) {
			int equals = field.indexOf('=');
			if (equals > 0) {
				fields.put(field.substring(0, equals), decoded(field.substring(equals + 1)));
			}
		}
		return fields;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		} catch (IllegalArgumentException broken) {
			return "";
		}
	}

	private static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(
					MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		} catch (NoSuchAlgorithmException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
