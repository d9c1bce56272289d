package rebound.source.imap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;

/**
 * Where access tokens of a provider come from.
 *
 * @param page   where users allow access
 * @param device where a device asks for a code, or {@code null}
 * @param token  where tokens are given
 * @param scope  what is asked for
 */
record OAuthProvider(URI page, URI device, URI token, String scope) {

	private static final int FIELDS = 5;

	/**
	 * Finds a provider by its id among those that are known, or by the address of its description (RFC 8414).
	 */
	static OAuthProvider find(String id, TokenEndpoint endpoint) throws MailboxException {
		if (id.startsWith("https://") || id.startsWith("http://")) {
			Map<String, String> told = endpoint.get(secure(id));
			return new OAuthProvider(secure(told.get("authorization_endpoint")),
					told.containsKey("device_authorization_endpoint")
							? secure(told.get("device_authorization_endpoint"))
							: null,
					secure(told.get("token_endpoint")), "offline_access");
		}
		for (String line : known().lines().toList()) {
			String[] fields = line.split("\\s+");
			if (fields.length == FIELDS && fields[0].equals(id)) {
				return new OAuthProvider(secure(fields[1]), fields[2].equals("-") ? null : secure(fields[2]),
						secure(fields[3]), fields[4].replace(',', ' '));
			}
		}
		throw new MailboxException(Code.TOKEN_REFUSED, null, "unknown provider " + id);
	}

	/** Tokens go over TLS, or stay on this machine. */
	private static URI secure(String address) throws MailboxException {
		try {
			URI uri = URI.create(String.valueOf(address));
			boolean isLocal = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
			if ("https".equals(uri.getScheme()) || isLocal && "http".equals(uri.getScheme())) {
				return uri;
			}
		} catch (IllegalArgumentException noAddress) {
			throw new MailboxException(Code.TOKEN_REFUSED, noAddress, FailureReading.line(address));
		}
		throw new MailboxException(Code.TOKEN_REFUSED, null, FailureReading.line(String.valueOf(address)));
	}

	private static String known() {
		try (InputStream in = OAuthProvider.class.getResourceAsStream("oauth-providers.txt")) {
			if (in == null) {
				throw new IllegalStateException("oauth-providers.txt");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
