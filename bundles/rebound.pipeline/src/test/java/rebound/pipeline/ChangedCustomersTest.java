package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.classify.RuleChainClassifier;
import rebound.customers.ChangingSource;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSources;
import rebound.customers.ReadSettings;
import rebound.model.Customer;
import rebound.parse.ReportParser;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.store.BounceStore;
import rebound.store.internal.SqlBounceStores;

class ChangedCustomersTest {

	@TempDir
	private Path folder;
	private final Book book = new Book();

	/** Numbers its versions; knows what changed since each. */
	private static final class Book implements ChangingSource {
		private final List<String> asked = new ArrayList<>();
		private final List<Customer> changed = new ArrayList<>(List.of(customer("1"), customer("2"), customer("3")));
		private final List<String> gone = new ArrayList<>();

		@Override
		public String id() {
			return "book";
		}

		@Override
		public boolean accepts(String location) {
			return true;
		}

		@Override
		public void read(String location, ReadSettings settings, CustomerHandler handler) {
			throw new AssertionError("only changes are wanted");
		}

		@Override
		public State readChanges(String location, String since, ReadSettings settings, CustomerHandler handler,
				Consumer<String> removed) {
			asked.add(since);
			changed.forEach(customer -> handler.customer(1, customer));
			gone.forEach(removed);
			return new State("version " + asked.size(), since == null);
		}
	}

	@Test
	void whatDidNotChangeIsNeitherReadNorGone() throws IOException {
		try (BounceStore store = open("one")) {
			assertEquals(3, load(store, false).added());
			book.changed.clear();
			book.changed.add(customer("2"));
			book.gone.add("record 3");
			CustomerImport second = load(store, false);
			assertTrue(second.changesOnly());
			assertEquals(List.of("3"), second.gone());
			assertEquals(1, second.unchanged());
			assertEquals(3, store.customers().count());
			load(store, true);
			assertEquals(2, store.customers().count());
			assertTrue(store.customers().find("1").isPresent());
		}
		assertEquals(List.of("version 1", "version 2"), book.asked.subList(1, 3));
	}

	@Test
	void anotherDatabaseReadsAll() throws IOException {
		try (BounceStore one = open("one"); BounceStore two = open("two")) {
			load(one, false);
			assertFalse(load(two, false).changesOnly());
			assertTrue(load(one, false).changesOnly());
			one.customers().remove(List.of("1", "2", "3"));
			assertFalse(load(one, false).changesOnly());
		}
	}

	private CustomerImport load(BounceStore store, boolean removeGone) throws IOException {
		Pipeline pipeline = new Pipeline(
				new MailReading(List.of(), new ReportParser(), RuleChainClassifier.stock()),
				new BlockingPolicy(PolicySettings.DEFAULT), new CustomerSources(List.of(book)), BounceReport.stock());
		return pipeline.importCustomers(folder.resolve("book.crm").toString(), ReadSettings.AUTOMATIC, removeGone,
				store, Progress.NONE);
	}

	private BounceStore open(String name) {
		return new SqlBounceStores().open(folder.resolve(name).toString());
	}

	private static Customer customer(String id) {
		return new Customer(id, null, "record " + id, null, null, null, "Nr " + id, null, null, null, null, null, null,
				null, null, null, null, null, null, List.of(id + "@a.example"), null, null, null, null, null, null,
				null, null, false, Map.of());
	}
}
