package rebound.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

	@TempDir
	Path folder;

	@Test
	void takesThePlaceOfTheFileBefore() throws IOException {
		Path file = folder.resolve("new/settings");
		WholeFile.write(file, "one\n");
		WholeFile.write(file, "zwei: ä\n");
		assertEquals("zwei: ä\n", Files.readString(file));
		assertEquals(List.of("settings"), names(file.getParent()));
	}

	@Test
	void leavesNothingWhereItCannotWrite() throws IOException {
		Path file = Files.createDirectories(folder.resolve("taken/full")).getParent();
		assertThrows(IOException.class, () -> WholeFile.write(file, "text"));
		assertEquals(List.of("taken"), names(folder));
		assertEquals(List.of("full"), names(file));
	}

	private static List<String> names(Path of) throws IOException {
		try (Stream<Path> all = Files.list(of)) {
			return all.map(path -> path.getFileName().toString()).toList();
		}
	}
}
