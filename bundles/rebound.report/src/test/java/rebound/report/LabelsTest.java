package rebound.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.model.Reason;
import rebound.model.Standing;

class LabelsTest {

	private static Properties words(String language) throws IOException {
		Properties words = new Properties();
		try (InputStream in = Labels.class.getResourceAsStream("messages" + language + ".properties")) {
			words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return words;
	}

	@ParameterizedTest
	@ValueSource(strings = { "_de", "_sv", "_fr", "_es" })
	void everyLanguageSaysAll(String language) throws IOException {
		Properties english = words("");
		Properties words = words(language);
		assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(words.stringPropertyNames()));
		for (String key : words.stringPropertyNames()) {
			assertFalse(words.getProperty(key).isBlank(), key);
		}
	}

	@Test
	void everyIdHasItsWord() throws IOException {
		Properties english = words("");
		for (Reason reason : Reason.values()) {
			assertTrue(english.containsKey("reason." + reason.id()), reason.id());
		}
		for (Standing.State state : Standing.State.values()) {
			assertTrue(english.containsKey("status." + state.id()), state.id());
		}
		for (Column.Group group : Column.Group.values()) {
			assertTrue(english.containsKey("group." + group.id()), group.id());
		}
		for (Column.Type type : Column.Type.values()) {
			assertTrue(english.containsKey("type." + type.id()), type.id());
		}
	}
}
