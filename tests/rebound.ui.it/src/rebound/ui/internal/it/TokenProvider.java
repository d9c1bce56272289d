package rebound.ui.internal.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A provider of access tokens on loopback (RFC 8414, RFC 8628): whoever asks waits until access is allowed. */
final class TokenProvider implements AutoCloseable {

	static final String CODE = "ABCD-EFGH";

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	private volatile boolean isAllowed;
	private volatile int polls;

	TokenProvider() throws IOException {
		Thread.ofPlatform().daemon().start(this::serve);
	}

	String address() {
		return "http://127.0.0.1:" + socket.getLocalPort();
	}

	String page() {
		return address() + "/go";
	}

	/** @return how often it was asked whether access is allowed */
	int polls() {
		return polls;
	}

	void allow() {
		isAllowed = true;
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

	private void serve() {
		while (!socket.isClosed()) {
			try (Socket client = socket.accept();
					BufferedReader in = new BufferedReader(
							new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
				String path = in.readLine().split(" ")[1];
				int length = 0;
				for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
					if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
						length = Integer.parseInt(line.substring("content-length:".length()).strip());
					}
				}
				for (int i = 0; i < length; i++) {
					in.read();
				}
				answer(client, path);
			} catch (IOException gone) {
				// Who asked does not wait for the answer, or the test is over.
				continue;
			}
		}
	}

	private void answer(Socket client, String path) throws IOException {
		String json = switch (path) {
			case "/metadata" -> """
					{"authorization_endpoint":"%1$s/authorize","device_authorization_endpoint":"%1$s/device",
					"token_endpoint":"%1$s/token"}""".formatted(address());
			case "/device" -> "{\"device_code\":\"d\",\"user_code\":\"%s\",\"verification_uri\":\"%s\",\"interval\":0,"
					.formatted(CODE, page()) + "\"expires_in\":600}";
			default -> {
				polls++;
				yield isAllowed
						? "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3600}"
						: "{\"error\":\"authorization_pending\"}";
			}
		};
		boolean isRefused = json.contains("error");
		client.getOutputStream()
				.write(("HTTP/1.1 " + (isRefused ? 400 : 200) + " Told\r\nContent-Type: application/json"
						+ "\r\nContent-Length: " + json.length() + "\r\nConnection: close\r\n\r\n" + json)
						.getBytes(StandardCharsets.US_ASCII));
	}
}
