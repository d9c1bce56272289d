package rebound.source.imap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;

/** Asks a provider of access tokens; every answer is a JSON object, of which texts and numbers are taken. */
final class TokenEndpoint {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);
	private static final int LONGEST_ANSWER = 1 << 16;

	/** Sends a form; the answer may be an error of RFC 6749, section 5.2. */
	Map<String, String> post(URI uri, Map<String, String> form) throws MailboxException {
		String body = form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
				.collect(Collectors.joining("&"));
		return answer(HttpRequest.newBuilder(uri).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(body)), uri);
	}

	Map<String, String> get(URI uri) throws MailboxException {
		return answer(HttpRequest.newBuilder(uri).GET(), uri);
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** Redirects are not followed: they could take the tokens elsewhere. */
	private static Map<String, String> answer(HttpRequest.Builder request, URI uri) throws MailboxException {
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT)
				.followRedirects(HttpClient.Redirect.NEVER).build()) {
			HttpResponse<InputStream> response = client.send(
					request.timeout(TIMEOUT).header("Accept", "application/json").build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream in = response.body()) {
				return FlatJson.read(new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
			}
		} catch (HttpTimeoutException late) {
			throw new MailboxException(Code.TIMEOUT, late, uri.getHost(), Integer.toString(uri.getPort()));
		} catch (IOException | IllegalArgumentException failure) {
			throw new MailboxException(Code.FAILED, failure, FailureReading.line(uri.getHost() + ": " + failure));
		} catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}
}
