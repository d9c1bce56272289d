package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.classify.RuleChainClassifier;
import rebound.customers.CustomerSources;
import rebound.customers.ReadSettings;
import rebound.model.AddressKey;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.model.FollowUp;
import rebound.parse.ReportParser;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.source.internal.FileMailSource;
import rebound.store.BounceStore;
import rebound.store.internal.SqlBounceStores;

/** What importing the customers again does. */
class CustomerImportTest {

	private static final Instant NOW = Instant.parse("2026-11-10T08:00:00Z");

	@TempDir
	private Path folder;
	private BounceStore store;

	private final Pipeline pipeline = new Pipeline(
			new MailReading(List.of(new FileMailSource()), new ReportParser(), RuleChainClassifier.stock()),
			new BlockingPolicy(PolicySettings.DEFAULT), CustomerSources.stock(), BounceReport.stock(),
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void open() {
		store = new SqlBounceStores().open(folder.resolve("database").toString());
	}

	@AfterEach
	void close() {
		store.close();
	}

	@Test
	void tellsWhatIsNewChangedAndGoneAndKeepsTheUsersNotes() throws IOException {
		read("1,Anna,anna@a.example", "2,Bert,bert@b.example", "3,Carl,carl@c.example");
		FollowUp note = new FollowUp("2", "Nora", null, "call", null, NOW, "nora");
		store.followUps().save(note, null);
		CustomerImport again = read("1,Anna,anna@a.example", "2,Bertram,bert@b.example", "4,Dora,dora@d.example");
		assertEquals(1, again.added());
		assertEquals(1, again.changed());
		assertEquals(1, again.unchanged());
		assertEquals(List.of("3"), again.gone());
		assertEquals(note, store.followUps().find("2").orElseThrow());
		assertEquals("Bertram", store.customers().find("2").orElseThrow().fullName());
		assertTrue(store.customers().find("3").isPresent());
	}

	@Test
	void removesWhoIsGoneOnlyWhenAsked() throws IOException {
		read("1,Anna,anna@a.example", "2,Bert,bert@b.example");
		CustomerImport again = pipeline.importCustomers(file("1,Anna,anna@a.example"), ReadSettings.AUTOMATIC, true,
				store, Progress.NONE);
		assertEquals(1, again.goneCount());
		assertEquals(1, store.customers().count());
	}

	@Test
	void findsTheAcceptedChangesThatAreDoneOrInTheWay() throws IOException {
		read("1,Anna,anna@a.example", "2,Bert,bert@b.example", "3,Carl,carl@c.example", "4,Dora,dora@d.example");
		store.changes().add(List.of(change("1", "anna@a.example", "anna@new.example"),
				change("2", "bert@b.example", "bert@new.example"), change("3", "carl@c.example", "carl@new.example"),
				change("4", "dora@d.example", "dora@new.example")));
		CustomerImport again = read("1,Anna,anna@new.example", "2,Bert,bert@other.example", "3,Carl,carl@c.example");
		assertEquals(List.of(State.DONE, State.CONFLICT, State.CONFLICT),
				again.settled().stream().map(CustomerChange::state).toList());
		assertEquals(State.DONE, state("1"));
		assertEquals("bert@other.example", store.changes().ofCustomer("2").getFirst().found());
		assertEquals(State.PENDING, state("3"));
		assertEquals(State.CONFLICT, state("4"));
	}

	private State state(String customer) {
		return store.changes().ofCustomer(customer).getFirst().state();
	}

	@Test
	void whoIsProtectedByItIsJudgedAtOnce() throws IOException {
		Path mail = folder.resolve("bounce.eml");
		Files.writeString(mail, """
				Content-Type: multipart/report; report-type=delivery-status; boundary="b"

				--b
				Content-Type: message/delivery-status

				Final-Recipient: rfc822; anna@a.example
				Action: failed
				Status: 5.1.1

				--b--
				""");
		pipeline.importMail(List.of(mail.toString()), store, Progress.NONE);
		AddressKey anna = AddressKey.of("anna@a.example");
		assertFalse(store.addresses().standing(anna).orElseThrow().isProtected());
		Path customers = folder.resolve("protected.csv");
		Files.writeString(customers, "customer_id,full_name,email,protected\n1,Anna,anna@a.example,yes\n");
		pipeline.importCustomers(customers.toString(), ReadSettings.AUTOMATIC, store, Progress.NONE);
		assertTrue(store.addresses().standing(anna).orElseThrow().isProtected());
	}

	private CustomerImport read(String... rows) throws IOException {
		return pipeline.importCustomers(file(rows), ReadSettings.AUTOMATIC, store, Progress.NONE);
	}

	private String file(String... rows) throws IOException {
		Path file = folder.resolve("customers.csv");
		Files.writeString(file, "customer_id,full_name,email\n" + String.join("\n", rows) + "\n");
		return file.toString();
	}

	private static CustomerChange change(String customer, String from, String to) {
		return new CustomerChange("c" + customer, "b", customer, CustomerChange.Kind.EMAIL, from, to, "551",
				"it says so",
				State.PENDING, NOW, "nora", null, null);
	}
}
