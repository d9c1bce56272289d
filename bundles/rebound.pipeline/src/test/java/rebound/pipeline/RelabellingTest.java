package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.classify.RuleChainClassifier;
import rebound.classify.UserRule;
import rebound.classify.UserRules;
import rebound.customers.CustomerSources;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Reason;
import rebound.model.Standing.State;
import rebound.parse.ReportParser;
import rebound.pipeline.Relabelling.Effect;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.source.internal.FileMailSource;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.internal.SqlBounceStores;

class RelabellingTest {

	private static final AddressKey ANNA = AddressKey.of("anna@acme.example");

	@TempDir
	private Path folder;

	private final UserRules own = new UserRules();
	private final RuleChainClassifier classifier = new RuleChainClassifier(List.of(), own);
	private final MailReading reading = new MailReading(List.of(new FileMailSource()), new ReportParser(), classifier);
	private final Pipeline pipeline = new Pipeline(reading, new BlockingPolicy(PolicySettings.DEFAULT),
			CustomerSources.stock(), BounceReport.stock());

	private Relabelling relabelling() {
		return new Relabelling(new UserRuleFile(own, folder.resolve("rules/own.rules")), reading, classifier, pipeline);
	}

	private String mail(String recipient, String status, String said) throws IOException {
		Path file = folder.resolve(recipient + ".eml");
		Files.writeString(file, """
				From: MAILER-DAEMON@mx.example.com
				Date: Thu, 05 Nov 2026 08:00:00 +0000
				Subject: Undelivered Mail Returned to Sender
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b"

				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example.com

				Final-Recipient: rfc822; %s
				Action: failed
				Status: %s
				Diagnostic-Code: smtp; 550 %s %s

				--b
				Content-Type: message/rfc822

				Message-ID: <1@example.net>
				Subject: October news

				text
				--b--
				""".formatted(recipient, status, status, said));
		return file.toString();
	}

	private static BounceEvent event(BounceStore store, AddressKey address) {
		return store.events().ofAddress(address).getFirst();
	}

	@Test
	void theUsersWordCountsForWhatIsStoredAndWhatComesUntilItIsTakenBack() throws IOException {
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("database").toString())) {
			pipeline.importMail(List.of(mail("anna@acme.example", "5.1.1", "User unknown in the gnomes' list"),
					mail("bo@acme.example", "5.1.1", "User unknown in the gnomes' list"),
					mail("cy@acme.example", "5.1.1", "No such user here")), store, Progress.NONE);
			assertEquals(State.SUGGESTED, store.addresses().standing(ANNA).orElseThrow().state());
			Relabelling relabelling = relabelling();
			BounceEvent wrong = event(store, ANNA);
			UserRule rule = UserRule.like(wrong.status(), Reason.BLOCKED, BounceType.SOFT).orElseThrow();
			Effect effect = relabelling.preview(store, rule, Progress.NONE);
			assertEquals(new Effect(3, 2, 2, 0, 2, Map.of(Reason.USERUNKNOWN, 2L)), effect);
			assertEquals(wrong, event(store, ANNA));

			assertEquals(effect, relabelling.apply(store, rule, Progress.NONE));
			assertEquals(Reason.BLOCKED, event(store, ANNA).verdict().reason());
			assertEquals(rule.id(), event(store, ANNA).verdict().rule());
			assertEquals(State.ACTIVE, store.addresses().standing(ANNA).orElseThrow().state());
			assertEquals(1, store.events().count(EventFilter.ALL.withType(BounceType.HARD)));
			pipeline.importMail(List.of(mail("dan@acme.example", "5.1.1", "User unknown in the gnomes' list")), store,
					Progress.NONE);
			assertEquals(Reason.BLOCKED, event(store, AddressKey.of("dan@acme.example")).verdict().reason());
			own.replace(List.of());
			assertEquals(List.of(rule), relabelling().rules());
			assertEquals(0, relabelling.preview(store, rule, Progress.NONE).changed());

			assertEquals(3, relabelling.undo(store, rule.id(), Progress.NONE).orElseThrow());
			assertEquals(wrong, event(store, ANNA));
			assertEquals(State.SUGGESTED, store.addresses().standing(ANNA).orElseThrow().state());
			assertEquals(List.of(), relabelling.rules());
			assertTrue(relabelling.undo(store, rule.id(), Progress.NONE).isEmpty());
		}
	}

	@Test
	void aMailThatIsNoLongerKeptIsJudgedByWhatIsStored() throws IOException {
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("database").toString())) {
			pipeline.importMail(List.of(mail("anna@acme.example", "5.1.1", "User unknown")), store, Progress.NONE);
			UserRule rule = UserRule.like(event(store, ANNA).status(), Reason.BLOCKED, BounceType.SOFT).orElseThrow();
			Relabelling relabelling = relabelling();
			relabelling.apply(store, rule, Progress.NONE);
			store.privacy().removeOld(java.time.Instant.now().plusSeconds(60), java.time.Instant.EPOCH, false);
			assertTrue(store.events().mail(event(store, ANNA).mailHash()).isEmpty());
			relabelling.undo(store, rule.id(), Progress.NONE);
			assertEquals(Reason.USERUNKNOWN, event(store, ANNA).verdict().reason());
		}
	}

	@Test
	void itCanBeStopped() throws IOException {
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("database").toString())) {
			pipeline.importMail(List.of(mail("anna@acme.example", "5.1.1", "User unknown")), store, Progress.NONE);
			UserRule rule = UserRule.like(event(store, ANNA).status(), Reason.BLOCKED, BounceType.SOFT).orElseThrow();
			assertThrows(CancellationException.class, () -> relabelling().preview(store, rule, new Progress() {
				@Override
				public void done(double fraction, long items) {
					assertEquals(0, items);
				}

				@Override
				public boolean cancelled() {
					return true;
				}
			}));
			assertEquals(Reason.USERUNKNOWN, event(store, ANNA).verdict().reason());
		}
	}
}
