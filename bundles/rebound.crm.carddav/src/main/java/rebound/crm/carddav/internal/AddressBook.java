package rebound.crm.carddav.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import rebound.customers.CrmConnection;

/** An address book on a CardDAV server (RFC 6352). Answers are bounded, and redirections are not followed. */
final class AddressBook implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);
	private static final long LARGEST_ANSWER = 256L << 20;
	private static final int LARGEST_CARD = 1 << 20;
	private static final int MULTI_STATUS = 207;
	/** Several kept connections may have been closed. */
	private static final int ATTEMPTS = 4;
	/** What servers say to a token that they have forgotten; the standard says 403. */
	private static final Set<Integer> REFUSED = Set.of(400, 403, 409, 410, 412);
	private static final String REPORT = "REPORT";
	private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

	private final HttpClient client;
	private final URI base;
	private final String authorization;

	/** A vCard as the server holds it; the tag changes with every change. */
	record Card(String text, String etag) {
	}

	AddressBook(CrmConnection where) throws IOException {
		URI uri = where.httpUri();
		this.base = uri.getPath().endsWith("/") ? uri : URI.create(uri + "/");
		this.client = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE)
				.followRedirects(Redirect.NEVER).build();
		this.authorization = where.user() == null
				? null
				: "Basic " + Base64.getEncoder().encodeToString((where.user() + ':'
						+ (where.password() == null ? "" : where.password())).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Asks what has changed (RFC 6578).
	 *
	 * @param token as the last answer gave it, the empty string for everything there is
	 * @return {@code null} if the server no longer knows the token (RFC 6578, 3.2)
	 */
	MultiStatus changes(String token) throws IOException {
		return report(!token.isEmpty(), HEAD + "<sync-collection xmlns=\"DAV:\"><sync-token>" + escaped(token)
				+ "</sync-token><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>");
	}

	/** @return the vCards of these places (RFC 6352, 8.7) */
	MultiStatus cards(List<String> hrefs) throws IOException {
		StringBuilder query = new StringBuilder(HEAD + "<C:addressbook-multiget xmlns=\"DAV:\" "
				+ "xmlns:C=\"urn:ietf:params:xml:ns:carddav\"><prop><getetag/><C:address-data/></prop>");
		hrefs.forEach(href -> query.append("<href>").append(escaped(href)).append("</href>"));
		return report(false, query.append("</C:addressbook-multiget>").toString());
	}

	/** @return the vCard there, {@code null} if there is none */
	Card get(String href) throws IOException {
		HttpResponse<InputStream> response = send(request(href).GET().build());
		try (InputStream body = response.body()) {
			if (response.statusCode() == 404 || response.statusCode() == 410) {
				return null;
			}
			String etag = response.headers().firstValue("ETag").orElse(null);
			if (response.statusCode() != 200 || etag == null) {
				throw new IOException(href + ": HTTP " + response.statusCode());
			}
			return new Card(new String(body.readNBytes(LARGEST_CARD), StandardCharsets.UTF_8), etag);
		}
	}

	/** @return whether the vCard was put there; not if it is no longer the one that was read (RFC 9110, 13.1.1) */
	boolean put(String href, String text, String etag) throws IOException {
		for (int attempt = 1;; attempt++) {
			try {
				return tryPut(href, text, etag);
			} catch (HttpTimeoutException | ConnectException late) {
				throw late;
			} catch (IOException closed) {
				// A kept connection that was closed at this moment: the server tells whether the vCard arrived before that.
				Card now = get(href);
				if (now != null && !now.etag().equals(etag) && new VCardEdit(now.text()).toString().equals(text)) {
					return true;
				}
				if (attempt == ATTEMPTS || now == null || !now.etag().equals(etag)) {
					throw closed;
				}
			}
		}
	}

	private boolean tryPut(String href, String text, String etag) throws IOException {
		HttpResponse<InputStream> response = send(request(href).header("If-Match", etag)
				.header("Content-Type", "text/vcard; charset=utf-8").PUT(BodyPublishers.ofString(text)).build());
		response.body().close();
		if (response.statusCode() == 412) {
			return false;
		}
		if (response.statusCode() / 100 != 2) {
			throw new IOException(href + ": HTTP " + response.statusCode());
		}
		return true;
	}

	@Override
	public void close() {
		client.close();
	}

	private MultiStatus report(boolean mayRefuse, String query) throws IOException {
		BodyPublisher body = BodyPublishers.ofString(query);
		HttpResponse<InputStream> response = send(request(base.getRawPath()).header("Depth", "1")
				.header("Content-Type", "application/xml; charset=utf-8").method(REPORT, body).build());
		try (InputStream answer = new Bounded(response.body())) {
			if (mayRefuse && REFUSED.contains(response.statusCode())) {
				return null;
			}
			if (response.statusCode() != MULTI_STATUS) {
				throw new IOException(base + ": HTTP " + response.statusCode());
			}
			return MultiStatus.read(answer);
		}
	}

	/** What the server names must be on the server. */
	private HttpRequest.Builder request(String href) throws IOException {
		URI place;
		try {
			place = base.resolve(href);
		} catch (IllegalArgumentException broken) {
			throw new IOException(href, broken);
		}
		if (!base.getAuthority().equals(place.getAuthority()) || !base.getScheme().equals(place.getScheme())) {
			throw new IOException(href + ": not on " + base.getAuthority());
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(place).timeout(PATIENCE);
		return authorization == null ? request : request.header("Authorization", authorization);
	}

	private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
		try {
			try {
				return client.send(request, BodyHandlers.ofInputStream());
			} catch (HttpTimeoutException | ConnectException late) {
				throw late;
			} catch (IOException closed) {
				// The server may close a kept connection at the moment it is used again. Java's client asks again only
				// for GET; reports are as safe. What writes is not asked twice.
				if (!REPORT.equals(request.method())) {
					throw closed;
				}
				return client.send(request, BodyHandlers.ofInputStream());
			}
		} catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IOException(stopped);
		}
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/** Ends an answer that does not end. */
	private static final class Bounded extends FilterInputStream {
		private long left = LARGEST_ANSWER;

		Bounded(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			count(1);
			return super.read();
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = super.read(bytes, offset, length);
			count(Math.max(0, read));
			return read;
		}

		private void count(int read) throws IOException {
			left -= read;
			if (left < 0) {
				throw new IOException("more than " + LARGEST_ANSWER + " bytes");
			}
		}
	}
}
