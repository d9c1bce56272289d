package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import rebound.customers.JsonReader;
import rebound.headless.ExitCode;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.internal.SqlBounceStores;

class StoreTest extends CliFixture {

	@Test
	void backupIsWholeAndRestoredOnlyWhereNothingIs() throws IOException {
		fill();
		String log = log();
		String backup = folder.resolve("backup").toString();
		assertEquals(ExitCode.OK, run("store", "backup", backup), this::err);
		assertEquals(ExitCode.DATABASE, run("store", "backup", backup));
		assertEquals(ExitCode.DATABASE, run("store", "restore", backup));
		assertEquals(ExitCode.OK,
				plain("store", "restore", backup, "--database", folder.resolve("again").toString()), this::err);
		assertEquals(ExitCode.OK,
				plain("log", "--format", "csv", "--database", folder.resolve("again").toString()));
		assertEquals(log, out());
		assertEquals(ExitCode.DATABASE,
				plain("store", "restore", folder.resolve("nothing").toString(), "--database",
						folder.resolve("third").toString()));
		assertFalse(Files.exists(folder.resolve(".backup.part")));
	}

	@Test
	void checkAndCompactLeaveASoundDatabaseAsItIs() throws IOException {
		fill();
		String log = log();
		assertEquals(ExitCode.OK, run("store", "check", "--format", "jsonl"));
		assertEquals("", out());
		assertEquals(ExitCode.OK, run("store", "compact", "--json"));
		assertEquals(ExitCode.OK, run("store", "init", "--json"));
		assertEquals(log, log());
	}

	@Test
	void databaseOfAnotherProcessIsSaidInOneSentence() throws IOException, InterruptedException {
		fill();
		String log = log();
		Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), StoreTest.class.getName(),
				folder.resolve("database").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try {
			assertEquals("open", other.inputReader().readLine());
			for (String command : List.of("suggest", "log", "audit")) {
				assertEquals(ExitCode.DATABASE, run(command));
				assertTrue(err().startsWith("Another program has the database open"), err());
				assertEquals(1, err().lines().count());
				assertEquals("", out());
			}
		} finally {
			other.getOutputStream().close();
			other.waitFor();
		}
		assertEquals(log, log());
		assertEquals(ExitCode.OK, run("store", "check"), this::err);
	}

	/** Keeps a database open until its input ends. */
	public static void main(String[] arguments) throws IOException {
		try (BounceStore open = new SqlBounceStores().open(arguments[0])) {
			System.out.println("open");
			System.in.transferTo(OutputStream.nullOutputStream());
			assertEquals(0, open.events().count(EventFilter.ALL) - 2);
		}
	}

	@Test
	void movesAllIntoAnEmptyDatabaseOnly() throws IOException {
		fill();
		String log = log();
		String other = folder.resolve("other").toString();
		assertEquals(ExitCode.USAGE, run("store", "move", "--to", folder.resolve("database").toString()));
		assertEquals(ExitCode.OK, run("store", "move", "--to", other, "--json"), this::err);
		assertEquals(ExitCode.OK, plain("log", "--format", "csv", "--database", other));
		assertEquals(log, out());
		assertEquals(ExitCode.DATABASE, run("store", "move", "--to", other));
		assertEquals(ExitCode.DATABASE, plain("store", "move", "--to", other, "--database",
				folder.resolve("nothing").toString()));
		assertEquals(log, log());
	}

	@Test
	void stoppedCareLeavesNothingHalfDone() throws IOException {
		fill();
		String log = log();
		String database = folder.resolve("database").toString();
		Path backup = folder.resolve("backup");
		for (int after = 0; after < 3; after++) {
			for (List<String> command : List.of(List.of("check"), List.of("compact"),
					List.of("backup", backup.toString()), List.of("move", "--to", folder.resolve("to").toString()))) {
				List<String> words = new ArrayList<>(List.of("store"));
				words.addAll(command);
				words.addAll(List.of("--database", database));
				int[] asked = { after };
				assertEquals(ExitCode.STOPPED, plain(() -> asked[0]-- <= 0, words.toArray(String[]::new)), this::err);
				assertEquals(1, err().lines().count(), err());
			}
		}
		assertFalse(Files.exists(backup) || Files.exists(folder.resolve(".backup.part")));
		assertEquals(log, log());
		assertEquals(ExitCode.OK, run("store", "check"), this::err);
		// the target is empty still, so the move can be done
		assertEquals(ExitCode.OK, run("store", "move", "--to", folder.resolve("to").toString()), this::err);
		assertEquals(ExitCode.OK, run("store", "backup", backup.toString()), this::err);
	}

	@Test
	void oldEventsAndMailsGoWhatFollowedFromThemStays() throws IOException {
		fill();
		assertEquals(ExitCode.OK, run("block", "a@customer.example"));
		assertEquals(ExitCode.OK, run("retention", "apply", "--event-months", "1", "--dry-run", "--json"));
		Map<String, Object> would = jsonLines().getFirst();
		assertEquals(ExitCode.OK, run("retention", "apply", "--event-months", "1", "--json"));
		assertEquals(would, jsonLines().getFirst());
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals("a@customer.example", out().strip());
		assertEquals(ExitCode.OK, run("log", "--format", "jsonl"));
		assertEquals("", out());
		// the same policy judges all again, as after any change of a setting
		assertEquals(ExitCode.OK, run("policy", "set", "--default"), this::err);
		assertEquals(ExitCode.OK, run("suggest", "--format", "csv"));
		assertTrue(out().contains("b@customer.example"), out());
		assertEquals(ExitCode.USAGE, run("retention", "apply", "--mail-days", "0"));
		assertEquals(ExitCode.OK, run("store", "check"));
	}

	@Test
	void personIsExportedAndErasedAndABlockStaysAsAHash() throws IOException {
		fill();
		String customers = write("customers.csv", "id,name,email,shoe size\n1,Anna,a@customer.example,39\n");
		assertEquals(ExitCode.OK, run("customers", "import", customers));
		String sent = write("sent.csv", "email,message id,sent,campaign,subject\n"
				+ "a@customer.example,<1.a@customer.example>,2026-10-01,October,October news\n");
		assertEquals(ExitCode.OK, run("campaigns", "import", sent), this::err);
		assertEquals(ExitCode.OK, run("worklist", "set", "1", "--note", "call her"), this::err);
		assertEquals(ExitCode.OK, run("block", "a@customer.example"));
		String file = folder.resolve("person.json").toString();
		assertEquals(ExitCode.OK, run("export-person", "A@customer.example", "--out", file), this::err);
		Map<String, Object> person = JsonReader.object(Files.readString(folder.resolve("person.json")));
		assertEquals(1, ((List<?>) person.get("events")).size());
		assertEquals(1, ((List<?>) person.get("decisions")).size());
		Map<?, ?> mail = (Map<?, ?>) ((List<?>) person.get("mails")).getFirst();
		assertEquals(unknown("a@customer.example", "October news", 1),
				new String(Base64.getDecoder().decode((String) mail.get("base64")), StandardCharsets.UTF_8));
		assertTrue(person.get("sent").toString().contains("<1.a@customer.example>"), person.toString());
		assertTrue(person.get("followUps").toString().contains("call her"), person.toString());
		assertEquals(1, ((List<?>) person.get("search")).size());
		Map<?, ?> customer = (Map<?, ?>) ((List<?>) person.get("customers")).getFirst();
		assertEquals("Anna", customer.get("fullName"));
		assertTrue(customer.get("other").toString().contains("39"), customer.toString());
		assertEquals(ExitCode.USAGE, run("erase", "a@customer.example"));
		assertTrue(err().contains("--yes"), err());
		assertEquals(ExitCode.OK, run("erase", "a@customer.example", "--yes", "--json"));
		assertEquals(Map.of("events", 1.0, "mails", 1.0, "customers", 1.0, "decisions", 1.0, "tombstones", 1.0),
				jsonLines().getFirst());
		assertEquals(ExitCode.OK, run("export-person", "a@customer.example"));
		assertTrue(out().contains("\"events\":[]") && out().contains("\"customers\":[]"), out());
		assertEquals(ExitCode.OK, run("audit", "--format", "csv"));
		assertFalse(out().contains("a@customer.example"), out());
		assertEquals(ExitCode.OK, run("store", "check"));
	}

	private void fill() throws IOException {
		write("mails/a.eml", unknown("a@customer.example", "October news", 1));
		write("mails/b.eml", unknown("b@customer.example", "October news", 1));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()), this::err);
	}

	private String log() {
		assertEquals(ExitCode.OK, run("log", "--format", "csv"));
		return out();
	}
}
