package rebound.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadProfilesTest {

	@TempDir
	private Path folder;

	@Test
	void whatIsSavedIsReadAgain() throws IOException {
		ReadProfiles profiles = new ReadProfiles(folder.resolve("new"));
		ReadSettings settings = new ReadSettings("odoo",
				Map.of("Größe = Straße: 1", CustomerField.STREET, "E-Mail", CustomerField.EMAIL), ';',
				StandardCharsets.ISO_8859_1);
		profiles.save("my-shop", settings);
		assertEquals(Optional.of(settings), profiles.load("my-shop"));
		profiles.save("my-shop", ReadSettings.AUTOMATIC);
		assertEquals(Optional.of(ReadSettings.AUTOMATIC), profiles.load("my-shop"));
		assertEquals(Optional.empty(), profiles.load("other"));
		profiles.save("a-shop", settings);
		Files.writeString(folder.resolve("new/No Name.properties"), "");
		assertEquals(List.of("a-shop", "my-shop"), profiles.names());
		assertEquals(List.of(), new ReadProfiles(folder.resolve("nowhere")).names());
	}

	@Test
	void aBrokenProfileIsTold() throws IOException {
		Files.writeString(folder.resolve("broken.properties"), "column.A = no such field\n");
		assertThrows(IOException.class, () -> new ReadProfiles(folder).load("broken"));
	}

	@Test
	void namesStayInTheFolder() throws IOException {
		assertTrue(ReadProfiles.isName("shop-2"));
		assertFalse(ReadProfiles.isName("salesforce"));
		assertFalse(ReadProfiles.isName("../shop"));
		assertFalse(ReadProfiles.isName(""));
		assertEquals(Optional.empty(), new ReadProfiles(folder).load("../shop"));
	}
}
