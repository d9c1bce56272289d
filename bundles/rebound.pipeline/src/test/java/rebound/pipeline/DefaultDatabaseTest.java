package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class DefaultDatabaseTest {

	@Test
	void eachSystemHasItsCustom() {
		assertEquals(Path.of("/home/anna/.local/share/rebound/database"),
				DefaultDatabase.folder("Linux", "/home/anna", Map.of()));
		assertEquals(Path.of("/data/rebound/database"),
				DefaultDatabase.folder("Linux", "/home/anna", Map.of("XDG_DATA_HOME", "/data")));
		assertEquals(Path.of("/home/anna/.local/share/rebound/database"),
				DefaultDatabase.folder("FreeBSD", "/home/anna", Map.of("XDG_DATA_HOME", "relative")));
		assertEquals(Path.of("/Users/anna/Library/Application Support/Rebound/database"),
				DefaultDatabase.folder("Mac OS X", "/Users/anna", Map.of()));
		assertEquals(Path.of("local/Rebound/database"),
				DefaultDatabase.folder("Windows 11", "anna", Map.of("LOCALAPPDATA", "local")));
		assertEquals(Path.of("anna/AppData/Local/Rebound/database"),
				DefaultDatabase.folder("Windows 11", "anna", Map.of()));
	}

	@Test
	void aChosenFolderGoesBeforeAllCustoms() {
		for (String system : List.of("Linux", "Windows 11", "Mac OS X")) {
			assertEquals(Path.of("/stick/rebound/data/database"), DefaultDatabase.folder(system, "/home/anna",
					Map.of("REBOUND_DATA", "/stick/rebound/data", "XDG_DATA_HOME", "/data", "LOCALAPPDATA", "/local")));
		}
		assertEquals(Path.of("/home/anna/.local/share/rebound/database"),
				DefaultDatabase.folder("Linux", "/home/anna", Map.of("REBOUND_DATA", "relative")));
	}
}
