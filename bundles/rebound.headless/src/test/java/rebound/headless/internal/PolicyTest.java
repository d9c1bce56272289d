package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import rebound.headless.ExitCode;

class PolicyTest extends CliFixture {

	@Test
	void policyIsSetForTheDatabaseAndEachDecisionNamesItsOwn() throws IOException {
		write("mails/1.eml", unknown("a@customer.example", "News 1", 1));
		write("mails/2.eml", unknown("a@customer.example", "News 2", 8));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals("", out());
		String before = inForce();
		assertEquals(ExitCode.OK, run("policy", "set", "automatic=true", "--json"), this::err);
		String after = (String) jsonLines().getFirst().get("policy");
		assertNotEquals(before, after);
		assertEquals(after, inForce());
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals("a@customer.example", out().strip());
		assertEquals(ExitCode.OK, run("audit", "--format", "jsonl"));
		assertEquals(after, jsonLines().getFirst().get("policy"));
		assertEquals(ExitCode.OK, run("policy", "show", before, "--format", "jsonl"));
		assertEquals("false", setting("automatic").get("value"));
		assertEquals(ExitCode.OK, run("policy", "show", "--format", "jsonl"));
		assertEquals("true", setting("automatic").get("value"));
		assertEquals("0..8760", setting("strong.hold.hours").get("range"));
		assertEquals(ExitCode.OK, run("policy", "set", "--default"));
		assertEquals(before, inForce());
		assertEquals(ExitCode.OK, run("policy", "set", "--version", after));
		assertEquals(after, inForce());
	}

	@Test
	void wrongSettingsAreRefused() {
		for (String wrong : List.of("nonsense=1", "strong.hold.hours=99999", "automatic=perhaps", "retry.days=0")) {
			assertEquals(ExitCode.USAGE, run("policy", "set", wrong), wrong);
			assertTrue(err().contains(wrong.substring(0, wrong.indexOf('='))), err());
		}
		assertEquals(ExitCode.USAGE, run("policy", "set"));
		assertEquals(ExitCode.USAGE, run("policy", "set", "--version", "none"));
		assertEquals(ExitCode.NO_INPUT, run("policy", "set", "--policy", folder.resolve("none").toString()));
	}

	@Test
	void replayTellsWhomAPolicyWouldHaveBlockedAndWhomWrongly() throws IOException {
		for (int i = 0; i < 4; i++) {
			write("mails/dead" + i + ".eml", unknown("dead@customer.example", "News " + i, 1 + 7 * i));
		}
		write("mails/alive1.eml", unknown("alive@customer.example", "News 0", 1));
		write("mails/alive2.eml", unknown("alive@customer.example", "News 1", 8));
		write("mails/alive3.eml", unknown("alive@customer.example", "News 2", 15).replace("Action: failed",
				"Action: delivered").replace("5.1.1", "2.0.0").replace("550 ", "250 "));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		String patient = write("patient.properties", "strong.block.events=9\nweak.block.events=9\n");
		assertEquals(ExitCode.OK, run("policy", "replay", "--compare", patient, "--format", "jsonl"), this::err);
		List<Map<String, Object>> hits = jsonLines();
		Map<String, Object> dead = hits.stream().filter(hit -> hit.get("email").equals("dead@customer.example"))
				.findFirst().orElseThrow();
		assertEquals("2026-10-08T08:00:00Z", dead.get("blocked_utc"));
		assertEquals(2.0, dead.get("saved"));
		assertEquals(null, dead.get("other_blocked_utc"));
		assertEquals(2, err().lines().count(), err());
		assertEquals(ExitCode.OK, run("policy", "replay", "--policy", patient, "--format", "jsonl"));
		assertEquals(0, jsonLines().size());
		assertEquals(ExitCode.USAGE, run("policy", "replay", "--policy", write("bad.properties", "what=1\n")));
	}

	@Test
	void protectedAddressIsOnlySuggested() throws IOException {
		write("mails/1.eml", unknown("a@customer.example", "News 1", 1));
		write("mails/2.eml", unknown("a@customer.example", "News 2", 8));
		assertEquals(ExitCode.OK, run("protect", "a@customer.example"));
		assertEquals(ExitCode.OK, run("policy", "set", "automatic=true"));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		assertEquals(ExitCode.OK, run("suppressed", "--hold"));
		assertEquals("", out());
		assertEquals(ExitCode.OK, run("suggest", "--format", "jsonl"));
		assertEquals("a@customer.example", jsonLines().getFirst().get("email"));
		assertEquals(ExitCode.OK, run("unprotect", "a@customer.example"));
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals("a@customer.example", out().strip());
	}

	@Test
	void valuableCustomerIsOnlySuggested() throws IOException {
		write("mails/1.eml", unknown("a@customer.example", "News 1", 1));
		write("mails/2.eml", unknown("a@customer.example", "News 2", 8));
		String customers = write("customers.csv", "id,name,email,value\n1,Anna,a@customer.example,5000\n");
		assertEquals(ExitCode.OK, run("customers", "import", customers), this::err);
		assertEquals(ExitCode.OK, run("policy", "set", "automatic=true", "protected.value=5000"), this::err);
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals("", out());
		assertEquals(ExitCode.OK, run("policy", "set", "protected.value=5001"), this::err);
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals("a@customer.example", out().strip());
	}

	@Test
	void doubtedCampaignIsHeldUntilTheUserAnswers() throws IOException {
		assertEquals(ExitCode.OK, run("campaigns", "create", "news-1", "--subject", "News 1", "--sender",
				"news@shop.example", "--sent", "2026-10-01", "--recipients", "60"));
		for (int i = 0; i < 12; i++) {
			write("mails/" + i + ".eml", unknown("a" + i + "@customer.example", "News 1", 1));
		}
		assertEquals(ExitCode.OK, run("policy", "set", "strict=true", "automatic=true"));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals("", out());
		assertEquals(ExitCode.OK, run("suggest"));
		assertTrue(err().contains("rebound campaigns answer news-1"), err());
		assertEquals(ExitCode.OK, run("suggest", "--format", "jsonl"));
		assertEquals(12, jsonLines().size());
		assertEquals("held", jsonLines().getFirst().get("status"));
		assertEquals("customer.example", jsonLines().getFirst().get("mail_host"));
		assertEquals(ExitCode.OK, run("campaigns", "answer", "news-1", "ignored"));
		assertEquals(ExitCode.OK, run("suggest", "--format", "jsonl"));
		assertEquals(0, jsonLines().size());
		assertEquals(ExitCode.OK, run("campaigns", "answer", "news-1", "counted"));
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals(12, out().lines().count());
		assertEquals(ExitCode.USAGE, run("campaigns", "answer", "news-1", "perhaps"));
	}

	@Test
	void domainsAreCheckedOnlyWhenAskedForAndADeadOneIsSuggestedAndOffered() throws IOException {
		for (String name : List.of("a@dead.example", "b@dead.example", "c@alive.example")) {
			write("mails/" + name + ".eml",
					bounce(name, "News 1", 1, "5.1.2", "550 5.1.2 Host unknown: domain not found"));
		}
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		assertEquals(ExitCode.OK, run("suggest", "--format", "jsonl"));
		assertEquals(0, jsonLines().size());
		assertEquals(ExitCode.OK, run("suggest", "--check-domains", "--format", "jsonl"));
		assertEquals(List.of("a@dead.example", "b@dead.example"),
				jsonLines().stream().map(line -> line.get("email")).sorted().toList());
		assertTrue(err().contains("dead.example") && !err().contains("alive.example"), err());
		assertEquals(ExitCode.USAGE, run("suggest", "--resolver", "wrong"));
		assertEquals(ExitCode.OK, run("block", "--domain", "dead.example"));
		assertEquals(ExitCode.OK, run("suppressed"));
		assertEquals("a@dead.example\nb@dead.example", out().strip());
		assertEquals(ExitCode.USAGE, run("block", "--domain", "nobody.example"));
	}

	/** The customer's own address works; where it forwards to does not. */
	@Test
	void brokenForwardCountsAgainstNobody() throws IOException {
		write("mails/a.eml", unknown("anna@private.example", "News 1", 1).replace("Action: failed",
				"Original-Recipient: rfc822; anna@customer.example\nAction: failed"));
		write("mails/b.eml", unknown("bert@mail.customer.example", "News 1", 1).replace("Action: failed",
				"Original-Recipient: rfc822; bert@customer.example\nAction: failed"));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		assertEquals(ExitCode.OK, run("suggest", "--format", "jsonl"));
		assertEquals(List.of("bert@customer.example"), jsonLines().stream().map(line -> line.get("email")).toList());
		assertEquals(ExitCode.OK, run("log", "--address", "anna@customer.example", "--format", "jsonl"));
		assertEquals("hard", jsonLines().getFirst().get("bounce_type"));
	}

	private String inForce() throws IOException {
		assertEquals(ExitCode.OK, run("policy", "versions", "--format", "jsonl"));
		return (String) jsonLines().stream().filter(line -> "in force".equals(line.get("status"))).findFirst()
				.orElseThrow().get("policy");
	}

	private Map<String, Object> setting(String name) throws IOException {
		return jsonLines().stream().filter(line -> line.get("setting").equals(name)).findFirst().orElseThrow();
	}
}
