package rebound.crm.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.crm.tryton.internal.TrytonServer.ChangedMeanwhile;
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
import rebound.model.CustomerChange.State;

/** The parties of a real Tryton server, on loopback. */
class TrytonCustomersTest {

	/** More than one page. */
	private static final int PARTIES = 520;
	private static final String MECHANISM = "party.contact_mechanism";

	@TempDir
	private static Path folder;
	private static Trytond trytond;
	private static TrytonServer server;
	private final CrmConnector source = new TrytonCustomers();

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		assumeTrue(Trytond.isInstalled(), "Tryton is not installed (apt-get install tryton-server"
				+ " tryton-modules-party): its connector is not tested");
		trytond = Trytond.start(folder);
		server = new TrytonServer(CrmConnection.read(file(Trytond.PASSWORD)));
	}

	@AfterAll
	static void stop() {
		if (server != null) {
			server.close();
		}
		if (trytond != null) {
			trytond.close();
		}
	}

	@Test
	void readsPartiesWithAllThatTheModuleHolds() throws IOException {
		server.create("party.party", List.of(Map.of("code", "K-1", "name", "Åsa Ek \"Papper\" & Co",
				"contact_mechanisms", List.of(List.of("create", List.of(
						Map.of("type", "email", "value", "asa@shop.example"),
						Map.of("type", "phone", "value", "+46 8 555 01 02"),
						Map.of("type", "email", "value", "order@bücher.example"),
						Map.of("type", "website", "value", "https://shop.example/")))),
				"addresses", List.of(List.of("create", List.of(
						Map.of("street", "Storgatan 1\nUppg. B", "postal_code", "111 22", "city", "Stockholm")))))));
		Customer asa = named("K-1");
		assertEquals(List.of("asa@shop.example", "order@bücher.example"), asa.emails());
		assertEquals("+46 8 555 01 02", asa.phone());
		assertEquals("Storgatan 1 Uppg. B", asa.street());
		assertEquals("111 22", asa.postalCode());
		assertEquals("Stockholm", asa.city());
		assertEquals("https://shop.example/", asa.website());
		assertTrue(asa.displayName().startsWith("Åsa Ek \"Papper\""), asa.displayName());
	}

	@Test
	void readsPageAfterPage() throws IOException {
		server.create("party.party", IntStream.range(0, PARTIES)
				.mapToObj(i -> party("N-" + i, "n" + i + "@many.example")).toList());
		List<Customer> many = read().stream().filter(customer -> customer.id().startsWith("N-")).toList();
		assertEquals(PARTIES, many.size());
		assertEquals(PARTIES, many.stream().map(Customer::crmRecordId).distinct().count());
	}

	@Test
	void writesOnlyWhatIsStillAsItWas() throws IOException {
		Customer bert = add("B-1", "bert@old.example");
		WriteOrder status = order(bert, Kind.BOUNCE_STATUS, "bert@old.example", "2026-11-05 hard userunknown");
		WriteOrder move = order(bert, Kind.EMAIL, "BERT@old.example", "bert@new.example");
		WriteOrder note = order(bert, Kind.NOTE, null, "left, says \"Kåre\"");
		WriteOrder task = order(bert, Kind.TASK, null, "2026-12-01 call him");
		List<Outcome> allWritten = List.of(Outcome.WRITTEN, Outcome.WRITTEN, Outcome.WRITTEN, Outcome.WRITTEN);
		assertEquals(allWritten, write(true, status, move, note, task));
		assertEquals(List.of("bert@old.example"), named("B-1").emails());
		assertEquals(List.of(), notes(bert));
		assertEquals(allWritten, write(false, status, move, note, task));
		assertEquals(List.of("bert@new.example"), named("B-1").emails());
		assertEquals(List.of("left, says \"Kåre\"", "To do: 2026-12-01 call him"), notes(bert));
		assertEquals("E-mail bounces: 2026-11-05 hard userunknown", mechanism(bert).get("comment"));

		WriteResult again = source.write(file(Trytond.PASSWORD), List.of(move), false).getFirst();
		assertEquals(Outcome.CONFLICT, again.outcome());
		assertEquals("bert@new.example", again.found());

		assertEquals(allWritten, write(false, order(bert, Kind.TASK, task.change().newValue(), null),
				order(bert, Kind.NOTE, note.change().newValue(), null),
				order(bert, Kind.EMAIL, "bert@new.example", "bert@old.example"),
				order(bert, Kind.BOUNCE_STATUS, status.change().newValue(), null)));
		assertEquals(List.of("bert@old.example"), named("B-1").emails());
		assertEquals(List.of(), notes(bert));
		assertEquals("", mechanism(bert).get("comment"));
		assertEquals(List.of(Outcome.CONFLICT), write(false, order(bert, Kind.NOTE, "never written", null)));
	}

	/** The status of an address that is not there any more is a note of the party. */
	@Test
	void statusOfAnAddressThatWasReplacedIsANote() throws IOException {
		Customer cleo = add("C-1", "cleo@new.example");
		WriteOrder status = order(cleo, Kind.BOUNCE_STATUS, "cleo@old.example", "2026-11-05 hard");
		assertEquals(List.of(Outcome.WRITTEN), write(false, status));
		assertEquals(List.of("E-mail bounces: 2026-11-05 hard"), notes(cleo));
		assertEquals(List.of(Outcome.WRITTEN),
				write(false, order(cleo, Kind.BOUNCE_STATUS, status.change().newValue(), null)));
		assertEquals(List.of(), notes(cleo));
	}

	/** SQLite keeps the time of a change in whole seconds, so the next one must come in another second. */
	@Test
	void whatOthersWroteSinceTheReadIsNotOverwritten() throws IOException, InterruptedException {
		Customer rita = add("R-1", "rita@old.example");
		Map<?, ?> before = mechanism(rita);
		Thread.sleep(1_100);
		server.write(MECHANISM, mechanism(rita), Map.of("comment", "prefers letters"));
		assertThrows(ChangedMeanwhile.class,
				() -> server.write(MECHANISM, before, Map.of("value", "rita@new.example")));
		assertEquals("rita@old.example", mechanism(rita).get("value"));
	}

	@Test
	void whatIsGoneOrForbiddenIsTold() throws IOException {
		Customer gil = add("G-1", "gil@g.example");
		for (String key : new String[]{ "999999", "", null, "1 or 1", "9999999999999999999999" }) {
			Customer elsewhere = new Customer(gil.id(), null, key, null, null, null, "X", null, null, null, null, null,
					null, null, null, null, null, null, null, List.of(), null, null, null, null, null, null, null, null,
					false, Map.of());
			assertEquals(List.of(Outcome.MISSING), write(false, order(elsewhere, Kind.NOTE, null, "x")), key);
		}
		String wrong = file("falsch");
		IOException refused = assertThrows(IOException.class,
				() -> source.read(wrong, ReadSettings.AUTOMATIC, handler(new ArrayList<>())));
		assertTrue(refused.getMessage().endsWith("user or password is wrong"), refused.getMessage());
		CrmConnection open = new CrmConnection("tryton", "http://192.0.2.1/crm/", "admin", "geheim", Map.of());
		assertThrows(IOException.class, () -> new TrytonServer(open).close());
		assertThrows(IOException.class, () -> server.create("no.such", List.of()));
	}

	private static Map<String, ?> party(String code, String email) {
		return Map.of("code", code, "name", "Party " + code, "contact_mechanisms",
				List.of(List.of("create", List.of(Map.of("type", "email", "value", email)))));
	}

	private Customer add(String code, String email) throws IOException {
		server.create("party.party", List.of(party(code, email)));
		long id = TrytonServer.id(
				server.searchRead("party.party", List.of(List.of("code", "=", code)), 1, List.of(), List.of())
						.getFirst());
		return new Customer(code, null, Long.toString(id), null, null, null, "Party " + code, null, null, null, null,
				null, null, null, null, null, null, null, null, List.of(email), null, null, null, null, null, null,
				null, null, false, Map.of());
	}

	private static Map<?, ?> mechanism(Customer customer) throws IOException {
		return server.searchRead(MECHANISM,
				List.of(List.of("party", "=", Long.valueOf(customer.crmRecordId()))), 1, List.of("id"),
				List.of("value", "comment", "_timestamp")).getFirst();
	}

	private static List<String> notes(Customer customer) throws IOException {
		return server.searchRead("ir.note",
				List.of(List.of("resource", "=", "party.party," + customer.crmRecordId())), 10, List.of("id"),
				List.of("message")).stream().map(note -> (String) note.get("message")).toList();
	}

	private static String file(String word) throws IOException {
		Path password = folder.resolve(word);
		Files.writeString(password, word + '\n');
		Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
		return Files.writeString(folder.resolve(word + ".crm"),
				"type = tryton\nurl = " + trytond.url() + "\nuser = admin\npassword-file = " + word + '\n').toString();
	}

	private Customer named(String id) throws IOException {
		return read().stream().filter(customer -> customer.id().equals(id)).findFirst().orElseThrow();
	}

	private List<Customer> read() throws IOException {
		List<Customer> customers = new ArrayList<>();
		source.read(file(Trytond.PASSWORD), ReadSettings.AUTOMATIC, handler(customers));
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

	private List<Outcome> write(boolean dryRun, WriteOrder... orders) throws IOException {
		return source.write(file(Trytond.PASSWORD), List.of(orders), dryRun).stream().map(WriteResult::outcome)
				.toList();
	}

	private static WriteOrder order(Customer customer, Kind kind, String old, String value) {
		return new WriteOrder(customer, new CustomerChange("c", "b", customer.id(), kind, old, value, "user", null,
				State.PENDING, Instant.EPOCH, "nora", null, null));
	}
}
