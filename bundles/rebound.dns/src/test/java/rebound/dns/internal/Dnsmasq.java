package rebound.dns.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real resolver on loopback that knows what a test tells it and asks nobody. */
final class Dnsmasq implements AutoCloseable {

	private static final int ATTEMPTS = 5;

	private final Process process;
	private final int port;

	private Dnsmasq(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/** @return the program, or {@code null} where it is not installed */
	static Path program() {
		return Stream.of("/usr/sbin/dnsmasq", "/usr/bin/dnsmasq", "/usr/local/sbin/dnsmasq").map(Path::of)
				.filter(Files::isExecutable).findFirst().orElse(null);
	}

	/** @param settings what it knows, as its own options */
	static Dnsmasq start(String... settings) throws IOException, InterruptedException {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			int port = freePort();
			List<String> command = new ArrayList<>(List.of(program().toString(), "--keep-in-foreground",
					"--conf-file=/dev/null", "--pid-file=", "--no-resolv", "--no-hosts", "--bind-interfaces",
					"--listen-address=127.0.0.1", "--port=" + port));
			command.addAll(List.of(settings));
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			if (!process.waitFor(300, TimeUnit.MILLISECONDS)) {
				return new Dnsmasq(process, port);
			}
		}
		throw new IOException("dnsmasq does not start");
	}

	/** @return a port of loopback that nobody listens at */
	static int freePort() {
		try (DatagramSocket socket = new DatagramSocket(0)) {
			return socket.getLocalPort();
		} catch (IOException none) {
			throw new UncheckedIOException(none);
		}
	}

	String address() {
		return "127.0.0.1:" + port;
	}

	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(5, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		} catch (InterruptedException interrupted) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}
}
