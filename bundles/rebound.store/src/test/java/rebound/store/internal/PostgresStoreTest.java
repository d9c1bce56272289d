package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

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
