package rebound.crm.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/** Customers in a real PostgreSQL database, and in Derby. */
class JdbcCustomersTest {

	private static final String TABLE = "table = kunden\nmap.umsatz = customer_value\nmap.kundennr = customer_id\n"
			+ "map.mail = email\nmap.seit = customer_since\nmap.bemerkung = other\n";
	private static final String WRITE = "write.table = kunden\nwrite.id = kundennr\nwrite.email = mail\n"
			+ "write.note = bemerkung\n";

	private static Postgres postgres;
	@TempDir
	private Path folder;
	private final CrmConnector source = new JdbcCustomers(new JdbcDrivers(List.of()));

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		assumeTrue(Postgres.programs().isPresent(), "PostgreSQL is not installed: its connector is not tested");
		postgres = Postgres.start();
	}

	@AfterAll
	static void stop() throws IOException, InterruptedException {
		if (postgres != null) {
			postgres.close();
		}
	}

	@BeforeEach
	void fill() throws SQLException {
		sql("DROP TABLE IF EXISTS kunden",
				"CREATE TABLE kunden (kundennr INT PRIMARY KEY, vorname TEXT, nachname TEXT, "
						+ "firma TEXT, mail TEXT, umsatz NUMERIC(10,2), seit DATE, bemerkung TEXT)",
				"INSERT INTO kunden VALUES (1, 'Anna', 'Berg', 'Acme', 'anna@old.example', 1250.50, '2019-04-01', NULL), "
						+ "(2, 'Bert', 'Dahl', NULL, NULL, NULL, NULL, 'regular')");
	}

	@Test
	void readsATableByItsColumnNames() throws IOException {
		List<Customer> customers = read(TABLE);
		assertEquals(List.of("1", "2"), customers.stream().map(Customer::id).toList());
		Customer anna = customers.getFirst();
		assertEquals("Anna Berg", anna.displayName());
		assertEquals("Acme", anna.company());
		assertEquals(1250.5, anna.value());
		assertEquals(LocalDate.of(2019, 4, 1), anna.since());
		assertEquals(List.of("anna@old.example"), anna.emails());
	}

	@Test
	void readsAQueryAndNothingElse() throws IOException, SQLException {
		assertEquals(1,
				read("query = SELECT kundennr AS customer_id, mail AS email FROM kunden WHERE mail IS NOT NULL\n")
						.size());
		assertThrows(IOException.class,
				() -> read("query = DELETE FROM kunden RETURNING kundennr AS customer_id, mail AS email\n"));
		assertThrows(IOException.class, () -> read("table = kunden; DROP TABLE kunden\n"));
		assertThrows(IOException.class, () -> read("table = kunden\nquery = SELECT 1\n"));
		assertEquals("2", value("SELECT COUNT(*) FROM kunden"));
	}

	@Test
	void readsManyRows() throws IOException, SQLException {
		sql("INSERT INTO kunden SELECT n, 'V' || n, 'N' || n, 'F', 'p' || n || '@many.example', 1, '2020-01-01', NULL "
				+ "FROM generate_series(10, 20009) n");
		int[] count = { 0 };
		source.read(file(TABLE), ReadSettings.AUTOMATIC, handler(customer -> count[0]++));
		assertEquals(20_002, count[0]);
	}

	@Test
	void writesOnlyWhatIsStillAsItWas() throws IOException, SQLException {
		String file = file(TABLE + WRITE);
		WriteOrder move = order("1", Kind.EMAIL, "Anna@old.example", "anna@new.example");
		WriteOrder note = order("2", Kind.NOTE, null, "left'; DROP TABLE kunden; --");
		List<Outcome> both = List.of(Outcome.WRITTEN, Outcome.WRITTEN);
		assertEquals(both, outcomes(source.write(file, List.of(move, note), true)));
		assertEquals("anna@old.example", value("SELECT mail FROM kunden WHERE kundennr = 1"));
		assertEquals(both, outcomes(source.write(file, List.of(move, note), false)));
		assertEquals("anna@new.example", value("SELECT mail FROM kunden WHERE kundennr = 1"));
		assertEquals("regular\nleft'; DROP TABLE kunden; --", value("SELECT bemerkung FROM kunden WHERE kundennr = 2"));
		WriteResult again = source.write(file, List.of(move), false).getFirst();
		assertEquals(Outcome.CONFLICT, again.outcome());
		assertEquals("anna@new.example", again.found());
		WriteOrder back = order("1", Kind.EMAIL, "anna@new.example", "anna@old.example");
		WriteOrder noNote = order("2", Kind.NOTE, "left'; DROP TABLE kunden; --", null);
		assertEquals(both, outcomes(source.write(file, List.of(back, noNote), false)));
		assertEquals("regular", value("SELECT bemerkung FROM kunden WHERE kundennr = 2"));
		assertEquals("anna@old.example", value("SELECT mail FROM kunden WHERE kundennr = 1"));
	}

	@Test
	void whatHasNoPlaceOrNoRowIsTold() throws IOException {
		List<WriteOrder> orders = List.of(order("99", Kind.NOTE, null, "x"), order("x", Kind.NOTE, null, "x"),
				order("2", Kind.EMAIL, "bert@b.example", "new@b.example"), order("1", Kind.TASK, null, "x"));
		assertEquals(List.of(Outcome.MISSING, Outcome.MISSING, Outcome.CONFLICT, Outcome.UNSUPPORTED),
				outcomes(source.write(file(TABLE + WRITE), orders, false)));
		assertThrows(IOException.class, () -> source.write(file(TABLE), List.of(), false));
	}

	@Test
	void readsDerbyToo() throws IOException, SQLException {
		String url = "jdbc:derby:memory:crm";
		try (Connection connection = DriverManager.getConnection(url + ";create=true");
				Statement statement = connection.createStatement()) {
			statement.executeUpdate("CREATE TABLE person (customer_id INT, name VARCHAR(50), email VARCHAR(50))");
			statement.executeUpdate("INSERT INTO person VALUES (7, 'Carl', 'carl@c.example')");
		}
		Path file = folder.resolve("derby.crm");
		Files.writeString(file, "type = jdbc\nurl = " + url + "\ntable = PERSON\nwrite.table = PERSON\n"
				+ "write.id = CUSTOMER_ID\nwrite.email = EMAIL\n");
		List<Customer> customers = new ArrayList<>();
		source.read(file.toString(), ReadSettings.AUTOMATIC, handler(customers::add));
		assertEquals("Carl", customers.getFirst().displayName());
		WriteOrder move = new WriteOrder(customers.getFirst(),
				change("7", Kind.EMAIL, "carl@c.example", "carl@new.example"));
		assertEquals(List.of(Outcome.WRITTEN), outcomes(source.write(file.toString(), List.of(move), false)));
	}

	@Test
	void takesOnlyConnectionFilesOfItsOwn() throws IOException {
		assertTrue(source.accepts(file(TABLE)));
		Path other = folder.resolve("other.crm");
		Files.writeString(other, "type = carddav\nurl = x\n");
		assertFalse(source.accepts(other.toString()));
		assertFalse(source.accepts("customers.csv"));
		assertFalse(source.accepts(folder.resolve("none.crm").toString()));
		assertThrows(IOException.class, () -> read("password = secret\n" + TABLE));
	}

	private List<Customer> read(String settings) throws IOException {
		List<Customer> customers = new ArrayList<>();
		source.read(file(settings), ReadSettings.AUTOMATIC, handler(customers::add));
		return customers;
	}

	private String file(String settings) throws IOException {
		Path file = folder.resolve("kunden.crm");
		Files.writeString(file, "type = jdbc\nurl = " + postgres.url + "\nuser = rebound\n" + settings);
		return file.toString();
	}

	private static CustomerHandler handler(Consumer<Customer> consumer) {
		return new CustomerHandler() {
			@Override
			public void customer(long row, Customer customer) {
				consumer.accept(customer);
			}

			@Override
			public void problem(RowProblem problem) {
				throw new AssertionError(problem);
			}
		};
	}

	private static WriteOrder order(String id, Kind kind, String old, String value) {
		Customer customer = new Customer(id, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, List.of(), null, null, null, null, null, null, null, null, false,
				java.util.Map.of());
		return new WriteOrder(customer, change(id, kind, old, value));
	}

	private static CustomerChange change(String id, Kind kind, String old, String value) {
		return new CustomerChange("c", "b", id, kind, old, value, "user", null, State.PENDING, Instant.EPOCH, "nora",
				null, null);
	}

	private static List<Outcome> outcomes(List<WriteResult> results) {
		return results.stream().map(WriteResult::outcome).toList();
	}

	private static void sql(String... statements) throws SQLException {
		try (Connection connection = DriverManager.getConnection(postgres.url, "rebound", "");
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.executeUpdate(sql);
			}
		}
	}

	private static String value(String query) throws SQLException {
		try (Connection connection = DriverManager.getConnection(postgres.url, "rebound", "");
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
	}
}
