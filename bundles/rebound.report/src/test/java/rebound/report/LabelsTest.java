package rebound.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.model.Fault;
import rebound.model.Kind;
import rebound.model.LifeSign;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Track;

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
	void everyColumnOfIdsHasWords() throws IOException {
		Properties english = words("");
		for (String column : List.of("blocked_by", "suggested_email_source", "auto_reply_kind", "domain_state",
				"company_verdict", "bounce_type")) {
			assertTrue(ReportColumns.ALL.stream().anyMatch(known -> known.name().equals(column)), column);
			assertTrue(english.stringPropertyNames().stream().anyMatch(key -> key.startsWith(column + '.')), column);
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
		for (Kind kind : Kind.values()) {
			assertTrue(english.containsKey("kind." + kind.id()), kind.id());
		}
		for (Track track : Track.values()) {
			assertTrue(english.containsKey("track." + track.id()), track.id());
		}
		for (Fault fault : Fault.values()) {
			assertTrue(english.containsKey("fault." + fault.id()), fault.id());
		}
		for (Standing.Recommendation step : Standing.Recommendation.values()) {
			assertTrue(english.containsKey("recommended_action." + step.id()), step.id());
		}
		for (LifeSign.Kind sign : LifeSign.Kind.values()) {
			assertTrue(english.containsKey("last_success_kind." + sign.id()), sign.id());
		}
		for (Column.Group group : Column.Group.values()) {
			assertTrue(english.containsKey("group." + group.id()), group.id());
		}
		for (Column.Type type : Column.Type.values()) {
			assertTrue(english.containsKey("type." + type.id()), type.id());
		}
	}
}
