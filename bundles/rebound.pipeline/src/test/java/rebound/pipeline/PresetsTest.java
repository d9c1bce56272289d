package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.AddressMatching;

class PresetsTest {

	@TempDir
	Path folder;

	@Test
	void whatIsSetHoldsUnlessTheUserChoosesOtherwise() throws IOException {
		Presets presets = presets("database = jdbc:postgresql://db.example/rebound\n");
		assertEquals(Optional.of("jdbc:postgresql://db.example/rebound"), presets.choose(Presets.DATABASE, null));
		assertEquals(Optional.of("/mine"), presets.choose(Presets.DATABASE, "/mine"));
		assertFalse(presets.isLocked(Presets.DATABASE));
		assertEquals(Optional.empty(), presets.choose(Presets.SOURCES, null));
	}

	@Test
	void whatIsLockedCannotBeChosenOtherwiseAndSaysWhoSetIt() throws IOException {
		Presets presets = presets("database=/shared\nlocked = policy, database\nset.by = IT, extension 4711\n");
		assertEquals(Optional.of("/shared"), presets.choose(Presets.DATABASE, "/shared"));
		PresetException locked = assertThrows(PresetException.class,
				() -> presets.choose(Presets.DATABASE, "/mine"));
		assertEquals(PresetException.Code.LOCKED, locked.code());
		assertEquals("IT, extension 4711", locked.detail());
		assertTrue(presets.isLocked("policy.quota.hold.hours"));
		assertFalse(presets.isLocked(Presets.MAIL_DAYS));
	}

	@Test
	void settingsOfOneKindAreFoundTogether() throws IOException {
		assertEquals(Map.of("a.b", "1", "c", "x"), presets("policy.a.b=1\npolicy.c = x\nother=2\n")
				.beginningWith(Presets.POLICY));
	}

	@Test
	void aWrongNumberIsNamed() throws IOException {
		assertEquals(Optional.of(30), presets("retention.mail.days=30").number(Presets.MAIL_DAYS));
		PresetException wrong = assertThrows(PresetException.class,
				() -> presets("retention.mail.days=many").number(Presets.MAIL_DAYS));
		assertEquals(Presets.MAIL_DAYS, wrong.name());
	}

	@Test
	void matchingIsTheUsersUnlessLocked() throws IOException {
		assertEquals(AddressMatching.EXACT, presets("customers.matching=exact").matching(null));
		assertEquals(AddressMatching.PROVIDER, presets("customers.matching=exact").matching("provider"));
		assertEquals(AddressMatching.PROVIDER, presets("").matching(null));
		assertThrows(PresetException.class,
				() -> presets("customers.matching=exact\nlocked=customers").matching("provider"));
		assertThrows(PresetException.class, () -> presets("customers.matching=guess").matching(null));
	}

	@Test
	void withoutAFileNothingIsSet() {
		Presets presets = Presets.read(folder.resolve("none"));
		assertEquals(Optional.empty(), presets.value(Presets.DATABASE));
		assertEquals(Optional.empty(), presets.file());
	}

	private Presets presets(String text) throws IOException {
		return Presets.read(Files.writeString(folder.resolve("rebound.properties"), text));
	}
}
