package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rebound.model.AddressKey;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.Upkeep.Watch;

/** A database of each version opens with all that was in it. */
class MigrationTest {

	@TempDir
	private Path folder;

	static IntStream versions() {
		return IntStream.rangeClosed(1, Migrations.NEWEST);
	}

	@ParameterizedTest
	@MethodSource("versions")
	void olderDatabaseKeepsItsRows(int version) throws Exception {
		Path database = Files.createDirectories(folder.resolve("db"));
		Database.Connector connector = derby(database);
		Fixture.make(connector, new DerbyDialect(), version);
		Map<String, List<Map<String, Object>>> before = Fixture.rows(connector, new DerbyDialect());
		shutDown(database);
		try (BounceStore store = new SqlBounceStores().openExisting(database.toString())) {
			assertIsWhole(store);
		}
		assertHolds(before, Fixture.rows(connector, new DerbyDialect()));
		shutDown(database);
		assertEquals(version < Migrations.NEWEST ? List.of("db", "db-schema-" + version) : List.of("db"), folders());
		if (version < Migrations.NEWEST) {
			Path kept = folder.resolve("db-schema-" + version);
			assertEquals(before, Fixture.rows(derby(kept), new DerbyDialect()));
			shutDown(kept);
		}
	}

	private List<String> folders() throws IOException {
		try (Stream<Path> found = Files.list(folder)) {
			return found.map(each -> each.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void fixturesFillEachTable() throws Exception {
		Path database = Files.createDirectories(folder.resolve("db"));
		Fixture.make(derby(database), new DerbyDialect(), Migrations.NEWEST);
		Map<String, List<Map<String, Object>>> rows = Fixture.rows(derby(database), new DerbyDialect());
		shutDown(database);
		assertEquals(SqlUpkeep.TABLES.stream().sorted().toList(), List.copyOf(rows.keySet()));
		rows.forEach((table, of) -> assertFalse(of.isEmpty(), table));
	}

	/** Words of customers are kept in another way since version 7. */
	private static final String WORDS = "customer_word";
	private static final String WORDS_IN_A_LINE = "search";

	/** Each row is there with the values it had; columns and tables may have been added. */
	static void assertHolds(Map<String, List<Map<String, Object>>> before,
			Map<String, List<Map<String, Object>>> after) {
		before.forEach((table, rows) -> {
			if (table.equals(WORDS)) {
				return;
			}
			for (Map<String, Object> row : rows) {
				Map<String, Object> wanted = new TreeMap<>(row);
				wanted.remove(WORDS_IN_A_LINE);
				assertTrue(after.get(table).stream().anyMatch(now -> now.entrySet().containsAll(wanted.entrySet())),
						table + " " + row + " is not among " + after.get(table));
			}
		});
	}

	static void assertIsWhole(BounceStore store) {
		for (Sort sort : Sort.values()) {
			for (boolean ascending : new boolean[]{ true, false }) {
				assertEquals(2, store.events().page(EventFilter.ALL.sortedBy(sort, ascending)).events().size());
			}
		}
		assertEquals("Anna has left.", store.events().ofAddress(AddressKey.of("anna@domain.example")).getFirst()
				.autoReply().sentence());
		for (String text : new String[]{ "muller", "domain.ex", "main" }) {
			assertEquals("1", store.customers().search(text, 5).getFirst().id(), text);
		}
		assertEquals(1, store.campaigns().list().getFirst().hard());
		assertEquals(List.of(), store.upkeep().check(Watch.NONE));
	}

	static Database.Connector derby(Path database) {
		DerbyFolder.tune();
		return () -> DriverManager.getConnection("jdbc:derby:" + database.resolve("derby") + ";create=true");
	}

	static void shutDown(Path database) {
		assertThrows(SQLException.class,
				() -> DriverManager.getConnection("jdbc:derby:" + database.resolve("derby") + ";shutdown=true"));
	}
}
