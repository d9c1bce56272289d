package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.classify.RuleChainClassifier;
import rebound.customers.CrmConnector;
import rebound.customers.CrmConnector.WriteResult.Outcome;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSources;
import rebound.customers.ReadSettings;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;
import rebound.model.CustomerChange.State;
import rebound.parse.ReportParser;
import rebound.pipeline.ChangeList.Wish;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.source.internal.FileMailSource;
import rebound.store.BounceStore;
import rebound.store.internal.SqlBounceStores;

/** What becomes of accepted changes when a connector writes them. */
class CrmPushTest {

	private static final Instant NOW = Instant.parse("2026-11-10T08:00:00Z");

	@TempDir
	private Path folder;
	private final Map<String, String> addresses = new HashMap<>(
			Map.of("1", "anna@old.example", "2", "bert@elsewhere.example"));
	private final Pipeline pipeline = new Pipeline(
			new MailReading(List.of(new FileMailSource()), new ReportParser(), RuleChainClassifier.stock()),
			new BlockingPolicy(PolicySettings.DEFAULT), new CustomerSources(List.of(new Book())), BounceReport.stock(),
			Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void writesWhatWaitsAndTakesItBack() throws IOException {
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("database").toString())) {
			store.customers().save(List.of(customer("1", "anna@old.example"), customer("2", "bert@old.example")));
			List<CustomerChange> accepted = new ChangeList(store, "nora", NOW).accept(List.of(
					new Wish("1", Kind.EMAIL, "anna@old.example", "anna@new.example", "551", "it says so"),
					new Wish("2", Kind.EMAIL, "bert@old.example", "bert@new.example", "user", null),
					new Wish("3", Kind.EMAIL, "carl@old.example", "carl@new.example", "user", null)));
			assertEquals(3, pipeline.push("book", true, store).size());
			assertEquals("anna@old.example", addresses.get("1"));
			assertEquals(List.of(State.PENDING, State.PENDING, State.PENDING), states(store, accepted));
			pipeline.push("book", false, store);
			assertEquals("anna@new.example", addresses.get("1"));
			assertEquals("bert@elsewhere.example", addresses.get("2"));
			assertEquals(List.of(State.WRITTEN, State.CONFLICT, State.PENDING), states(store, accepted));
			assertEquals("bert@elsewhere.example", store.changes().find(accepted.get(1).id()).getFirst().found());
			assertEquals(1, pipeline.takeBack("book", accepted.getFirst().batch(), false, store).size());
			assertEquals("anna@old.example", addresses.get("1"));
			assertEquals(State.WITHDRAWN, states(store, accepted).getFirst());
			assertThrows(NoSuchFileException.class, () -> pipeline.push("elsewhere", true, store));
		}
	}

	private static List<State> states(BounceStore store, List<CustomerChange> changes) {
		return changes.stream().map(change -> store.changes().find(change.id()).getFirst().state()).toList();
	}

	private static Customer customer(String id, String email) {
		return new Customer(id, null, null, null, null, null, id, null, null, null, null, null, null, null, null, null,
				null, null, null, List.of(email), null, null, null, null, null, null, null, null, false, Map.of());
	}

	/** A customer database of one address a customer. */
	private final class Book implements CrmConnector {

		@Override
		public String id() {
			return "book";
		}

		@Override
		public boolean accepts(String location) {
			return location.equals("book");
		}

		@Override
		public void read(String location, ReadSettings settings, CustomerHandler handler) {
			addresses.forEach((id, email) -> handler.customer(1, customer(id, email)));
		}

		@Override
		public List<WriteResult> write(String location, List<WriteOrder> orders, boolean dryRun) {
			return orders.stream().map(order -> {
				CustomerChange change = order.change();
				String there = addresses.get(order.customer().id());
				if (!there.equals(change.oldValue())) {
					return new WriteResult(change, Outcome.CONFLICT, there);
				}
				if (!dryRun) {
					addresses.put(order.customer().id(), change.newValue());
				}
				return new WriteResult(change, Outcome.WRITTEN, null);
			}).toList();
		}
	}
}
