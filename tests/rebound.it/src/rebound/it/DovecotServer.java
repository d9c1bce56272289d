package rebound.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import rebound.source.AfterReading;
import rebound.source.MailboxSettings;
import rebound.source.MailboxSettings.Login;
import rebound.source.MailboxSettings.Security;

/** A Dovecot of its own on loopback, from the operating system's packages, with a certificate authority of its own. */
final class DovecotServer implements AutoCloseable {

	static final String PASSWORD = "correct-horse";
	static final String TOKEN = "good-token";

	private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

	private final Path folder;
	private final Certificates certificates;
	final int imap;
	final int imaps;
	final int pop3;
	final int pop3s;
	private final String tokenInfo;
	private Process process;

	private DovecotServer(Path folder, String tokenInfo) throws IOException, InterruptedException {
		this.folder = folder;
		this.tokenInfo = tokenInfo;
		this.certificates = Certificates.once();
		List<Integer> ports = freePorts(4);
		imap = ports.get(0);
		imaps = ports.get(1);
		pop3 = ports.get(2);
		pop3s = ports.get(3);
	}

	/** Starts a server; a machine without Dovecot skips the test and says so. */
	static DovecotServer start() throws IOException, InterruptedException {
		return start(null);
	}

	/** @param tokenInfo where access tokens are checked (RFC 7662), or {@code null} */
	static DovecotServer start(String tokenInfo) throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(PROGRAM) && Files.exists(Path.of("/usr/lib/dovecot/imap-login"))
				&& Files.exists(Path.of("/usr/lib/dovecot/pop3-login")),
				"Dovecot is not installed: packages dovecot-imapd and dovecot-pop3d");
		Path folder = Files.createTempDirectory("rebound-dovecot");
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		DovecotServer server = new DovecotServer(folder, tokenInfo);
		server.startAgain();
		return server;
	}

	/** @return certificates to trust */
	Path ca() {
		return certificates.ca();
	}

	Path folder() {
		return folder;
	}

	/** @return settings for a protected connection that nothing is wrong with */
	MailboxSettings settings(String user) {
		return settings(user, "imap", Security.TLS, "localhost", imaps);
	}

	MailboxSettings settings(String user, String protocol, Security security, String host, int port) {
		return new MailboxSettings(user, protocol, security, host, port, user, Login.PASSWORD, List.of("INBOX"),
				AfterReading.LEAVE, ca(), Duration.ofSeconds(20), null);
	}

	void startAgain() throws IOException, InterruptedException {
		Path config = Files.writeString(folder.resolve("dovecot.conf"), config());
		process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", config.toString())
				.redirectErrorStream(true).redirectOutput(folder.resolve("start.log").toFile()).start();
		for (int i = 0; i < 100 && !answers(pop3s); i++) {
			if (!process.isAlive()) {
				throw new IOException("Dovecot did not start: " + Files.readString(folder.resolve("start.log"))
						+ (Files.exists(folder.resolve("dovecot.log"))
								? Files.readString(folder.resolve("dovecot.log"))
								: ""));
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	/** Ends the server at once. */
	void stop() throws InterruptedException {
		List<ProcessHandle> all = process.descendants().toList();
		process.destroy();
		process.waitFor(5, TimeUnit.SECONDS);
		all.forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		stop();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	/** Puts a mail into a folder, as a delivery to a Maildir does. */
	void put(String user, String mailFolder, String name, byte[] mail) throws IOException {
		Path maildir = maildir(user, mailFolder);
		for (String part : List.of("tmp", "new", "cur")) {
			if (!Files.isDirectory(maildir.resolve(part))) {
				Files.createDirectories(maildir.resolve(part));
				open(maildir.resolve(part));
			}
		}
		for (Path up = maildir; up.startsWith(folder.resolve("mail")); up = up.getParent()) {
			open(up);
		}
		Path tmp = Files.write(maildir.resolve("tmp").resolve(name), mail);
		Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rw-rw-rw-"));
		Files.move(tmp, maildir.resolve("new").resolve(name));
	}

	Path maildir(String user, String mailFolder) {
		Path inbox = folder.resolve("mail").resolve(user).resolve("Maildir");
		return mailFolder.equals("INBOX") ? inbox : inbox.resolve("." + mailFolder);
	}

	/** Has the server's own delivery agent deliver a mail. */
	void deliver(String user, byte[] mail) throws IOException, InterruptedException {
		deliver(user, "INBOX", mail);
	}

	void deliver(String user, String mailFolder, byte[] mail) throws IOException, InterruptedException {
		Process agent = new ProcessBuilder("/usr/lib/dovecot/dovecot-lda", "-c",
				folder.resolve("dovecot.conf").toString(), "-d", user, "-m", mailFolder).redirectErrorStream(true)
				.start();
		try (OutputStream in = agent.getOutputStream()) {
			in.write(mail);
		}
		String said = new String(agent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (agent.waitFor() != 0) {
			throw new IOException(said);
		}
	}

	/** Runs doveadm, which works on the mailbox as another program of the user would. */
	String doveadm(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of("/usr/bin/doveadm", "-c", folder.resolve("dovecot.conf").toString()));
		command.addAll(List.of(arguments));
		Process doveadm = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (BufferedReader out = doveadm.inputReader()) {
			String said = String.join("\n", out.lines().toList());
			if (doveadm.waitFor() != 0) {
				throw new IOException(String.join(" ", command) + ": " + said);
			}
			return said;
		}
	}

	private String config() throws IOException {
		Path mail = Files.createDirectories(folder.resolve("mail"));
		open(mail);
		String me = System.getProperty("user.name");
		boolean isRoot = me.equals("root");
		String oauth = "";
		if (tokenInfo != null) {
			Path settings = Files.writeString(folder.resolve("oauth2.conf"), """
					introspection_url = %s
					introspection_mode = post
					active_attribute = active
					active_value = true
					username_attribute = username
					""".formatted(tokenInfo));
			oauth = "passdb {\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = " + settings + "\n}\n";
		}
		return """
				base_dir = %1$s/run
				log_path = %1$s/dovecot.log
				protocols = imap pop3
				listen = 127.0.0.1, 127.0.0.2
				ssl = required
				ssl_cert = <%2$s
				ssl_key = <%3$s
				local 127.0.0.2 {
				 ssl_cert = <%4$s
				 ssl_key = <%5$s
				}
				auth_mechanisms = plain login%13$s
				default_internal_user = %6$s
				default_internal_group = %7$s
				default_login_user = %8$s
				mail_location = maildir:~/Maildir
				auth_failure_delay = 0
				maildir_stat_dirs = no
				mail_max_userip_connections = 100
				first_valid_uid = 1
				default_client_limit = 500
				default_process_limit = 100
				service imap-login {
				 chroot =
				 inet_listener imap {
				  port = %9$d
				 }
				 inet_listener imaps {
				  port = %10$d
				  ssl = yes
				 }
				}
				service pop3-login {
				 chroot =
				 inet_listener pop3 {
				  port = %11$d
				 }
				 inet_listener pop3s {
				  port = %12$d
				  ssl = yes
				 }
				}
				service anvil {
				 chroot =
				 unix_listener anvil-auth-penalty {
				  mode = 0
				 }
				}
				service stats {
				 chroot =
				}
				passdb {
				 driver = static
				 mechanisms = plain login
				 args = password=%14$s
				}
				%15$suserdb {
				 driver = static
				 args = allow_all_users=yes uid=%16$s gid=%17$s home=%1$s/mail/%%u
				}
				namespace inbox {
				 inbox = yes
				 separator = .
				}
				""".formatted(folder, certificates.good(), certificates.goodKey(), certificates.expired(),
				certificates.expiredKey(), isRoot ? "dovecot" : me, isRoot ? "dovecot" : group(),
				isRoot ? "dovenull" : me, imap, imaps, pop3, pop3s, tokenInfo == null ? "" : " xoauth2 oauthbearer",
				PASSWORD, oauth, isRoot ? "nobody" : me, isRoot ? "nogroup" : group());
	}

	private String group() throws IOException {
		return Files.readAttributes(folder, java.nio.file.attribute.PosixFileAttributes.class).group().getName();
	}

	private static void open(Path directory) throws IOException {
		Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
	}

	private static boolean answers(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
			return true;
		} catch (IOException notYet) {
			return false;
		}
	}

	private static List<Integer> freePorts(int count) throws IOException {
		List<ServerSocket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
			}
			return sockets.stream().map(ServerSocket::getLocalPort).toList();
		} finally {
			for (ServerSocket socket : sockets) {
				socket.close();
			}
		}
	}

	/** A certificate authority, and certificates of it: a good one and one that is expired. */
	record Certificates(Path ca, Path good, Path goodKey, Path expired, Path expiredKey) {

		private static Certificates made;

		/** Making keys takes longer than starting a server, so all servers have the same. */
		static synchronized Certificates once() throws IOException, InterruptedException {
			if (made == null) {
				Path folder = Files.createTempDirectory("rebound-certificates");
				folder.toFile().deleteOnExit();
				made = make(folder);
				for (Path file : List.of(folder.resolve("keys.p12"), made.ca, made.good, made.goodKey, made.expired,
						made.expiredKey)) {
					file.toFile().deleteOnExit();
				}
			}
			return made;
		}

		private static Certificates make(Path folder) throws IOException, InterruptedException {
			Path store = folder.resolve("keys.p12");
			keytool(store, "ca", "-ext", "bc:c", "-dname", "CN=Rebound Test CA", "-validity", "100");
			keytool(store, "good", "-signer", "ca", "-ext", "san=dns:localhost", "-dname", "CN=localhost", "-validity",
					"50");
			keytool(store, "expired", "-signer", "ca", "-ext", "san=ip:127.0.0.2", "-dname", "CN=old", "-startdate",
					"-20d", "-validity", "5");
			return new Certificates(Pem.certificate(store, "ca"), Pem.certificate(store, "good"),
					Pem.key(store, "good"), Pem.certificate(store, "expired"), Pem.key(store, "expired"));
		}

		private static void keytool(Path store, String alias, String... rest) throws IOException, InterruptedException {
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg",
					"EC", "-groupname", "secp256r1", "-storetype", "PKCS12", "-keystore", store.toString(),
					"-storepass", Pem.STORE_PASSWORD, "-alias", alias));
			command.addAll(List.of(rest));
			Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
			try (InputStream out = keytool.getInputStream()) {
				String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
				if (keytool.waitFor() != 0) {
					throw new IOException(said);
				}
			}
		}
	}
}
