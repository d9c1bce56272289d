package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.JsonReader;
import rebound.headless.ExitCode;

/** The way of a lost customer over the command line: listed, noted, accepted, entered elsewhere, imported again. */
class WorkListCliTest {

	private static final String MOVED = """
			From: anna@old.example
			To: news@shop.example
			Subject: My address
			Date: Mon, 05 Oct 2026 10:00:00 +0000
			Auto-Submitted: auto-replied
			Content-Type: text/plain; charset=utf-8

			My e-mail address has changed. Please use anna@new.example from now on.
			""";

	private static final String BOUNCE = """
			From: mailer-daemon@mx.example
			To: news@shop.example
			Subject: Undelivered Mail Returned to Sender
			Date: Fri, 02 Oct 2026 10:00:00 +0000
			Content-Type: multipart/report; report-type=delivery-status; boundary="b"
			MIME-Version: 1.0

			--b

			Not delivered.
			--b
			Content-Type: message/delivery-status

			Reporting-MTA: dns; mx.example

			Final-Recipient: rfc822; %s@old.example
			Action: failed
			Status: 5.1.1
			Diagnostic-Code: smtp; 550 5.1.1 User unknown

			--b--
			""";

	@TempDir
	private Path folder;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void readCustomersAndMail() throws IOException {
		customers("A1,Anna Berg,anna@old.example", "B2,Bert Dahl,bert@b.example");
		Files.writeString(folder.resolve("moved.eml"), MOVED);
		assertEquals(ExitCode.OK, run("import", folder.resolve("moved.eml").toString()));
	}

	@Test
	void whatIsAcceptedWaitsUntilTheCustomerDataHaveIt() throws IOException {
		assertEquals("A1", json("worklist", "--format", "jsonl").getFirst().get("customer_id"));
		String batch = json("worklist", "accept", "A1", "--json").getFirst().get("batch").toString();
		assertEquals(List.of(), json("worklist", "--format", "jsonl"));
		assertEquals("pending", json("worklist", "--all", "--format", "jsonl").getFirst().get("outcome"));
		Map<String, Object> change = json("customers", "changes", "--format", "jsonl").getFirst();
		assertEquals("anna@new.example", change.get("new_value"));
		assertTrue(change.get("evidence").toString().contains("has changed"));
		assertEquals(ExitCode.OK, run("undo", batch));
		assertEquals(1, json("worklist", "--format", "jsonl").size());
		assertEquals(ExitCode.OK, run("worklist", "accept", "anna@old.example", "--note", "=calls back"));
		assertEquals(ExitCode.OK, run("worklist", "accept", "A1"));
		Path file = folder.resolve("changes.csv");
		assertEquals(ExitCode.OK, run("customers", "changes", "--out", file.toString(), "--written"));
		List<String> lines = Files.readAllLines(file);
		assertEquals(3, lines.size());
		assertTrue(lines.get(1).contains(",'=calls back,"), lines.get(1));
		customers("A1,Anna Berg,anna@new.example", "B2,Bert Dahl,bert@b.example");
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("1 accepted changes are in the customer data"));
		assertEquals(List.of("written"), json("customers", "changes", "--format", "jsonl").stream()
				.map(row -> row.get("state")).toList());
	}

	@Test
	void companyIsSeenAsAWholeAndItsMoveIsAcceptedForAllAtOnce() throws IOException {
		customers("A1,Anna Berg,anna@old.example", "A2,Carl Cool,carl@old.example", "A3,Eva East,eva@old.example",
				"A4,Finn Fir,finn@old.example");
		Files.writeString(folder.resolve("carl.eml"), MOVED.replace("anna@", "carl@"));
		for (String name : List.of("anna", "carl", "eva", "finn")) {
			Files.writeString(folder.resolve("bounce-" + name + ".eml"), BOUNCE.formatted(name));
		}
		assertEquals(ExitCode.OK, run("import", folder.toString()));
		Map<String, Object> company = json("find", "--company", "old.example", "--json").getFirst();
		assertEquals("domain_moved", company.get("company_verdict"));
		assertEquals("4", company.get("company_contacts_total").toString().replace(".0", ""));
		assertEquals(4, people(company).size());
		assertEquals(List.of("eva@new.example", "finn@new.example"),
				people(company).stream().map(person -> person.get("suggested_email")).filter(Objects::nonNull)
						.toList());
		out.reset();
		assertEquals(ExitCode.OK, run("find", "--company", "eva@old.example"));
		assertTrue(
				out.toString(StandardCharsets.UTF_8).contains("2 addresses can follow from old.example to new.example"),
				out.toString(StandardCharsets.UTF_8));
		String batch = json("worklist", "accept", "--moved-domain", "old.example", "--json").getFirst().get("batch")
				.toString();
		assertTrue(people(json("find", "--company", "A3", "--json").getFirst()).stream()
				.allMatch(person -> person.get("suggested_email") == null));
		assertEquals(ExitCode.OK, run("undo", batch));
		assertEquals(2, people(json("find", "--company", "A3", "--json").getFirst()).stream()
				.filter(person -> person.get("suggested_email") != null).count());
		assertEquals(List.of(), json("find", "--company", "nowhere.example", "--json"));
	}

	@Test
	void ofALargeCompanyTheFirstAreLookedAtWhichIsSaid() throws IOException {
		customers(IntStream.range(0, 501).mapToObj(i -> "L%d,Lea %d,lea%d@large.example".formatted(i, i, i))
				.toArray(String[]::new));
		Map<String, Object> company = json("find", "--company", "large.example", "--json").getFirst();
		assertEquals(500, people(company).size());
		assertEquals(false, company.get("company_whole"));
		out.reset();
		assertEquals(ExitCode.OK, run("find", "--company", "large.example"));
		assertTrue(out.toString(StandardCharsets.UTF_8).contains("only its first 500 addresses were looked at"));
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> people(Map<String, Object> company) {
		return (List<Map<String, Object>>) company.get("people");
	}

	@Test
	void notesStayOverImports() throws IOException {
		assertEquals(ExitCode.OK, run("worklist", "set", "A1", "--owner", "Nora", "--due", "2026-12-01", "--note",
				"call"));
		customers("A1,Anna B. Berg,anna@old.example");
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("1 customers of the database are not in this file"));
		Map<String, Object> row = json("worklist", "--owner", "nora", "--due", "2026-12-01", "--format", "jsonl")
				.getFirst();
		assertEquals("Nora", row.get("owner"));
		assertEquals("2026-12-01", row.get("due_date"));
		assertEquals(List.of(), json("worklist", "--due", "2026-11-30", "--format", "jsonl"));
		assertEquals(ExitCode.OK, run("worklist", "set", "A1", "--outcome", "gave_up"));
		assertEquals(List.of(), json("worklist", "--format", "jsonl"));
		assertEquals(ExitCode.OK, run("worklist", "set", "A1", "--outcome", "open"));
		assertEquals(1, json("worklist", "--format", "jsonl").size());
	}

	@Test
	void findTellsAllThatIsKnown() throws IOException {
		Map<String, Object> found = json("find", "anna@old.example", "--json").getFirst();
		assertEquals("A1", found.get("customer_id"));
		Map<?, ?> address = (Map<?, ?>) ((List<?>) found.get("addresses")).getFirst();
		assertEquals("use_address", address.get("next_step"));
		assertTrue(address.get("suggestions").toString().contains("anna@new.example"));
		out.reset();
		assertEquals(ExitCode.OK, run("find", "berg"));
		String text = out.toString(StandardCharsets.UTF_8);
		assertTrue(text.contains("Next: Write to anna@new.example"), text);
		assertEquals(List.of(), json("find", "nobody@c.example", "--json"));
	}

	/** The check of this test calls all domains dead that begin with "dead". */
	@Test
	void whoAnswersInsteadIsNamedWithWhatIsKnownOfThem() throws IOException {
		Files.writeString(folder.resolve("left.eml"), MOVED.replace("anna@old.", "bert@b.").replace(
				"My e-mail address has changed. Please use anna@new.example from now on.",
				"I have left the company. Please contact my successor Cora Lind, cora.lind@b.example."));
		assertEquals(ExitCode.OK, run("import", folder.resolve("left.eml").toString()));
		out.reset();
		assertEquals(ExitCode.OK, run("find", "B2"));
		String text = out.toString(StandardCharsets.UTF_8);
		assertTrue(text.contains("Next: Ask Cora Lind (cora.lind@b.example), who answers instead."), text);
		assertTrue(text.contains("cora.lind@b.example: Cora Lind answers instead: \"I have left"), text);
	}

	@Test
	void theDnsIsAskedOnlyOnDemand() throws IOException {
		customers("D1,Dora Dahl,dora@deadly.example", "D2,Dina Ek,dina@deadly.example");
		for (String name : List.of("dora", "dina")) {
			Path mail = Files.writeString(folder.resolve(name + ".eml"),
					CliFixture.unknown(name + "@deadly.example", "News", 5));
			assertEquals(ExitCode.OK, run("import", mail.toString()));
		}
		Map<String, Object> before = json("worklist", "D1", "--format", "jsonl").getFirst();
		assertFalse(before.get("next_step").toString().contains("DNS"), before.toString());
		assertEquals("unclear", verdict(json("find", "D1", "--json")));
		Map<String, Object> asked = json("worklist", "D1", "--check-domains", "--format", "jsonl").getFirst();
		assertTrue(asked.get("next_step").toString().contains("deadly.example: it does not exist (DNS, "),
				asked.toString());
		assertEquals("company_gone", verdict(json("find", "D2", "--json")));
		Map<?, ?> address = (Map<?, ?>) ((List<?>) json("find", "D2", "--resolver", "127.0.0.1", "--json").getFirst()
				.get("addresses")).getFirst();
		assertEquals("nxdomain", address.get("domain_state"));
		assertEquals(ExitCode.USAGE, run("find", "D2", "--resolver", "wrong"));
	}

	private static Object verdict(List<Map<String, Object>> found) {
		return ((Map<?, ?>) found.getFirst().get("company_view")).get("verdict");
	}

	@Test
	void aMailboxMayHaveSeveralAddressesAtItsProvider() throws IOException {
		customers("E1,Eva Ek,eva.ek@gmail.com", "E2,Eva M. Ek,evaek+shop@googlemail.com",
				"E3,Eva Ek,eva.ek+shop@acme.example", "E4,Eva Ek,eva.ek@acme.example", "I1,Iris,iris@bücher.example",
				"I2,Iris B.,Iris@xn--bcher-kva.example");
		assertEquals(List.of("evaek@gmail.com E1", "evaek@gmail.com E2", "iris@xn--bcher-kva.example I1",
				"iris@xn--bcher-kva.example I2"), duplicates());
		assertEquals(List.of("iris@xn--bcher-kva.example I1", "iris@xn--bcher-kva.example I2"),
				duplicates("--matching", "exact"));
		assertEquals(ExitCode.USAGE, run("customers", "duplicates", "--matching", "loose"));
		assertEquals(2, json("find", "iris@bücher.example", "--json").size());

		Path mail = Files.writeString(folder.resolve("eva.eml"), CliFixture.unknown("e.vaek@gmail.com", "News", 5));
		assertEquals(ExitCode.OK, run("import", mail.toString()));
		assertEquals("E1", json("find", "e.vaek@gmail.com", "--json").getFirst().get("customer_id"));
		assertNull(json("find", "e.vaek@gmail.com", "--matching", "exact", "--json").getFirst().get("customer_id"));
		assertEquals(1, json("worklist", "E1", "--format", "jsonl").size());
		assertEquals(0, json("worklist", "E1", "--matching", "exact", "--format", "jsonl").size());
	}

	private List<String> duplicates(String... more) throws IOException {
		List<String> line = new ArrayList<>(List.of("customers", "duplicates", "--format", "jsonl"));
		line.addAll(List.of(more));
		return json(line.toArray(String[]::new)).stream()
				.map(row -> row.get("mailbox") + " " + row.get("customer_id")).toList();
	}

	@Test
	void previewShowsHowColumnsAreUnderstood() throws IOException {
		Path file = folder.resolve("kunden.csv");
		Files.writeString(file, "Kd;Name;E-Mail\n7;Carl Cool;carl@c.example\n");
		out.reset();
		List<String> line = List.of("customers", "preview", file.toString(), "--map", "Kd=customer_id", "--format",
				"csv");
		assertEquals(ExitCode.OK, PlainCli.make(out, new PrintStream(err, true, StandardCharsets.UTF_8), () -> false)
				.run(line.toArray(String[]::new)));
		assertEquals(List.of("column,field,examples", "Kd,customer_id,7", "Name,full_name,Carl Cool",
				"E-Mail,email,carl@c.example"), out.toString(StandardCharsets.UTF_8).lines().toList());
	}

	@Test
	void columnsThatAreNotUnderstoodAreNamed() throws IOException {
		Path file = folder.resolve("kartei.csv");
		Files.writeString(file, "E-Mail;Laune;Sternbild\ncarl@c.example;gut;Waage\n");
		err.reset();
		assertEquals(ExitCode.OK, run("customers", "import", file.toString()));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("not understood: Laune, Sternbild. --map"),
				err::toString);
		Files.writeString(file, "A;B\ngut;Waage\n");
		err.reset();
		run("customers", "import", file.toString());
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("No column of this file was understood"),
				err::toString);
	}

	@Test
	void whatCantBeMeantIsRefused() {
		for (List<String> line : List.of(List.of("worklist", "accept"), List.of("worklist", "accept", "B2"),
				List.of("worklist", "accept", "nobody"), List.of("worklist", "set", "A1"),
				List.of("worklist", "set", "A1", "--outcome", "lost"),
				List.of("worklist", "accept", "--moved-domain", "old.example"),
				List.of("worklist", "accept", "A1", "--email", "no address"),
				List.of("customers", "changes", "--written"))) {
			assertEquals(ExitCode.USAGE, run(line.toArray(String[]::new)), line.toString());
		}
		assertFalse(err.toString(StandardCharsets.UTF_8).contains("Exception"));
	}

	private void customers(String... rows) throws IOException {
		Path file = folder.resolve("customers.csv");
		Files.writeString(file, "customer_id,full_name,email\n" + String.join("\n", rows) + "\n");
		err.reset();
		assertEquals(ExitCode.OK, run("customers", "import", file.toString()));
	}

	private List<Map<String, Object>> json(String... words) throws IOException {
		out.reset();
		assertEquals(ExitCode.OK, run(words), () -> err.toString(StandardCharsets.UTF_8));
		List<Map<String, Object>> rows = new ArrayList<>();
		for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
			rows.add(JsonReader.object(line));
		}
		return rows;
	}

	private int run(String... words) {
		List<String> line = new ArrayList<>(Arrays.asList(words));
		line.addAll(List.of("--database", folder.resolve("database").toString()));
		return PlainCli.make(out, new PrintStream(err, true, StandardCharsets.UTF_8), () -> false)
				.run(line.toArray(String[]::new));
	}
}
