package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rebound.headless.ExitCode;

class CampaignsTest extends CliFixture {

	@Test
	void tableOfCampaignsTakesTheBouncesThatCameBefore() throws IOException {
		write("mails/a.eml", unknown("a@customer.example", "October news", 1));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		String file = write("campaigns.csv", """
				Report of 2026;;;;
				Kampagne;Betreff;Absender;Versanddatum;Anzahl
				october-2026;October news;Shop <News@shop.example>;01.10.2026 07:30;1.200
				november-2026;"November; news";news@shop.example;2026-11-01;1300
				""");
		assertEquals(ExitCode.OK, run("campaigns", "import", file, "--json"), this::err);
		assertEquals(List.of("october-2026", "november-2026"), jsonLines().getFirst().get("campaigns"));
		Map<String, Object> october = campaign("october-2026");
		assertEquals(1200.0, october.get("recipients"));
		assertEquals(1.0, october.get("hard"));
		assertEquals("2026-10-01T07:30:00Z", october.get("sent_utc"));
		assertEquals(ExitCode.OK, run("campaigns", "import", file, "--json"));
		assertEquals(0.0, jsonLines().getFirst().get("newCampaigns"));
		assertEquals(1.0, campaign("october-2026").get("hard"));
	}

	@Test
	void copiesOfTheMailsAreTheCampaignThatBouncesAreRecognisedAs() throws IOException {
		write("mails/a.eml", unknown("a@customer.example", "October news", 1));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		StringBuilder mbox = new StringBuilder();
		for (String recipient : List.of("a@customer.example", "b@customer.example", "c@customer.example")) {
			mbox.append("From news@shop.example Thu Oct  1 08:00:00 2026\nFrom: Shop <news@shop.example>\nTo: ")
					.append(recipient).append("\nSubject: October news\nMessage-ID: <1.").append(recipient)
					.append(">\nDate: Thu, 01 Oct 2026 08:00:00 +0000\n\ntext\n\n");
		}
		String file = write("sent.mbox", mbox.toString());
		assertEquals(ExitCode.OK, run("campaigns", "import", file, "--json"), this::err);
		assertEquals(3.0, jsonLines().getFirst().get("newRecipients"));
		assertEquals(ExitCode.OK, run("campaigns", "import", file, "--json"));
		assertEquals(0.0, jsonLines().getFirst().get("newRecipients"));
		assertEquals(ExitCode.OK, run("campaigns", "list", "--format", "jsonl"));
		assertEquals(1, jsonLines().size());
		assertEquals(3.0, jsonLines().getFirst().get("recipients"));
		assertEquals(1.0, jsonLines().getFirst().get("hard"));
	}

	/** What the services' documentation shows, one entry each. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"sendgrid|{\"email\":\"a@customer.example\",\"timestamp\":1790841600,\"smtp-id\":\"<1.a@customer.example>\",\"event\":\"processed\",\"category\":[\"autumn-1\"],\"sg_message_id\":\"x\"}",
			"mailgun|{\"event\":\"delivered\",\"timestamp\":1790841600.5,\"recipient\":\"a@customer.example\",\"tags\":[\"autumn-1\"],\"message\":{\"headers\":{\"to\":\"A <a@customer.example>\",\"message-id\":\"1.a@customer.example\",\"from\":\"news@shop.example\",\"subject\":\"x\"}}}",
			"ses|{\"eventType\":\"Send\",\"mail\":{\"timestamp\":\"2026-10-01T08:00:00.000Z\",\"source\":\"news@shop.example\",\"sourceArn\":\"arn:aws:ses:eu-west-1:1:identity/x\",\"messageId\":\"0102-a\",\"destination\":[\"a@customer.example\"],\"headers\":[{\"name\":\"Subject\",\"value\":\"x\"}],\"commonHeaders\":{\"from\":[\"news@shop.example\"],\"to\":[\"a@customer.example\"],\"messageId\":\"other\",\"subject\":\"x\"},\"tags\":{\"campaign\":[\"autumn-1\"]}}}",
			"postmark|{\"RecordType\":\"Delivery\",\"MessageID\":\"883953f4\",\"Recipient\":\"a@customer.example\",\"DeliveredAt\":\"2026-10-01T08:00:00.2735393-04:00\",\"Tag\":\"autumn-1\",\"Details\":\"ok\"}" })
	void logsOfSendingServices(String service, String entry) throws IOException {
		String opened = entry.replaceAll("processed|delivered|Send\"|\"Delivery", "Open\"").replace("Open\"\"",
				"Open\"");
		String file = write(service + ".jsonl", entry + "\n" + opened + "\nnonsense\n");
		assertEquals(ExitCode.INCOMPLETE, run("campaigns", "import", file, "--json"), this::err);
		Map<String, Object> summary = jsonLines().getFirst();
		assertEquals(List.of("autumn-1"), summary.get("campaigns"));
		assertEquals(1.0, summary.get("newRecipients"));
		assertEquals(1.0, summary.get("problems"));
		assertEquals(3.0, summary.get("entries"));
		assertEquals("2026-10-01", String.valueOf(campaign("autumn-1").get("sent_utc")).substring(0, 10));
	}

	@Test
	void sentLogTellsTheCampaignByItsMessageIds() throws IOException {
		write("mails/a.eml", unknown("a@customer.example", "Another subject", 1));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		String file = write("log.csv", """
				email,name,smtp_message_id,sent_at,tag
				a@customer.example,Anna,<1.a@customer.example>,2026-10-01 08:00:00,autumn-1
				b@customer.example,Bert,<1.b@customer.example>,2026-10-01 08:00:01,autumn-1
				nobody,Nobody,,2026-10-01 08:00:01,autumn-1
				""");
		assertEquals(ExitCode.INCOMPLETE, run("campaigns", "import", file));
		assertTrue(err().contains("nobody"), err());
		assertEquals(1.0, campaign("autumn-1").get("hard"));
		assertEquals(2.0, campaign("autumn-1").get("recipients"));
	}

	@Test
	void fileThatTellsNothingChangesNothing() throws IOException {
		assertEquals(ExitCode.OK, run("campaigns", "create", "first"));
		assertEquals(ExitCode.NO_INPUT, run("campaigns", "import", write("empty.csv", "")));
		assertEquals(ExitCode.NO_INPUT, run("campaigns", "import", write("text.txt", "just some text\nand more\n")));
		assertEquals(ExitCode.NO_INPUT, run("campaigns", "import", folder.resolve("nowhere").toString()));
		assertEquals(ExitCode.USAGE, run("campaigns", "import", write("a.csv", "email\na@b.example\n"), "--campaign",
				"second"));
		assertEquals(ExitCode.OK, run("campaigns", "list", "--format", "jsonl"));
		assertEquals(1, jsonLines().size());
	}

	@Test
	void showsRatesAgainstTheYardsticks() throws IOException {
		assertEquals(ExitCode.OK, run("campaigns", "create", "october-2026", "--subject", "October news", "--sender",
				"news@shop.example", "--sent", "2026-10-01", "--recipients", "50"));
		assertEquals(ExitCode.USAGE, run("campaigns", "create", "october-2026"));
		write("mails/a.eml", unknown("a@customer.example", "October news", 1));
		write("mails/b.eml", bounce("b@customer.example", "October news", 1, "4.2.2", "452 4.2.2 Mailbox full"));
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		assertEquals(ExitCode.OK, run("campaigns", "show", "october-2026", "--format", "jsonl"));
		Map<String, Object> hard = line("total", "hard");
		assertEquals(1.0, hard.get("count"));
		assertEquals("2.00", hard.get("percent"));
		assertEquals("warn", hard.get("yardstick"));
		assertEquals(48.0, line("total", "delivered").get("count"));
		assertEquals("ok", line("total", "complaints").get("yardstick"));
		assertEquals(1.0, line("reason", "mailboxfull").get("soft"));
		assertEquals(2.0, line("domain", "customer.example").get("count"));
		assertEquals(2.0, line("day", "2026-10-01").get("count"));
		assertEquals(ExitCode.OK, run("campaigns", "edit", "october-2026", "--recipients", "20", "--name", "October"));
		assertEquals(ExitCode.OK, run("campaigns", "show", "October", "--format", "jsonl"));
		assertEquals("act", line("total", "hard").get("yardstick"));
		assertEquals(ExitCode.OK, run("campaigns", "create", "november-2026"));
		assertEquals(ExitCode.OK, run("campaigns", "compare", "October", "november-2026", "--format", "jsonl"));
		assertEquals("1 (5.00 %) act", line("total", "hard").get("october-2026"));
		assertEquals("0", line("total", "hard").get("november-2026"));
		assertNull(line("reason", "userunknown").get("november-2026"));
		assertEquals(ExitCode.OK, run("campaigns", "show", "October"));
		assertEquals(ExitCode.USAGE, run("campaigns", "show", "nothing"));
	}

	@Test
	void unattributedBouncesAreAssignedByHandInBulk() throws IOException {
		for (String name : List.of("a", "b", "c")) {
			write("mails/" + name + ".eml", unknown(name + "@customer.example", "x", 1)
					.replaceAll("(?m)^(Subject: x|From: Shop.*|Message-ID.*)\\R", ""));
		}
		assertEquals(ExitCode.OK, run("import", folder.resolve("mails").toString()));
		assertEquals(ExitCode.OK, run("campaigns", "create", "october-2026"));
		assertEquals(ExitCode.OK, run("campaigns", "unattributed", "--format", "jsonl"));
		assertEquals(3, jsonLines().size());
		String event = (String) jsonLines().getFirst().get("event_id");
		assertEquals(ExitCode.USAGE, run("campaigns", "assign", "october-2026"));
		assertEquals(ExitCode.OK, run("campaigns", "assign", "october-2026", "--event", event, "--json"));
		assertEquals(1.0, jsonLines().getFirst().get("assigned"));
		assertEquals(ExitCode.OK,
				run("campaigns", "assign", "october-2026", "--domain", "customer.example", "--json"));
		assertEquals(2.0, jsonLines().getFirst().get("assigned"));
		assertEquals(ExitCode.OK, run("campaigns", "unattributed", "--format", "jsonl"));
		assertEquals(0, jsonLines().size());
		assertEquals(3.0, campaign("october-2026").get("hard"));
	}

	private Map<String, Object> campaign(String id) throws IOException {
		assertEquals(ExitCode.OK, run("campaigns", "list", "--format", "jsonl"));
		return jsonLines().stream().filter(line -> line.get("campaign_id").equals(id)).findFirst().orElseThrow();
	}

	private Map<String, Object> line(String countedBy, String value) throws IOException {
		return jsonLines().stream()
				.filter(line -> line.get("counted_by").equals(countedBy) && line.get("value").equals(value)).findFirst()
				.orElseThrow();
	}
}
