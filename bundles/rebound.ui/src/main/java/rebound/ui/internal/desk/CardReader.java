package rebound.ui.internal.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import rebound.customers.TypoFinder;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.Standing;
import rebound.pipeline.FoundCustomer;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.store.BounceStore;
import rebound.ui.internal.desk.CustomerCard.AddressCard;
import rebound.ui.internal.desk.CustomerCard.Colleague;

/** Puts customer cards together. May be used by several threads. */
public final class CardReader {

	private static final int MOST_EVENTS = 8;
	private static final int MOST_COLLEAGUES = 12;
	private static final int MOST_SUGGESTIONS = 4;
	private static final int SEARCHED = 100;

	private final Pipeline pipeline;
	private final TypoFinder providers = new TypoFinder(Map.of());

	/** @param pipeline looks for ways to reach a customer, as on the command line */
	public CardReader(Pipeline pipeline) {
		this.pipeline = pipeline;
	}

	/** @return the card of whoever has this address */
	public CustomerCard read(BounceStore store, AddressKey address, Progress progress) {
		List<Customer> owners = store.customers().byAddress(address);
		if (!owners.isEmpty()) {
			return read(store, owners.getFirst(), progress);
		}
		AddressCard card = address(store, new FoundCustomer.Address(address.value(),
				store.addresses().standing(address).orElse(null), store.events().ofAddress(address), List.of(), null));
		boolean hasCompany = isOfCompany(address) && !store.customers().byDomain(address.domain(), 1).isEmpty();
		return new CustomerCard(null, List.of(card), List.of(), hasCompany, null, List.of());
	}

	/** @return a customer's card */
	public CustomerCard read(BounceStore store, Customer customer, Progress progress) {
		List<Customer> company = company(store, customer);
		List<AddressCard> addresses = Matching.of(pipeline).find(store, customer.id(), 1, progress).stream()
				.flatMap(found -> found.addresses().stream()).map(each -> address(store, each)).toList();
		List<CustomerChange> changes = store.changes().ofCustomer(customer.id()).stream()
				.filter(each -> each.state() != CustomerChange.State.WITHDRAWN).toList();
		boolean hasCompany = !company.isEmpty() || customer.emails().stream().map(AddressKey::of)
				.anyMatch(this::isOfCompany);
		return new CustomerCard(customer, addresses, colleagues(store, company), hasCompany,
				store.followUps().find(customer.id()).orElse(null), changes);
	}

	private boolean isOfCompany(AddressKey address) {
		return !address.domain().isEmpty() && !providers.isProvider(address.domain());
	}

	private static AddressCard address(BounceStore store, FoundCustomer.Address found) {
		List<BounceEvent> events = found.events();
		Function<String, String> names = BounceLog.campaignNames(store);
		List<BounceRow> rows = events.stream().limit(MOST_EVENTS)
				.map(event -> new BounceRow(event, names.apply(event.campaignId()), found.standing())).toList();
		return new AddressCard(found.email(), found.standing(), rows, events.size(),
				found.found().stream().limit(MOST_SUGGESTIONS).toList());
	}

	/** Those with the same company's name; where there is none, nobody: domains like web mailers' tell nothing. */
	private static List<Customer> company(BounceStore store, Customer customer) {
		if (customer.company() == null || customer.company().isBlank()) {
			return List.of();
		}
		Map<String, Customer> found = new LinkedHashMap<>();
		store.customers().search(customer.company(), SEARCHED).forEach(each -> found.put(each.id(), each));
		found.remove(customer.id());
		return found.values().stream().filter(each -> customer.company().equalsIgnoreCase(each.company())).toList();
	}

	private static List<Colleague> colleagues(BounceStore store, Collection<Customer> company) {
		List<Customer> first = company.stream().limit(MOST_COLLEAGUES).toList();
		Map<AddressKey, Standing> standings = store.addresses().standings(
				first.stream().flatMap(CardReader::firstAddress).map(AddressKey::of).toList());
		return first.stream().map(each -> {
			String email = firstAddress(each).findFirst().orElse(null);
			return new Colleague(each, email, email == null ? null : standings.get(AddressKey.of(email)));
		}).toList();
	}

	private static Stream<String> firstAddress(Customer customer) {
		return customer.emails().stream().limit(1);
	}
}
