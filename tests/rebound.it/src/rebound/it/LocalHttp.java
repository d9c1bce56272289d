package rebound.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The little of HTTP/1.1 that a provider of tokens on loopback needs. */
final class LocalHttp implements AutoCloseable {

	/** What is answered. */
	record Answer(int status, String json) {
	}

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	private final BiFunction<String, Map<String, String>, Answer> answers;

	/** @param answers makes an answer of a path and the fields of a form */
	LocalHttp(BiFunction<String, Map<String, String>, Answer> answers) throws IOException {
		this.answers = answers;
		Thread.ofVirtual().start(this::accept);
	}

	String address() {
		return "http://127.0.0.1:" + socket.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

	/** @return the fields of a form or a query */
	static Map<String, String> fields(String text) {
		Map<String, String> fields = new HashMap<>();
		for (String field : text.split("&")) {
			String[] parts = field.split("=", 2);
			fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return fields;
	}

	private void accept() {
		while (!socket.isClosed()) {
			try {
				Socket client = socket.accept();
				Thread.ofVirtual().start(() -> answer(client));
			} catch (IOException closed) {
				return;
			}
		}
	}

	private void answer(Socket client) {
		try (client; InputStream in = new BufferedInputStream(client.getInputStream())) {
			String path = line(in).split(" ")[1];
			int length = 0;
			for (String header = line(in); !header.isEmpty(); header = line(in)) {
				if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
					length = Integer.parseInt(header.substring("content-length:".length()).strip());
				}
			}
			String form = new String(in.readNBytes(length), StandardCharsets.UTF_8);
			Answer answer = answers.apply(path, fields(form));
			byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
			String head = "HTTP/1.1 " + answer.status() + " Told\r\nContent-Type: application/json\r\nContent-Length: "
					+ body.length + "\r\nConnection: close\r\n\r\n";
			client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
			client.getOutputStream().write(body);
		} catch (IOException gone) {
			// Who asked does not wait for the answer.
			Thread.onSpinWait();
		}
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
			if (c != '\r') {
				line.write(c);
			}
		}
		return line.toString(StandardCharsets.UTF_8);
	}
}
