package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.AddressKey;
import rebound.model.Campaign;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** What the server lets readers, operators and administrators do. */
class PostgresRolesTest {

	private static final BounceStores STORES = new SqlBounceStores();
	private static final Instant NOW = Instant.EPOCH;

	@TempDir
	Path folder;

	@Test
	void eachRoleMayDoItsWorkAndNoMore() throws Exception {
		assumeTrue(PostgresProcess.programs().isPresent(), "PostgreSQL's server is not installed");
		try (PostgresProcess server = PostgresProcess.start()) {
			String owner = server.newDatabase("roles");
			try (BounceStore store = STORES.open(owner)) {
				List<String> roles = store.upkeep().createRoles();
				assertEquals(roles, store.upkeep().createRoles());
				assertEquals(List.of("rebound_reader", "rebound_operator", "rebound_administrator"), roles);
			}
			try (Connection connection = DriverManager.getConnection(owner);
					Statement statement = connection.createStatement()) {
				for (String user : List.of("reader", "operator", "administrator")) {
					statement.executeUpdate("CREATE USER " + user + " IN ROLE rebound_" + user);
				}
			}
			try (BounceStore reader = STORES.openExisting(owner.replace("user=rebound", "user=reader"))) {
				assertEquals(0, reader.events().count(EventFilter.ALL));
				assertRefused(() -> reader.campaigns().save(List.of(campaign())));
			}
			try (BounceStore operator = STORES.openExisting(owner.replace("user=rebound", "user=operator"))) {
				operator.campaigns().save(List.of(campaign()));
				assertEquals(1, operator.campaigns().list().size());
				operator.policies().keep("v1", "settings", NOW);
				assertRefused(() -> operator.policies().choose("v1", "settings", "v0", "operator", NOW));
				assertRefused(() -> operator.privacy().erase(AddressKey.of("anna@acme.example"), NOW));
			}
			String url = owner.replace("user=rebound", "user=administrator");
			try (BounceStore administrator = STORES.openExisting(url)) {
				administrator.policies().choose("v1", "settings", "v0", "administrator", NOW);
				assertDoesNotThrow(() -> administrator.privacy().erase(AddressKey.of("anna@acme.example"), NOW));
			}
			try (Connection connection = DriverManager.getConnection(url);
					Statement statement = connection.createStatement()) {
				assertEquals("42501", assertThrows(SQLException.class,
						() -> statement.executeUpdate("DELETE FROM rebound.decision")).getSQLState());
			}
		}
	}

	@Test
	void anEmbeddedDatabaseHasNoRoles() {
		try (BounceStore store = STORES.open(folder.resolve("database").toString())) {
			assertEquals(Code.BAD_LOCATION,
					assertThrows(StoreException.class, () -> store.upkeep().createRoles()).code());
		}
	}

	private static Campaign campaign() {
		return new Campaign("november", "November", null, null, NOW, 0, Campaign.Origin.CREATED, Campaign.Halt.NONE);
	}

	private static void assertRefused(Executable work) {
		assertEquals(Code.NO_ACCESS, assertThrows(StoreException.class, work).code());
	}
}
