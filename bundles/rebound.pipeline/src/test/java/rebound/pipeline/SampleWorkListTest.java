package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.classify.RuleChainClassifier;
import rebound.customers.CompanyView;
import rebound.customers.CustomerSources;
import rebound.customers.ReadSettings;
import rebound.customers.Suggestion.CompanyVerdict;
import rebound.customers.WorkItem;
import rebound.model.Customer;
import rebound.parse.ReportParser;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.source.internal.FileMailSource;
import rebound.store.BounceStore;
import rebound.store.internal.SqlBounceStores;

/** The work list of the shipped samples: for each prepared case the right next step with the right evidence. */
class SampleWorkListTest {

	private static final Path SAMPLES = Path.of("../../releng/samples");
	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	@TempDir
	private static Path folder;
	private static List<WorkItem> items;
	private static final Map<String, WorkItem> BY_CUSTOMER = new HashMap<>();

	@BeforeAll
	static void readTheSamples() throws IOException {
		Pipeline pipeline = new Pipeline(
				new MailReading(List.of(new FileMailSource()), new ReportParser(), RuleChainClassifier.stock()),
				new BlockingPolicy(PolicySettings.DEFAULT), CustomerSources.stock(), BounceReport.stock(),
				Clock.fixed(NOW, ZoneOffset.UTC));
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("database").toString())) {
			for (String file : List.of("customers.csv", "lost/customers.csv")) {
				pipeline.importCustomers(SAMPLES.resolve(file).toString(), ReadSettings.AUTOMATIC, store,
						Progress.NONE);
			}
			pipeline.importMail(List.of(SAMPLES.resolve("mail").toString(), SAMPLES.resolve("lost/mail").toString()),
					store, Progress.NONE);
			items = pipeline.workList(store, WorkFilter.OPEN, Progress.NONE);
		}
		items.forEach(item -> BY_CUSTOMER.put(item.lost().customer().id(), item));
	}

	/** Customer, step, how it was found, the address (or telephone) to use, and words of the evidence. */
	@ParameterizedTest(name = "{0} {1}: {2} {3}")
	@CsvSource(delimiter = '|', textBlock = """
			# their own answers say who answers instead
			LP-01 | ASK_SUCCESSOR | successor | ewan.tully@penhallow.example | Grace Whitfield has left
			LP-02 | ASK_SUCCESSOR | successor | lutz.peters@muehlbach.example | nicht mehr bei Mühlbach Papier
			LP-03 | ASK_SUCCESSOR | successor | diego.marin@ribera.example | ya no trabaja
			LP-04 | ASK_SUCCESSOR | successor | marta.lis@sosna.example | nie pracuję już
			NP-1010 | ASK_SUCCESSOR | successor | j.petersen@birkenau-verlag.example | meine Nachfolgerin Jule Petersen
			# their own answers say where they are now
			LP-05 | USE_ADDRESS | auto_reply | owen.pryce@pryce-studio.example | My e-mail address has changed
			LP-06 | USE_ADDRESS | auto_reply | chloe.garnier@imprimerie-vauban.example | mon adresse électronique
			LP-07 | USE_ADDRESS | auto_reply | nils.ahl@ahlson.example | Jag har bytt
			LP-08 | USE_ADDRESS | auto_reply | mori@kitano-shoten.example | メールアドレスが変わりました
			LP-09 | USE_ADDRESS | auto_reply | ida.brandt@posthaus.example | Privat erreichen Sie mich
			# the mail server says where they are now
			LP-10 | USE_ADDRESS | 551 | vnunn@cobalt-group.example | 551 5.1.6 User not local
			LP-11 | USE_ADDRESS | 551 | rita.falk@textilhaus.example | has moved to
			LP-12 | USE_ADDRESS | 551 | tessa.monk@larkfield.example | please try
			LP-13 | USE_ADDRESS | 551 | hugo.laird@larkfield.example | please try
			NP-1027 | USE_ADDRESS | 551 | maja@lundqvist-design.example | 551 5.1.6 User has moved
			# the company moved its domain, as two others told
			LP-14 | CHECK_ADDRESS | domain_rename | bryn.ellis@larkfield.example | larkfield-printers.example > larkfield
			LP-15 | CHECK_ADDRESS | domain_rename | carys.howe@larkfield.example | larkfield-printers.example > larkfield
			# mistyped
			LP-16 | CHECK_ADDRESS | typo | paula.reyes@gmail.com | gmail.com
			LP-17 | CHECK_ADDRESS | typo | marc.vidal@hotmail.com | hotmail.com
			LP-18 | CHECK_ADDRESS | typo | g.olm@lindenhof.example | lindenhof.example
			LP-19 | CHECK_ADDRESS | typo | margaret.holloway@ashdown.example | Margaret Holloway
			# made like the colleagues' addresses
			LP-23 | CHECK_ADDRESS | pattern | joanna.keel@tidewater.example | @tidewater.example
			# in the customer data already
			LP-24 | USE_ADDRESS | crm | simone.achard@boite.example | simone.achard@boite.example
			# away, and back on a day that is known
			LP-25 | WAIT | away | 2026-12-18 | bis zum 18. Dezember 2026 im Urlaub
			# there was a sign of life since
			LP-26 | CLEAR | alive | 2026-11-12 | order
			NP-1045 | CLEAR | alive | 2026-11-16 | order
			NP-1022 | CLEAR | alive | 2026-10-27 | order
			# the address works, its forward does not
			NP-1039 | TELL_FORWARD | broken_forward | - | lena@albers-privat.example
			# somebody to ask
			LP-27 | ASK_COLLEAGUE | colleague | office@corvus-media.example | office@corvus-media.example
			LP-29 | CALL | - | - | -
			NP-1001 | CALL | - | - | -
			# nothing but public places
			LP-30 | SEARCH | - | - | -
			LP-31 | SEARCH | - | - | -
			""")
	void theRightStepWithTheRightEvidence(String customer, WorkItem.Step step, String kind, String target,
			String evidence) {
		WorkItem item = BY_CUSTOMER.get(customer);
		assertEquals(step, item.step(), () -> item.found().toString());
		if (kind.equals("-")) {
			return;
		}
		assertEquals(kind, item.best().kind().id());
		assertTrue(item.best().evidence().contains(evidence), item.best().evidence());
		if (!target.equals("-")) {
			assertEquals(target,
					item.best().date() != null ? item.best().date().toString() : item.best().email());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "LP-20", "LP-28", "LP-32", "LP-33", "NP-1002", "NP-1004" })
	void whoIsNotLostIsNotOnTheList(String customer) {
		assertNull(BY_CUSTOMER.get(customer));
	}

	@Test
	void theListIsRankedByValueTimesChance() {
		WorkItem last = null;
		for (WorkItem item : items) {
			Customer customer = item.lost().customer();
			assertEquals(customer.value() * item.chance(), item.rank(), 0.01, customer.id());
			if (last != null && last.step().isWork() == item.step().isWork()) {
				assertTrue(item.rank() <= last.rank(), customer.id());
			}
			assertTrue(last == null || last.step().isWork() || !item.step().isWork(), customer.id());
			last = item;
		}
		assertEquals(items.size(), BY_CUSTOMER.size());
	}

	@ParameterizedTest
	@CsvSource({ "LP-30, COMPANY_GONE", "NP-1029, COMPANY_GONE", "LP-27, PERSON_LEFT", "NP-1001, PERSON_LEFT" })
	void theCompanyViewSaysWhatBecameOfTheCompany(String customer, CompanyVerdict verdict) {
		assertEquals(verdict, CompanyView.of(BY_CUSTOMER.get(customer).lost()).verdict());
	}
}
