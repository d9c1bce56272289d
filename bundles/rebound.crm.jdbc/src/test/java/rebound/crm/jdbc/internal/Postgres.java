package rebound.crm.jdbc.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server on loopback for one test, from the operating system's packages. */
final class Postgres implements AutoCloseable {

	final String url;
	private final Process process;
	private final Path data;

	private Postgres(Process process, Path data, int port) {
		this.process = process;
		this.data = data;
		this.url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
	}

	static Optional<Path> programs() {
		try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
			return versions.map(version -> version.resolve("bin"))
					.filter(bin -> Files.isExecutable(bin.resolve("initdb"))).max(Comparator.naturalOrder());
		} catch (IOException notInstalled) {
			return Optional.empty();
		}
	}

	static Postgres start() throws IOException, InterruptedException {
		Path data = Files.createTempDirectory("rebound-crm-postgres");
		boolean isRoot = "root".equals(System.getProperty("user.name"));
		if (isRoot && new ProcessBuilder("chown", "nobody", data.toString()).start().waitFor() != 0) {
			throw new IOException("chown");
		}
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		Process init = command(data, isRoot, "initdb", "-D", data.toString(), "-U", "rebound", "--auth=trust", "-E",
				"UTF8", "--locale=C.UTF-8", "--no-sync");
		String said = new String(init.getInputStream().readAllBytes());
		if (init.waitFor() != 0) {
			throw new IOException(said);
		}
		Process server = command(data, isRoot, "postgres", "-D", data.toString(), "-p", Integer.toString(port), "-c",
				"listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off");
		BufferedReader log = server.inputReader();
		for (String line = log.readLine(); line == null || !line.contains("ready to accept"); line = log.readLine()) {
			if (line == null) {
				throw new IOException("PostgreSQL did not start");
			}
		}
		Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {
		}));
		return new Postgres(server, data, port);
	}

	private static Process command(Path data, boolean isRoot, String program, String... arguments)
			throws IOException {
		List<String> command = new ArrayList<>();
		if (isRoot) {
			// PostgreSQL refuses to run as root
			command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups"));
		}
		command.add(programs().orElseThrow().resolve(program).toString());
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).directory(data.toFile()).start();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly().waitFor();
		try (Stream<Path> files = Files.walk(data)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
