package rebound.store.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of its own on loopback, from the operating system's packages. */
final class PostgresProcess implements AutoCloseable {

	private final Path programs;
	private final Path data;
	private final int port;
	private Process process;

	private PostgresProcess(Path programs, Path data, int port) {
		this.programs = programs;
		this.data = data;
		this.port = port;
	}

	/** @return whether a server can be started here */
	static Optional<Path> programs() {
		try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
			return versions.map(version -> version.resolve("bin"))
					.filter(bin -> Files.isExecutable(bin.resolve("initdb")))
					.max(Comparator.comparing(bin -> Integer.parseInt(bin.getParent().getFileName().toString())));
		} catch (IOException | NumberFormatException notInstalled) {
			return Optional.empty();
		}
	}

	/** Makes a server with an empty database and starts it. */
	static PostgresProcess start() throws IOException, InterruptedException {
		Path data = Files.createTempDirectory("rebound-postgres");
		if (isRoot()) {
			run(List.of("chown", "nobody", data.toString()));
		}
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			PostgresProcess server = new PostgresProcess(programs().orElseThrow(), data, socket.getLocalPort());
			run(server.command("initdb", "-D", data.toString(), "-U", "rebound", "--auth=trust", "-E", "UTF8",
					"--locale=C.UTF-8", "--no-sync"));
			socket.close();
			server.startAgain();
			return server;
		}
	}

	void startAgain() throws IOException {
		process = new ProcessBuilder(command("postgres", "-D", data.toString(), "-p", Integer.toString(port), "-c",
				"listen_addresses=127.0.0.1", "-c", "unix_socket_directories=")).redirectErrorStream(true)
				.directory(data.toFile()).start();
		BufferedReader log = process.inputReader();
		StringBuilder said = new StringBuilder();
		for (String line = log.readLine(); line == null || !line.contains("ready to accept connections"); line = log
				.readLine()) {
			if (line == null) {
				throw new IOException("PostgreSQL did not start: " + said);
			}
			said.append(line).append('\n');
		}
		InputStream rest = process.getInputStream();
		Thread.ofVirtual().start(() -> {
			try (rest) {
				rest.transferTo(OutputStream.nullOutputStream());
			} catch (IOException closed) {
				// the server has ended
			}
		});
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=rebound";
	}

	/** Makes a database of its own on the server; @return its URL */
	String newDatabase(String name) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url());
				Statement statement = connection.createStatement()) {
			statement.executeUpdate("CREATE DATABASE " + name);
		}
		return url().replace("/postgres?", "/" + name + "?");
	}

	/** Ends the server at once, as a power cut would. */
	void kill() throws InterruptedException {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		kill();
		DerbyFolder.deleteTree(data);
	}

	/** PostgreSQL refuses to run as root. */
	private List<String> command(String program, String... arguments) {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups"));
		}
		command.add(programs.resolve(program).toString());
		command.addAll(List.of(arguments));
		return command;
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private static void run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException(String.join(" ", command) + ": " + said);
		}
	}
}
