package rebound.crm.carddav.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.ChangingSource;
import rebound.customers.ChangingSource.State;
import rebound.customers.CrmConnection;
import rebound.customers.CrmConnector;
import rebound.customers.CrmConnector.WriteOrder;
import rebound.customers.CrmConnector.WriteResult;
import rebound.customers.CrmConnector.WriteResult.Outcome;
import rebound.customers.CustomerHandler;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;

/** An address book on a real CardDAV server: Radicale, on loopback. */
class CardDavCustomersTest {

	private static final Path RADICALE = Path.of("/usr/bin/radicale");
	/** Radicale takes long to read its files for the first time, so it is a tenth where time is short. */
	private static final int CONTACTS = Boolean.getBoolean("rebound.long") ? 10_000 : 1_000;
	private static final String AUTHORIZATION = "Basic "
			+ Base64.getEncoder().encodeToString("nora:geheim".getBytes(StandardCharsets.UTF_8));

	@TempDir
	private static Path folder;
	private static Process server;
	private static String url;
	private final CrmConnector source = new CardDavCustomers();

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(RADICALE), "Radicale is not installed: the CardDAV connector is not tested");
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		Files.writeString(folder.resolve("users"), "nora:geheim\n");
		Files.writeString(folder.resolve("config"), """
				[server]
				hosts = 127.0.0.1:%d
				[auth]
				type = htpasswd
				htpasswd_filename = %s
				htpasswd_encryption = plain
				[storage]
				filesystem_folder = %s
				""".formatted(port, folder.resolve("users"), folder.resolve("collections")));
		server = new ProcessBuilder(RADICALE.toString(), "--config", folder.resolve("config").toString())
				.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
		url = "http://127.0.0.1:" + port + "/nora/";
		for (int attempt = 0; !answers(port); attempt++) {
			assertTrue(attempt < 200 && server.isAlive(), Files.readString(folder.resolve("log")));
			Thread.sleep(50);
		}
	}

	private static boolean answers(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		} catch (IOException notYet) {
			return false;
		}
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (server != null) {
			server.destroyForcibly().waitFor();
		}
	}

	@Test
	void readsManyContacts() throws IOException, InterruptedException {
		put("many", card("u0", "Person 0", "p0@many.example", ""));
		Path book = folder.resolve("collections/collection-root/nora/many");
		for (int i = 1; i < CONTACTS; i++) {
			Files.writeString(book.resolve("u" + i + ".vcf"),
					card("u" + i, "Person " + i, "p" + i + "@many.example", ""));
		}
		List<Customer> customers = new ArrayList<>();
		ChangingSource changing = new CardDavCustomers();
		State all = changing.readChanges(file("many"), null, ReadSettings.AUTOMATIC, handler(customers), gone -> {
			throw new AssertionError(gone);
		});
		assertEquals(CONTACTS, customers.size());
		assertEquals(CONTACTS, customers.stream().map(Customer::id).distinct().count());
		assertTrue(customers.getFirst().crmRecordId().startsWith("/nora/many/"));
		for (int i = 1; i <= 3; i++) {
			write("many", false, order(named(customers, "Person " + i), Kind.EMAIL, "p" + i + "@many.example",
					"n" + i + "@many.example"));
		}
		List<Customer> changed = new ArrayList<>();
		assertFalse(changing.readChanges(file("many"), all.token(), ReadSettings.AUTOMATIC, handler(changed), gone -> {
			throw new AssertionError(gone);
		}).isAll());
		assertEquals(List.of("Person 1", "Person 2", "Person 3"),
				changed.stream().map(Customer::displayName).sorted().toList());
	}

	@Test
	void aTokenTellsWhatChangedSince() throws IOException, InterruptedException {
		put("sync", card("s1", "Anna", "anna@a.example", "") + card("s2", "Bert", "bert@b.example", ""));
		Customer bert = named(read("sync"), "Bert");
		try (AddressBook book = new AddressBook(CrmConnection.read(file("sync")))) {
			String token = book.changes("").token();
			assertEquals(List.of(), book.changes(token).responses());
			write("sync", false, order(bert, Kind.EMAIL, "bert@b.example", "bert@new.example"));
			assertEquals(List.of(bert.crmRecordId()),
					book.changes(token).responses().stream().map(MultiStatus.Response::href).toList());
		}
	}

	@Test
	void readsOnlyWhatChanged() throws IOException, InterruptedException {
		put("delta", card("d1", "Anna", "anna@a.example", "") + card("d2", "Bert", "bert@b.example", "")
				+ card("d3", "Cleo", "cleo@c.example", ""));
		List<Customer> all = new ArrayList<>();
		ChangingSource changing = new CardDavCustomers();
		State first = changing.readChanges(file("delta"), null, ReadSettings.AUTOMATIC, handler(all), gone -> {
			throw new AssertionError(gone);
		});
		assertTrue(first.isAll() && all.size() == 3, all.toString());
		Customer bert = named(all, "Bert");
		write("delta", false, order(bert, Kind.EMAIL, "bert@b.example", "bert@new.example"));
		remove(named(all, "Cleo").crmRecordId());
		List<Customer> changed = new ArrayList<>();
		List<String> gone = new ArrayList<>();
		State second = changing.readChanges(file("delta"), first.token(), ReadSettings.AUTOMATIC, handler(changed),
				gone::add);
		assertFalse(second.isAll());
		assertEquals(List.of(List.of("bert@new.example")), changed.stream().map(Customer::emails).toList());
		assertEquals(List.of(named(all, "Cleo").crmRecordId()), gone);
		List<Customer> again = new ArrayList<>();
		assertTrue(changing.readChanges(file("delta"), "http://radicale.org/ns/sync/" + "0".repeat(64),
				ReadSettings.AUTOMATIC, handler(again), gone::add).isAll());
		assertEquals(2, again.size());
	}

	private static void remove(String href) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
			assertEquals(200, client.send(HttpRequest.newBuilder(URI.create(url).resolve(href))
					.header("Authorization", AUTHORIZATION).DELETE().build(), BodyHandlers.discarding()).statusCode());
		}
	}

	@Test
	void writesOnlyWhatIsStillAsItWas() throws IOException, InterruptedException {
		put("write", card("w1", "Åsa Ek", "asa@old.example", "NOTE:likes tea\\, not coffee\r\nPHOTO:data:x\r\n"));
		Customer asa = read("write").getFirst();
		WriteOrder move = order(asa, Kind.EMAIL, "ASA@old.example", "asa@new.example");
		WriteOrder note = order(asa, Kind.NOTE, null, "moved; says the server, in " + "ö".repeat(80));
		assertEquals(List.of(Outcome.WRITTEN, Outcome.WRITTEN), write("write", true, move, note));
		assertEquals(List.of("asa@old.example"), read("write").getFirst().emails());
		assertEquals(List.of(Outcome.WRITTEN, Outcome.WRITTEN), write("write", false, move, note));
		Customer after = read("write").getFirst();
		assertEquals(List.of("asa@new.example"), after.emails());
		assertEquals("Åsa Ek", after.displayName());
		assertTrue(after.other().get("NOTE").startsWith("likes tea, not coffee"), after.other().toString());
		assertTrue(after.other().get("NOTE").contains("moved; says the server"), after.other().toString());
		WriteResult again = source.write(file("write"), List.of(move), false).getFirst();
		assertEquals(Outcome.CONFLICT, again.outcome());
		assertEquals("asa@new.example", again.found());
		WriteOrder back = order(asa, Kind.EMAIL, "asa@new.example", "asa@old.example");
		WriteOrder noNote = order(asa, Kind.NOTE, note.change().newValue(), null);
		assertEquals(List.of(Outcome.WRITTEN, Outcome.WRITTEN), write("write", false, back, noNote));
		assertEquals("likes tea, not coffee", read("write").getFirst().other().get("NOTE"));
	}

	@Test
	void whatOthersWroteSinceTheReadIsNotOverwritten() throws IOException, InterruptedException {
		put("race", card("r1", "Rita", "rita@old.example", ""));
		Customer rita = read("race").getFirst();
		try (AddressBook book = new AddressBook(CrmConnection.read(file("race")))) {
			AddressBook.Card before = book.get(rita.crmRecordId());
			write("race", false, order(rita, Kind.NOTE, null, "first"));
			assertFalse(book.put(rita.crmRecordId(), before.text(), before.etag()));
		}
	}

	@Test
	void whatIsGoneOrForbiddenIsTold() throws IOException, InterruptedException {
		put("gone", card("g1", "Gil", "gil@g.example", ""));
		Customer gil = read("gone").getFirst();
		Customer elsewhere = new Customer("x", null, gil.crmRecordId() + "x", null, null, null, "X", null, null, null,
				null, null, null, null, null, null, null, null, null, List.of(), null, null, null, null, null, null,
				null, null, false, java.util.Map.of());
		assertEquals(List.of(Outcome.MISSING), write("gone", false, order(elsewhere, Kind.NOTE, null, "x")));
		Path wrong = Path.of(file("gone"));
		Files.writeString(folder.resolve("password"), "falsch");
		assertThrows(IOException.class, () -> source.read(wrong.toString(), ReadSettings.AUTOMATIC, handler(null)));
	}

	@Test
	void hostileAnswersAreRefused() throws IOException {
		String bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
				+ "<multistatus xmlns=\"DAV:\"><response><href>&a;</href></response></multistatus>";
		assertThrows(IOException.class,
				() -> MultiStatus.read(new ByteArrayInputStream(bomb.getBytes(StandardCharsets.UTF_8))));
		CrmConnection open = new CrmConnection("carddav", "http://192.0.2.1/book/", "nora", "geheim",
				java.util.Map.of());
		assertThrows(IOException.class, () -> new AddressBook(open).close());
		try (AddressBook book = new AddressBook(CrmConnection.read(file("any")))) {
			assertThrows(IOException.class, () -> book.get("http://192.0.2.1/secret"));
		}
	}

	private static String card(String uid, String name, String email, String more) {
		return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:" + name
				+ ";;;;\r\nEMAIL;TYPE=WORK:"
				+ email + "\r\n" + more + "END:VCARD\r\n";
	}

	private static void put(String book, String cards) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
			int status = client.send(HttpRequest.newBuilder(URI.create(url + book + "/"))
					.timeout(Duration.ofMinutes(2))
					.header("Authorization", AUTHORIZATION).header("Content-Type", "text/vcard; charset=utf-8")
					.PUT(BodyPublishers.ofString(cards)).build(), BodyHandlers.discarding()).statusCode();
			assertEquals(2, status / 100, "HTTP " + status);
		}
	}

	private static String file(String book) throws IOException {
		Path password = folder.resolve("password");
		Files.writeString(password, "geheim\n");
		Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
		Path file = folder.resolve(book + ".crm");
		Files.writeString(file,
				"type = carddav\nurl = " + url + book + "/\nuser = nora\npassword-file = password\n");
		return file.toString();
	}

	private List<Customer> read(String book) throws IOException {
		List<Customer> customers = new ArrayList<>();
		source.read(file(book), ReadSettings.AUTOMATIC, handler(customers));
		return customers;
	}

	private static CustomerHandler handler(List<Customer> customers) {
		return new CustomerHandler() {
			@Override
			public void customer(long row, Customer customer) {
				customers.add(customer);
			}

			@Override
			public void problem(RowProblem problem) {
				throw new AssertionError(problem);
			}
		};
	}

	private static Customer named(List<Customer> customers, String name) {
		return customers.stream().filter(customer -> customer.displayName().equals(name)).findFirst().orElseThrow();
	}

	private List<Outcome> write(String book, boolean dryRun, WriteOrder... orders) throws IOException {
		return source.write(file(book), List.of(orders), dryRun).stream().map(WriteResult::outcome).toList();
	}

	private static WriteOrder order(Customer customer, Kind kind, String old, String value) {
		return new WriteOrder(customer, new CustomerChange("c", "b", customer.id(), kind, old, value, "user", null,
				CustomerChange.State.PENDING, Instant.EPOCH, "nora", null, null));
	}
}
