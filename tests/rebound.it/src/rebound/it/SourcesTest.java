package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.it.LocalHttp.Answer;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;

/** The commands a mailbox is added, tried, read and removed with, beside a real server. */
class SourcesTest {

	private static final String USER = "carla";

	@TempDir
	Path folder;

	private DovecotServer server;
	private LocalHttp provider;

	@BeforeEach
	void start() throws Exception {
		provider = new LocalHttp(this::answer);
		server = DovecotServer.start(provider.address() + "/introspect");
		server.put(USER, "INBOX", "one", SampleMail.bounce(1));
		server.put(USER, "INBOX", "two", SampleMail.bounce(2));
		server.put(USER, "INBOX", "letter", SampleMail.letter(7));
	}

	@AfterEach
	void stop() throws IOException, InterruptedException {
		provider.close();
		if (server != null) {
			server.close();
		}
	}

	@Test
	void fromAddingToRemoving() throws Exception {
		CommandRun added = sources(DovecotServer.PASSWORD, "add", "bounces", "--host", "localhost", "--port",
				Integer.toString(server.imaps), "--user", USER, "--ca-file", server.ca().toString(), "--after",
				"delete", "--password-stdin");
		assertEquals(0, added.exitCode(1), added.all());
		assertFalse(Files.readString(file("bounces.mailbox")).contains(DovecotServer.PASSWORD));
		assertEquals("rw-------",
				PosixFilePermissions.toString(Files.getPosixFilePermissions(file("bounces.secret"))));

		CommandRun listed = sources(null, "list");
		assertTrue(listed.out().contains("bounces") && listed.out().contains("delete"), listed.all());
		CommandRun tested = sources(null, "test", "bounces");
		assertTrue(tested.out().contains("INBOX: 3 mails"), tested.all());

		CommandRun dry = sources(null, "run", "bounces", "--dry-run", "--unrecognised");
		assertEquals(0, dry.exitCode(1), dry.all());
		assertTrue(dry.out().contains("A question about order 7"), dry.all());
		assertTrue(dry.all().contains("Would delete 2 mails"), dry.all());
		assertEquals(0, events());
		assertTrue(sources(null, "test", "bounces").out().contains("INBOX: 3 mails"));

		CommandRun run = sources(null, "run", "--all");
		assertEquals(0, run.exitCode(1), run.all());
		assertTrue(run.all().contains("Deleted 2 mails"), run.all());
		assertEquals(2, events());
		assertTrue(sources(null, "test", "bounces").out().contains("INBOX: 1 mails"));

		Files.setPosixFilePermissions(file("bounces.secret"), PosixFilePermissions.fromString("rw-r--r--"));
		CommandRun exposed = sources(null, "test", "bounces");
		assertEquals(3, exposed.exitCode(1));
		assertTrue(exposed.all().contains("chmod 600"), exposed.all());

		assertEquals(0, sources(null, "remove", "bounces").exitCode(1));
		assertFalse(Files.exists(file("bounces.mailbox")) || Files.exists(file("bounces.secret")));
	}

	@Test
	void accessIsAllowedOnADeviceAndTheClientSecretIsNeverShown() throws Exception {
		CommandRun added = sources("client-secret", "add", "office", "--host", "localhost", "--port",
				Integer.toString(server.imaps), "--user", USER, "--ca-file", server.ca().toString(), "--login",
				"xoauth2", "--oauth-provider", provider.address() + "/metadata", "--client-id", "rebound-test",
				"--client-secret-stdin");
		assertEquals(0, added.exitCode(1), added.all());
		assertTrue(added.all().contains("rebound sources authorise office"), added.all());
		CommandRun early = sources(null, "test", "office");
		assertEquals(3, early.exitCode(1), early.all());
		CommandRun allowed = sources(null, "authorise", "office", "--device");
		assertEquals(0, allowed.exitCode(1), allowed.all());
		assertTrue(allowed.out().contains("ABCD-EFGH"), allowed.all());
		CommandRun tested = sources(null, "test", "office");
		assertTrue(tested.out().contains("INBOX: 3 mails"), tested.all());

		for (CommandRun run : List.of(added, allowed, tested, sources(null, "list"))) {
			assertFalse(run.all().contains("client-secret"), run.all());
		}
		assertFalse(Files.readString(file("office.mailbox")).contains("client-secret"));
		assertEquals("rw-------",
				PosixFilePermissions.toString(Files.getPosixFilePermissions(file("office.client.secret"))));
		assertEquals(0, sources(null, "remove", "office").exitCode(1));
		assertFalse(Files.exists(file("office.client.secret")));
	}

	/** A provider that serves only programs that know their secret. */
	private Answer answer(String path, Map<String, String> form) {
		String base = provider.address();
		return switch (path) {
			case "/metadata" -> new Answer(200, """
					{"authorization_endpoint":"%1$s/authorize","device_authorization_endpoint":"%1$s/device",
					"token_endpoint":"%1$s/token"}""".formatted(base));
			case "/device" -> new Answer(200, """
					{"device_code":"device-1","user_code":"ABCD-EFGH","verification_uri":"%s/go","interval":0,
					"expires_in":60}""".formatted(base));
			case "/token" -> "client-secret".equals(form.get("client_secret"))
					? new Answer(200, "{\"access_token\":\"" + DovecotServer.TOKEN
							+ "\",\"refresh_token\":\"refresh-1\",\"expires_in\":3600}")
					: new Answer(401, "{\"error\":\"invalid_client\"}");
			default -> new Answer(200, DovecotServer.TOKEN.equals(form.get("token"))
					? "{\"active\":true,\"username\":\"" + USER + "\"}"
					: "{\"active\":false}");
		};
	}

	private CommandRun sources(String input, String... args) throws Exception {
		List<String> words = new ArrayList<>(List.of("sources"));
		words.addAll(List.of(args));
		words.addAll(List.of("--sources", folder.resolve("sources").toString()));
		if (args[0].equals("run")) {
			words.addAll(List.of("--database", folder.resolve("database").toString()));
		}
		InputStream before = System.in;
		System.setIn(new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8)));
		try {
			return CommandRun.of(words.toArray(String[]::new));
		} finally {
			System.setIn(before);
		}
	}

	private Path file(String name) {
		return folder.resolve("sources").resolve(name);
	}

	private long events() {
		try (BounceStore store = Services.one(BounceStores.class).open(folder.resolve("database").toString())) {
			return store.events().count(EventFilter.ALL);
		}
	}
}
