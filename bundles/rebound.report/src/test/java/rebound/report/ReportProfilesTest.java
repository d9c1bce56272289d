package rebound.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.model.Standing.State;
import rebound.report.ReportException.Code;

class ReportProfilesTest {

	private static final ReportProfile FULL = new ReportProfile("sql", false,
			new ReportFilter(Samples.FIRST, Samples.LAST, "c 1", Set.of(BounceType.HARD, BounceType.SOFT),
					Set.of(Reason.USERUNKNOWN, Reason.MAILBOXFULL), Set.of(Fault.RECIPIENT), Set.of(State.BLOCKED),
					" B\u00fccher = #1\nS\u00f6hne", "Olga: \\o/"),
			List.of("email", "company", "phone"), Map.of("dialect", "sqlite", "table", "x"));

	@TempDir
	private Path folder;

	private ReportProfiles profiles;

	@BeforeEach
	void inAFolderThatIsNotThereYet() {
		profiles = new ReportProfiles(folder.resolve("saved"));
	}

	@Test
	void whatWasSavedIsLoaded() throws IOException {
		assertEquals(List.of(), profiles.names());
		profiles.save("Monat f\u00fcr Olga", FULL);
		profiles.save("all", ReportProfile.DEFAULT);
		assertEquals(List.of("Monat f\u00fcr Olga", "all"), profiles.names());
		assertEquals(FULL, profiles.load("Monat f\u00fcr Olga"));
		assertEquals(ReportProfile.DEFAULT, profiles.load("all"));
		profiles.save("all", FULL);
		assertEquals(FULL, profiles.load("all"));
		profiles.remove("all");
		assertEquals(List.of("Monat f\u00fcr Olga"), profiles.names());
		assertEquals(Code.UNKNOWN_PROFILE, code(() -> profiles.load("all")));
		assertEquals(Code.UNKNOWN_PROFILE, code(() -> profiles.remove("all")));
	}

	@Test
	void theSameProfileIsTheSameText() throws IOException {
		profiles.save("one", FULL);
		profiles.save("two", FULL);
		assertEquals(Files.readString(folder.resolve("saved/one.properties")),
				Files.readString(folder.resolve("saved/two.properties")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "../x", ".x", "a/b", "a\\b", "a:b", "hubspot", "Salesforce", "x\n" })
	void namesThatAreNoFileOrTakenAreRefused(String name) {
		assertEquals(Code.BAD_PROFILE_NAME, code(() -> profiles.save(name, FULL)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "type=neither", "since=yesterday", "reason=because", "status=\\u00zz" })
	void aFileThatCannotBeUnderstoodIsNamed(String text) throws IOException {
		Files.createDirectories(folder.resolve("saved"));
		Files.writeString(folder.resolve("saved/x.properties"), text);
		assertEquals(Code.BAD_PROFILE, code(() -> profiles.load("x")));
	}

	private static Code code(Executable action) {
		return assertThrows(ReportException.class, action).code();
	}
}
