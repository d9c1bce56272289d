package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.customers.JsonReader;
import rebound.headless.ExitCode;

class CliTest {

	private static final String FROM = "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n";

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@Test
	void helpNamesEveryCommandAndEveryOptionIsDescribed() {
		assertEquals(ExitCode.OK, run("--help"));
		String help = out.toString(StandardCharsets.UTF_8);
		for (String command : List.of("classify", "evaluate", "import", "report", "export", "profiles", "columns",
				"customers", "campaigns", "bounces",
				"log", "suggest", "worklist", "find", "crm", "block", "unblock", "undo", "audit", "suppressed",
				"protect", "unprotect", "policy", "store", "retention", "erase", "export-person")) {
			assertTrue(help.contains("\n  " + command + " "), command);
			out.reset();
			assertEquals(ExitCode.OK, run(command, "--help"), command);
			out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.matches("\\s+-.*"))
					.forEach(line -> assertTrue(line.strip().contains("  ") || line.length() > 25, line));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "classify", "classify --format xml x", "classify --nonsense x",
			"evaluate x", "report", "export", "customers", "campaigns list --format pdf", "block" })
	void wrongCommandLineEndsWithTwo(String line) {
		String[] words = line.isEmpty() ? new String[0] : line.split(" ");
		assertEquals(ExitCode.USAGE, run(words));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("--help\""));
		assertEquals(0, out.size());
	}

	@Test
	void logsAreReadBesideMailsAndBrokenRecordsAreNamed() throws IOException {
		write("a.eml", bounce("one@example.com"));
		write("mail.log", """
				Nov  5 08:22:55 out1 postfix/smtp[22]: 88C8E51A711: to=<two@example.com>, relay=none, dsn=5.4.4, \
				status=bounced (Host or domain name not found. Name service error for name=example.com type=A)
				Nov  5 08:22:56 out1 postfix/smtp[22]: 99C8E51A711: to=<three@example.com>, relay=none, ds
				""");
		write("sg.json", """
				{"email":"four@example.com","timestamp":1794038400,"event":"bounce","sg_event_id":"e1","type":"blocked"}
				{"email":"five@example.com","timest
				""");
		assertEquals(ExitCode.INCOMPLETE, run("classify", folder.toString(), "--format", "jsonl"));
		assertEquals(List.of("a.eml", "mail.log:1", "mail.log:2", "sg.json:1", "sg.json:2"),
				jsonLines().stream().map(line -> line.get("file")).toList());
		out.reset();
		err.reset();
		assertEquals(ExitCode.INCOMPLETE,
				run("import", folder.toString(), "--database", folder.resolve("..db").toString()));
		String told = err.toString(StandardCharsets.UTF_8);
		assertTrue(told.contains("1  records of the Postfix log") && told.contains("1  records of SendGrid"), told);
		assertTrue(told.contains("mail.log:2: a record that does not say") && told.contains("sg.json:2: a record"),
				told);
	}

	@Test
	void everyMessageIsOnOneLineInInputOrder() throws IOException {
		write("b.mbox", FROM + bounce("one@example.com") + "\n" + FROM + bounce("two@example.com"));
		write("a.eml", bounce("three@example.com"));
		write("c.bin", "\0\1\2\n\u00ff");
		assertEquals(ExitCode.OK, run("classify", folder.toString(), "--format", "jsonl"));
		List<Map<String, Object>> lines = jsonLines();
		assertEquals(List.of("a.eml", "b.mbox#1", "b.mbox#2", "c.bin"),
				lines.stream().map(line -> line.get("file")).toList());
		assertEquals(List.of("bounce", "bounce", "bounce", "other"),
				lines.stream().map(line -> line.get("kind")).toList());
		assertEquals(List.of("file", "kind", "recipients", "original", "campaign", "problems"),
				List.copyOf(lines.getFirst().keySet()));
		Map<?, ?> recipient = (Map<?, ?>) ((List<?>) lines.getFirst().get("recipients")).getFirst();
		assertEquals("three@example.com", recipient.get("recipient"));
		assertEquals("hard", recipient.get("type"));
		assertEquals("userunknown", recipient.get("reason"));
		assertEquals("550", recipient.get("replyCode"));
		assertEquals("5.1.1", recipient.get("status"));
		assertEquals(List.of("recipient", "originalRecipient", "kind", "type", "reason", "fault", "track", "status",
				"replyCode", "diagnostic", "remoteMta", "rule", "evidence", "strength", "confidence"),
				List.copyOf(recipient.keySet()));
		assertFalse(((List<?>) lines.get(3).get("problems")).isEmpty());
	}

	@Test
	void csvHasARowForEachRecipientAndHarmlessCells() throws IOException {
		write("a.eml", bounce("=cmd@example.com"));
		write("b.eml", "Subject: hello\n\ntext\n");
		assertEquals(ExitCode.OK, run("classify", folder.toString(), "--format", "csv"));
		List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
		assertEquals(3, lines.size());
		assertTrue(lines.get(1).startsWith("a.eml,bounce,'=cmd@example.com,"), lines.get(1));
		assertTrue(lines.get(2).startsWith("b.eml,other,,"), lines.get(2));
	}

	@Test
	void missingInputEndsWithThreeAndLeavesTheOldOutput() throws IOException {
		write("a.eml", bounce("one@example.com"));
		Path target = folder.resolve("out.jsonl");
		Files.writeString(target, "old");
		assertEquals(ExitCode.NO_INPUT,
				run("classify", "--out", target.toString(), folder.resolve("nowhere").toString()));
		assertEquals("old", Files.readString(target));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("nowhere"));
	}

	@Test
	void outputThatCannotBeWrittenEndsWithFive() throws IOException {
		write("a.eml", bounce("one@example.com"));
		assertEquals(ExitCode.NO_OUTPUT, run("classify", folder.resolve("a.eml").toString(), "--out",
				folder.resolve("no/such/folder.jsonl").toString()));
	}

	@Test
	void stoppedHalfWayLeavesTheOldOutputAndNothingElse() throws IOException {
		Path mails = Files.createDirectories(folder.resolve("mails"));
		for (int i = 0; i < 2000; i++) {
			Files.writeString(mails.resolve(i + ".eml"), bounce(i + "@example.com"));
		}
		Path results = Files.createDirectories(folder.resolve("results"));
		Files.writeString(results.resolve("out.jsonl"), "old");
		AtomicInteger asked = new AtomicInteger();
		int code = run(() -> asked.incrementAndGet() > 1000, "classify", mails.toString(), "--out",
				results.resolve("out.jsonl").toString());
		assertEquals(ExitCode.STOPPED, code);
		assertEquals("old", Files.readString(results.resolve("out.jsonl")));
		try (Stream<Path> files = Files.list(results)) {
			assertEquals(1, files.count());
		}
	}

	@Test
	void importsOnceAndReports() throws IOException {
		write("mails/a.eml", bounce("one@example.com"));
		write("mails/b.eml", bounce("two@example.com"));
		write("customers.csv", "id,name,email\n1,Anna One,one@example.com\n2,Bert Two,two@example.com\n");
		String database = folder.resolve("database").toString();
		assertEquals(ExitCode.OK, run("report", "--mail", folder.resolve("mails").toString(), "--customers",
				folder.resolve("customers.csv").toString(), "--out", folder.resolve("report.csv").toString(),
				"--database", database), err::toString);
		String report = Files.readString(folder.resolve("report.csv"));
		assertTrue(report.contains("Anna One") && report.contains("two@example.com"), report);
		out.reset();
		assertEquals(ExitCode.OK,
				run("import", folder.resolve("mails").toString(), "--database", database, "--json"));
		Map<String, Object> summary = jsonLines().getFirst();
		assertEquals(0.0, summary.get("new"));
		assertEquals(2.0, summary.get("known"));
		out.reset();
		assertEquals(ExitCode.OK, run("suggest", "--database", database, "--format", "jsonl"));
		assertEquals(2, jsonLines().size());
		assertEquals(ExitCode.OK, run("block", "one@example.com", "--database", database, "--quiet"));
		out.reset();
		assertEquals(ExitCode.OK, run("suppressed", "--database", database));
		assertEquals("one@example.com", out.toString(StandardCharsets.UTF_8).strip());
		out.reset();
		assertEquals(ExitCode.OK, run("audit", "--database", database, "--format", "jsonl"));
		String batch = (String) jsonLines().getFirst().get("batch_id");
		assertEquals(ExitCode.OK, run("undo", batch, "--database", database));
		out.reset();
		assertEquals(ExitCode.OK, run("suppressed", "--database", database));
		assertEquals("", out.toString(StandardCharsets.UTF_8));
		assertEquals(ExitCode.OK, run("bounces", "list", "--type", "hard", "--database", database, "--format", "csv"));
		assertEquals(3, out.toString(StandardCharsets.UTF_8).lines().count());
	}

	@Test
	void exportsWhatAProfileChooses() throws IOException {
		write("mails/a.eml", bounce("one@example.com"));
		write("mails/b.eml", bounce("two@example.com"));
		write("customers.csv",
				"id,name,email,company\n1,Anna One,one@example.com,Acme\n2,Bert,two@example.com,Other\n");
		String database = folder.resolve("database").toString();
		String profiles = folder.resolve("profiles").toString();
		Path file = folder.resolve("out.csv");
		assertEquals(ExitCode.OK, run("report", "--mail", folder.resolve("mails").toString(), "--customers",
				folder.resolve("customers.csv").toString(), "--customers-profile", "generic", "--format", "csv",
				"--company", "acm", "--columns", "full_name,email", "--save-profile", "acme", "--profiles", profiles,
				"--out", file.toString(), "--database", database), err::toString);
		assertEquals("full_name,email\r\nAnna One,one@example.com\r\n", Files.readString(file));
		assertEquals(ExitCode.OK, run("export", "--profile", "acme", "--profiles", profiles, "--company", "other",
				"--type", "hard", "--out", file.toString(), "--database", database), err::toString);
		assertEquals("full_name,email\r\nBert,two@example.com\r\n", Files.readString(file));
		assertTrue(Files.readString(folder.resolve("out.csv.meta.json")).contains("type=hard; company=other"));
		assertEquals(ExitCode.OK, run("profiles", "list", "--profiles", profiles, "--format", "csv"));
		assertTrue(out.toString(StandardCharsets.UTF_8).contains("\nacme,saved,"), out::toString);
		assertEquals(ExitCode.OK, run("profiles", "remove", "acme", "--profiles", profiles));
		assertEquals(ExitCode.USAGE, run("export", "--profile", "acme", "--profiles", profiles, "--out",
				file.toString(), "--database", database));
		assertEquals(ExitCode.OK, run("export", "--profile", "hubspot", "--out", file.toString(), "--database",
				database), err::toString);
		assertTrue(Files.readString(file).startsWith("Email,Bounce Status,"));
	}

	@Test
	void exportsIntoADatabase() throws IOException {
		write("mails/a.eml", bounce("one@example.com"));
		String database = folder.resolve("database").toString();
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString(), "--database", database));
		String url = "jdbc:derby:" + folder.resolve("crm") + ";create=true";
		assertEquals(ExitCode.NO_OUTPUT, run("export", "--to", url, "--database", database));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("--create"), err::toString);
		out.reset();
		assertEquals(ExitCode.OK, run("export", "--to", url, "--table", "crm_bounces", "--create", "--json",
				"--database", database), err::toString);
		assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"table\":\"crm_bounces\",\"added\":1"),
				out::toString);
		assertEquals(ExitCode.NO_OUTPUT, run("export", "--to", "jdbc:nonsense:x", "--database", database));
		assertEquals(ExitCode.USAGE, run("export", "--to", url, "--out", "a.csv", "--database", database));
	}

	@Test
	void whatIsMissingFromAnExportIsNamed() {
		assertEquals(ExitCode.USAGE, run("export", "--out", "a.csv", "--columns", "compny"));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("Did you mean company"), err::toString);
		err.reset();
		assertEquals(ExitCode.USAGE, run("export", "--out", "a.pdf"));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("\"pdf\""), err::toString);
		err.reset();
		assertEquals(ExitCode.USAGE, run("export", "--out", "a.csv", "--profile", "../x", "--profiles",
				folder.toString()));
		assertEquals(ExitCode.USAGE, run("export", "--out", "a.csv", "--save-profile", "hubspot", "--profiles",
				folder.toString()));
		assertEquals(ExitCode.USAGE, run("suppressed", "--profile", "sendmail", "--out", "a.csv"));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("sparkpost"), err::toString);
	}

	@Test
	void aServicesListIsAFileWithItsCounts() throws IOException {
		write("mails/a.eml", bounce("one@example.com"));
		String database = folder.resolve("database").toString();
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString(), "--database", database));
		assertEquals(ExitCode.OK, run("block", "one@example.com", "never@example.com", "--database", database));
		Path file = folder.resolve("ses.csv");
		assertEquals(ExitCode.OK, run("suppressed", "--profile", "ses", "--out", file.toString(), "--database",
				database), err::toString);
		assertEquals("never@example.com,BOUNCE\none@example.com,BOUNCE\n", Files.readString(file));
		write("key", "secret\n");
		assertEquals(ExitCode.OK, run("suppressed", "--profile", "hmac", "--key-file",
				folder.resolve("key").toString(), "--out", file.toString(), "--database", database), err::toString);
		assertEquals(2, Files.readAllLines(file).size());
	}

	@Test
	void databaseThatIsNotThereEndsWithFour() {
		assertEquals(ExitCode.DATABASE, run("suggest", "--database", folder.resolve("none").toString()));
	}

	@Test
	void evaluateCountsLikeTheExam() throws IOException {
		write("mails/a.eml", bounce("one@example.com"));
		write("mails/b.eml", bounce("two@example.com"));
		write("mails/c.eml", "Subject: hello\n\ntext\n");
		write("labels.jsonl",
				"""
						{"file": "a.eml", "kind": "bounce", "recipients": [{"recipient": "One@example.com", "kind": "bounce", \
						"type": "soft", "alsoType": ["hard"], "reason": "userunknown", "status": "5.1.1"}]}
						{"file": "b.eml", "kind": "bounce", "recipients": [{"recipient": "other@example.com", "kind": "bounce", \
						"type": "hard"}]}
						{"file": "c.eml", "kind": "other", "recipients": []}
						{"file": "d.eml", "kind": "bounce", "recipients": []}
						""");
		assertEquals(ExitCode.OK, run("evaluate", folder.resolve("mails").toString(), "--labels",
				folder.resolve("labels.jsonl").toString(), "--json"), err::toString);
		Map<String, Object> score = jsonLines().getFirst();
		assertEquals(4.0, score.get("mails"));
		assertEquals(3.0, score.get("read"));
		assertEquals(3.0, score.get("bounces"));
		assertEquals(2.0, score.get("found"));
		assertEquals(2.0, score.get("recipients"));
		assertEquals(1.0, score.get("recipientsFound"));
		assertEquals(0.0, score.get("falseBounces"));
		assertEquals(Map.of("right", 1.0, "wrong", 1.0), score.get("type"));
		assertEquals(Map.of("right", 1.0, "wrong", 0.0), score.get("status"));
	}

	private static String bounce(String recipient) {
		return """
				From: MAILER-DAEMON@mx.example.com
				To: sender@example.net
				Subject: Undelivered Mail Returned to Sender
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b"

				--b

				Sorry.

				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example.com

				Final-Recipient: rfc822; %1$s
				Action: failed
				Status: 5.1.1
				Diagnostic-Code: smtp; 550 5.1.1 <%1$s>: Recipient address rejected: User unknown

				--b
				Content-Type: message/rfc822

				Message-ID: <%1$s>
				Subject: October news
				From: news@example.net
				To: %1$s
				Date: Thu, 01 Oct 2026 08:00:00 +0000

				text
				--b--
				""".formatted(recipient);
	}

	private void write(String name, String text) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text, StandardCharsets.ISO_8859_1);
	}

	private int run(String... args) {
		return run(() -> false, args);
	}

	private int run(BooleanSupplier cancelled, String... args) {
		return PlainCli.make(out, new PrintStream(err, true, StandardCharsets.UTF_8), cancelled).run(args);
	}

	private List<Map<String, Object>> jsonLines() throws IOException {
		List<Map<String, Object>> objects = new java.util.ArrayList<>();
		for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
			objects.add(JsonReader.object(line));
		}
		return objects;
	}
}
