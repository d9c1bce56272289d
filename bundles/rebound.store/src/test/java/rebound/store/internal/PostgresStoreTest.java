package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rebound.store.BounceStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;
import rebound.store.Upkeep.Watch;

/** Runs where PostgreSQL's server is installed, and says so where it is not. */
class PostgresStoreTest extends StoreContract {

	private PostgresProcess server;

	@Override
	String location() {
		assumeTrue(PostgresProcess.programs().isPresent(), "PostgreSQL's server is not installed");
		try {
			server = PostgresProcess.start();
		} catch (Exception e) {
			throw new AssertionError(e);
		}
		return server.url();
	}

	@AfterAll
	void stop() throws Exception {
		if (server != null) {
			server.close();
		}
	}

	@ParameterizedTest
	@MethodSource("rebound.store.internal.MigrationTest#versions")
	void olderDatabaseKeepsItsRows(int version) throws Exception {
		String url = server.newDatabase("version" + version);
		Database.Connector connector = () -> DriverManager.getConnection(url);
		Fixture.make(connector, new PostgresDialect(), version);
		Map<String, List<Map<String, Object>>> before = Fixture.rows(connector, new PostgresDialect());
		try (BounceStore older = STORES.openExisting(url)) {
			MigrationTest.assertIsWhole(older);
		}
		MigrationTest.assertHolds(before, Fixture.rows(connector, new PostgresDialect()));
	}

	@Test
	void movedThereAndBackEachTableIsTheSame() throws Exception {
		Path here = Files.createDirectories(folder.resolve("here"));
		Path back = folder.resolve("back");
		Fixture.make(MigrationTest.derby(here), new DerbyDialect(), Migrations.NEWEST);
		MigrationTest.shutDown(here);
		String there = server.newDatabase("moved");
		copy(here.toString(), there);
		copy(there, back.toString());
		Map<String, List<Map<String, Object>>> before = Fixture.rows(MigrationTest.derby(here), new DerbyDialect());
		assertEquals(SqlUpkeep.TABLES.size(), before.size());
		assertEquals(before, Fixture.rows(() -> DriverManager.getConnection(there), new PostgresDialect()));
		assertEquals(before, Fixture.rows(MigrationTest.derby(back), new DerbyDialect()));
		MigrationTest.shutDown(here);
		MigrationTest.shutDown(back);
	}

	private static void copy(String from, String to) {
		try (BounceStore source = STORES.openExisting(from); BounceStore target = STORES.open(to)) {
			source.upkeep().copyTo(target, Watch.NONE);
			assertEquals(List.of(), target.upkeep().check(Watch.NONE));
		}
	}

	@Test
	void missingDatabaseIsNotFound() {
		String url = server.url().replace("/postgres?", "/nowhere?");
		assertEquals(Code.NOT_FOUND, assertThrows(StoreException.class, () -> STORES.open(url)).code());
	}

	@Test
	void silentServerIsUnreachable() {
		assertEquals(Code.UNREACHABLE,
				assertThrows(StoreException.class, () -> STORES.open("jdbc:postgresql://127.0.0.1:1/x")).code());
	}
}
