package rebound.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLocationTest {

	private static final SourceLocation QUEUE = new SourceLocation("acme.queue",
			Map.of("url", "https://q.example/?a=1&b=2", "name", "R\u00fcckl\u00e4ufer +1:\n"));

	@TempDir
	Path folder;

	@Test
	void anySettingComesBack() {
		assertTrue(SourceLocation.isOf("acme.queue", QUEUE.toString()));
		assertFalse(SourceLocation.isOf("acme", QUEUE.toString()));
		assertEquals(QUEUE, SourceLocation.parse(QUEUE.toString()));
		assertEquals(Map.of(), SourceLocation.parse("acme:").settings());
		assertThrows(IllegalArgumentException.class, () -> SourceLocation.parse("acme"));
		assertThrows(IllegalArgumentException.class, () -> SourceLocation.parse("acme:a=%zz"));
	}

	@Test
	void placesAreKeptByName() throws IOException {
		SourceFiles files = new SourceFiles(folder.resolve("sources"));
		assertEquals(List.of(), files.names());
		files.write("queue", QUEUE);
		assertEquals(List.of("queue"), files.names());
		assertEquals(QUEUE, files.read("queue"));
		assertThrows(NoSuchFileException.class, () -> files.write("../queue", QUEUE));
		assertTrue(files.remove("queue"));
		assertFalse(files.remove("queue"));
	}
}
