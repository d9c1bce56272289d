package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceRegistration;
import rebound.classify.ClassificationRule;
import rebound.classify.Classifier;
import rebound.customers.CustomerSource;
import rebound.model.DeliveryReport;
import rebound.model.Evidence;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.Strength;
import rebound.model.Verdict;
import rebound.parse.MailParser;
import rebound.report.ReportFormat;
import rebound.source.MailSource;

/** The stages come up as services by themselves, and what others register joins them. */
class ThirdPartyServicesTest {

	private static final byte[] BOUNCE = """
			From: MAILER-DAEMON@mx.example
			To: news@newsletter.example
			Subject: Undelivered Mail Returned to Sender
			MIME-Version: 1.0
			Content-Type: multipart/report; report-type=delivery-status; boundary=b

			--b
			Content-Type: text/plain

			This is the mail system.
			--b
			Content-Type: message/delivery-status

			Reporting-MTA: dns; mx.example

			Final-Recipient: rfc822; anna@acme.example
			Action: failed
			Status: 5.1.1
			Diagnostic-Code: smtp; 550 5.1.1 User unknown
			--b--
			""".getBytes(StandardCharsets.US_ASCII);

	@Test
	void stockServicesAreThere() {
		assertTrue(ids(Services.all(ReportFormat.class).stream().map(ReportFormat::id).collect(Collectors.toSet()),
				"csv", "csv-excel", "xlsx"));
		assertTrue(!Services.all(MailSource.class).isEmpty());
		assertTrue(!Services.all(CustomerSource.class).isEmpty());
	}

	@Test
	void ruleInstalledLaterDecidesAndIsForgottenWhenItGoes() throws IOException {
		assertEquals(Reason.USERUNKNOWN, judge().verdicts().getFirst().reason());
		ServiceRegistration<ClassificationRule> rule = Services.context().registerService(ClassificationRule.class,
				new EverythingIsFull(), null);
		try {
			Verdict verdict = judge().verdicts().getFirst();
			assertEquals(Reason.MAILBOXFULL, verdict.reason());
			assertEquals("test.full", verdict.rule());
		} finally {
			rule.unregister();
		}
		assertEquals(Reason.USERUNKNOWN, judge().verdicts().getFirst().reason());
	}

	private static JudgedMail judge() throws IOException {
		DeliveryReport report = Services.one(MailParser.class).parse(new ByteArrayInputStream(BOUNCE));
		return Services.one(Classifier.class).classify(report);
	}

	private static boolean ids(Set<String> present, String... wanted) {
		return present.containsAll(Set.of(wanted));
	}

	private static final class EverythingIsFull implements ClassificationRule {

		@Override
		public String id() {
			return "test.full";
		}

		@Override
		public int order() {
			return 1;
		}

		@Override
		public Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
			return Optional.of(Verdict.of(Kind.BOUNCE, Reason.MAILBOXFULL, id(),
					new Evidence(Evidence.Source.STATUS, "5.1.1"), Strength.WEAK, 50));
		}
	}
}
