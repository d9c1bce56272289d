package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.classify.RuleChainClassifier;
import rebound.customers.CustomerSources;
import rebound.customers.ReadSettings;
import rebound.customers.WorkItem;
import rebound.model.AddressKey;
import rebound.model.Standing.State;
import rebound.parse.ReportParser;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.report.ReportOptions;
import rebound.source.internal.FileMailSource;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.internal.SqlBounceStores;

class PipelineTest {

	private static final Instant NOW = Instant.parse("2026-11-10T08:00:00Z");

	@TempDir
	private Path folder;

	private final Pipeline pipeline = new Pipeline(
			new MailReading(List.of(new FileMailSource()), new ReportParser(), RuleChainClassifier.stock()),
			new BlockingPolicy(PolicySettings.DEFAULT), CustomerSources.stock(), BounceReport.stock(),
			Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void stoppedImportDoneAgainEndsLikeAnUndisturbedOne() throws IOException {
		String mbox = mbox(4000);
		try (BounceStore whole = new SqlBounceStores().open(folder.resolve("whole").toString());
				BounceStore stopped = new SqlBounceStores().open(folder.resolve("stopped").toString())) {
			ImportSummary undisturbed = pipeline.importMail(List.of(mbox), whole, Progress.NONE);
			assertEquals(4000, undisturbed.messages());
			assertEquals(4000, undisturbed.hard());
			assertThrows(CancellationException.class, () -> pipeline.importMail(List.of(mbox), stopped, after(600)));
			long before = stopped.events().count(EventFilter.ALL);
			assertTrue(before > 0 && before < 4000, before + " events were stored before the stop");
			ImportSummary again = pipeline.importMail(List.of(mbox), stopped, Progress.NONE);
			assertEquals(before, again.known());
			assertEquals(4000 - before, again.stored());
			assertEquals(content(whole), content(stopped));
		}
	}

	@Test
	void reportJoinsCustomersStandingsAndWhatWasFoundOut() throws IOException {
		Path customers = folder.resolve("customers.csv");
		Files.writeString(customers, """
				id,first_name,last_name,company,email,phone
				1,Anna,Berg,Acme,nr-0@acme.example,+49 30 1
				2,Bert,Dahl,Acme,bert@acme.example,+49 30 2
				""");
		Path report = folder.resolve("report.csv");
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("database").toString())) {
			CustomerImport read = pipeline.importCustomers(customers.toString(), ReadSettings.AUTOMATIC, store,
					Progress.NONE);
			assertEquals(2, read.added());
			pipeline.importMail(List.of(mbox(1)), store, Progress.NONE);
			assertEquals(State.SUGGESTED,
					store.addresses().standing(AddressKey.of("nr-0@acme.example")).orElseThrow().state());
			pipeline.report(store, "csv", true, ReportOptions.DEFAULT, report, Progress.NONE);
			List<WorkItem> items = pipeline.workList(store, WorkFilter.OPEN, Progress.NONE);
			assertEquals(List.of("1"), items.stream().map(item -> item.lost().customer().id()).toList());
			assertEquals(WorkItem.Step.CALL, items.getFirst().step());
			assertEquals(List.of(), pipeline.workList(store, WorkFilter.OPEN.text("nobody"), Progress.NONE));
		}
		List<String> lines = Files.readAllLines(report);
		assertEquals(2, lines.size());
		List<String> header = List.of(lines.getFirst().split(","));
		List<String> row = List.of(lines.get(1).split(",", -1));
		assertEquals("userunknown", row.get(header.indexOf("reason_code")));
		assertEquals("suggested", row.get(header.indexOf("status")));
		assertEquals("bert@acme.example", row.get(header.indexOf("colleague_email")));
		assertEquals("person_left", row.get(header.indexOf("company_verdict")));
		assertEquals("October news", row.get(header.indexOf("last_campaign")));
	}

	private static List<String> content(BounceStore store) {
		List<String> content = new ArrayList<>();
		store.events().forEach(EventFilter.ALL.sortedBy(EventFilter.Sort.ADDRESS, true),
				event -> content.add(event.toString()));
		store.addresses().forEach(StandingFilter.ALL, standing -> content.add(standing.toString()));
		store.campaigns().list().forEach(campaign -> content.add(campaign.toString()));
		return content;
	}

	private String mbox(int count) throws IOException {
		StringBuilder mails = new StringBuilder();
		for (int i = 0; i < count; i++) {
			mails.append("From MAILER-DAEMON Thu Nov  5 08:00:00 2026\n").append("""
					From: MAILER-DAEMON@mx.example.com
					Date: Thu, 05 Nov 2026 08:00:00 +0000
					Subject: Undelivered Mail Returned to Sender
					MIME-Version: 1.0
					Content-Type: multipart/report; report-type=delivery-status; boundary="b"

					--b
					Content-Type: message/delivery-status

					Reporting-MTA: dns; mx.example.com

					Final-Recipient: rfc822; nr-%1$d@acme.example
					Action: failed
					Status: 5.1.1
					Diagnostic-Code: smtp; 550 5.1.1 User unknown

					--b
					Content-Type: message/rfc822

					Message-ID: <%1$d@example.net>
					Subject: October news
					From: news@example.net
					Date: Thu, 05 Nov 2026 07:00:00 +0000

					text
					--b--

					""".formatted(i));
		}
		Path file = folder.resolve("in.mbox");
		Files.writeString(file, mails);
		return file.toString();
	}

	private static Progress after(long wanted) {
		return new Progress() {
			private long items;

			@Override
			public void done(double fraction, long count) {
				items = count;
			}

			@Override
			public boolean cancelled() {
				return items >= wanted;
			}
		};
	}
}
