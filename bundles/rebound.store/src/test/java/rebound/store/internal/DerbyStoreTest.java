package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;
import rebound.store.Upkeep.Watch;

class DerbyStoreTest extends StoreContract {

	@Override
	String location() {
		return folder.resolve("db").toString();
	}

	@Test
	void secondOpenIsRefused() {
		assertEquals(Code.IN_USE, assertThrows(StoreException.class,
				() -> STORES.open(folder.resolve("db").toString())).code());
	}

	@Test
	void missingDatabaseIsNotFound() {
		String nowhere = folder.resolve("nowhere").toString();
		assertEquals(Code.NOT_FOUND, assertThrows(StoreException.class, () -> STORES.openExisting(nowhere)).code());
	}

	@Test
	void foreignFolderIsRefused() throws Exception {
		Path foreign = Files.createDirectory(folder.resolve("foreign"));
		Files.writeString(foreign.resolve("letter.txt"), "mine");
		assertEquals(Code.BAD_LOCATION,
				assertThrows(StoreException.class, () -> STORES.open(foreign.toString())).code());
	}

	@Test
	void backupOpensAsADatabase() {
		Path backup = folder.resolve("backup");
		store.upkeep().backup(backup, Watch.NONE);
		try (BounceStore copy = STORES.openExisting(backup.toString())) {
			assertEquals(store.events().count(EventFilter.ALL), copy.events().count(EventFilter.ALL));
		}
		Path restored = folder.resolve("restored");
		STORES.restore(backup, restored.toString());
		assertEquals(Code.NOT_EMPTY,
				assertThrows(StoreException.class, () -> STORES.restore(backup, restored.toString())).code());
		assertEquals(Code.NOT_FOUND,
				assertThrows(StoreException.class, () -> STORES.restore(folder, backup.toString() + "2")).code());
		try (BounceStore again = STORES.openExisting(restored.toString())) {
			assertEquals(store.events().count(EventFilter.ALL), again.events().count(EventFilter.ALL));
			assertEquals(List.of(), again.upkeep().check(Watch.NONE));
		}
	}

	@Test
	void noDriverNoDatabase() {
		assertEquals(Code.NO_DRIVER,
				assertThrows(StoreException.class, () -> STORES.open("jdbc:oracle:thin:x")).code());
		assertNull(System.getProperty("derby.system.home"));
		assertTrue(Files.notExists(Path.of("derby.log")));
	}
}
