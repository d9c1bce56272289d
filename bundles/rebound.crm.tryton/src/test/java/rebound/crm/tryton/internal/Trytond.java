package rebound.crm.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Tryton server on loopback, with its party module and a database of its own in SQLite. */
final class Trytond implements AutoCloseable {

	static final String PASSWORD = "geheim";
	private static final Path PROGRAM = Path.of("/usr/bin/trytond");
	private static final Path ADMIN = Path.of("/usr/bin/trytond-admin");
	private static final Path MODULE = Path.of("/usr/lib/python3/dist-packages/trytond/modules/party");

	private final Process server;
	private final String url;

	private Trytond(Process server, String url) {
		this.server = server;
		this.url = url;
	}

	/** @return whether Debian's tryton-server and tryton-modules-party are installed */
	static boolean isInstalled() {
		return Files.isExecutable(PROGRAM) && Files.isExecutable(ADMIN) && Files.isDirectory(MODULE);
	}

	static Trytond start(Path folder) throws IOException, InterruptedException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		Path settings = Files.writeString(folder.resolve("trytond.conf"), """
				[database]
				uri = sqlite://
				path = %s
				[web]
				listen = 127.0.0.1:%d
				""".formatted(folder, port));
		Files.createFile(folder.resolve("crm.sqlite"));
		Path password = Files.writeString(folder.resolve("admin"), PASSWORD + '\n');
		ProcessBuilder admin = command(folder, ADMIN, settings, "-u", "party", "--activate-dependencies", "--email",
				"admin@example.com");
		admin.environment().put("TRYTONPASSFILE", password.toString());
		Process making = admin.start();
		try {
			assertTrue(making.waitFor(3, TimeUnit.MINUTES), "trytond-admin takes too long");
		} finally {
			making.destroyForcibly();
		}
		assertEquals(0, making.exitValue(), Files.readString(folder.resolve("log")));
		Trytond trytond = new Trytond(command(folder, PROGRAM, settings).start(), "http://127.0.0.1:" + port + "/crm/");
		for (int attempt = 0; !answers(port); attempt++) {
			assertTrue(attempt < 600 && trytond.server.isAlive(), Files.readString(folder.resolve("log")));
			Thread.sleep(50);
		}
		return trytond;
	}

	private static ProcessBuilder command(Path folder, Path program, Path settings, String... more) {
		ProcessBuilder command = new ProcessBuilder(program.toString(), "-c", settings.toString(), "-d", "crm")
				.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile())
				.redirectOutput(folder.resolve("log").toFile());
		command.command().addAll(List.of(more));
		return command;
	}

	private static boolean answers(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		} catch (IOException notYet) {
			return false;
		}
	}

	String url() {
		return url;
	}

	@Override
	public void close() {
		server.destroyForcibly();
	}
}
