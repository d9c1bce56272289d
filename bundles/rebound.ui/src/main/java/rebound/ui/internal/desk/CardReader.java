package rebound.ui.internal.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import rebound.customers.Contact;
import rebound.customers.CustomerSearch;
import rebound.customers.DomainRenameFinder;
import rebound.customers.LostCustomer;
import rebound.customers.Suggestion;
import rebound.customers.TypoFinder;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.store.BounceStore;
import rebound.ui.internal.desk.CustomerCard.AddressCard;
import rebound.ui.internal.desk.CustomerCard.Colleague;

/** Puts customer cards together. May be used by several threads. */
public final class CardReader {

	private static final int MOST_EVENTS = 8;
	private static final int MOST_COLLEAGUES = 12;
	private static final int MOST_SUGGESTIONS = 4;
	private static final int SEARCHED = 100;

	/** Knows the domains of so many customers. */
	private long counted = -1;
	private CustomerSearch search;

	/** @return the card of whoever has this address */
	public CustomerCard read(BounceStore store, AddressKey address) {
		List<Customer> owners = store.customers().byAddress(address);
		return owners.isEmpty()
				? new CustomerCard(null, List.of(address(store, address.value(), List.of())), List.of(), null,
						List.of())
				: read(store, owners.getFirst());
	}

	/** @return a customer's card */
	public CustomerCard read(BounceStore store, Customer customer) {
		List<Customer> company = company(store, customer);
		List<Colleague> colleagues = company.stream().limit(MOST_COLLEAGUES).map(each -> colleague(store, each))
				.toList();
		List<Contact> contacts = new ArrayList<>();
		customer.emails().forEach(email -> contacts.add(contact(store, customer, email)));
		company.forEach(each -> each.emails().forEach(email -> contacts.add(contact(store, each, email))));
		List<AddressCard> addresses = customer.emails().stream()
				.map(email -> address(store, email, suggestions(store, customer, email, contacts))).toList();
		List<CustomerChange> changes = store.changes().ofCustomer(customer.id()).stream()
				.filter(each -> each.state() != CustomerChange.State.WITHDRAWN).toList();
		return new CustomerCard(customer, addresses, colleagues, store.followUps().find(customer.id()).orElse(null),
				changes);
	}

	private static AddressCard address(BounceStore store, String email, List<Suggestion> suggestions) {
		AddressKey key = AddressKey.of(email);
		List<BounceEvent> events = store.events().ofAddress(key);
		Function<String, String> names = BounceLog.campaignNames(store);
		Standing standing = store.addresses().standing(key).orElse(null);
		List<BounceRow> rows = events.stream().limit(MOST_EVENTS)
				.map(event -> new BounceRow(event, names.apply(event.campaignId()), standing)).toList();
		return new AddressCard(email, standing, rows, events.size(), suggestions);
	}

	private List<Suggestion> suggestions(BounceStore store, Customer customer, String email, List<Contact> contacts) {
		AddressKey key = AddressKey.of(email);
		List<BounceEvent> events = store.events().ofAddress(key);
		if (events.stream().noneMatch(event -> told(event))) {
			return List.of();
		}
		boolean domainIsDead = events.stream().anyMatch(event -> event.verdict().reason() == Reason.HOSTUNKNOWN);
		Instant success = store.addresses().standing(key).map(standing -> standing.counters().lastSuccess())
				.orElse(null);
		LostCustomer lost = new LostCustomer(customer, email, events, success, domainIsDead, contacts, null);
		return search(store).search(lost).stream().limit(MOST_SUGGESTIONS).toList();
	}

	private static boolean told(BounceEvent event) {
		return event.verdict().kind() == Kind.BOUNCE || event.autoReply() != null;
	}

	private synchronized CustomerSearch search(BounceStore store) {
		long now = store.customers().count();
		if (now != counted || search == null) {
			Map<String, Integer> domains = new HashMap<>();
			store.customers().forEach(customer -> customer.emails()
					.forEach(email -> domains.merge(AddressKey.of(email).domain(), 1, Integer::sum)));
			search = new CustomerSearch(new TypoFinder(domains), new DomainRenameFinder(List.of()), Set.of(),
					Map.of());
			counted = now;
		}
		return search;
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

	private static Contact contact(BounceStore store, Customer customer, String email) {
		Standing standing = store.addresses().standing(AddressKey.of(email)).orElse(null);
		Standing.Counters counters = standing == null ? null : standing.counters();
		boolean bounced = counters != null && counters.hard() > 0
				&& (counters.lastSuccess() == null || counters.lastSuccess().isBefore(counters.lastBounce()));
		return new Contact(customer, email, bounced ? Contact.Reach.BOUNCED : Contact.Reach.WORKS,
				counters == null ? null : counters.lastSuccess());
	}

	private static Colleague colleague(BounceStore store, Customer customer) {
		String email = customer.emails().isEmpty() ? null : customer.emails().getFirst();
		Standing standing = email == null ? null : store.addresses().standing(AddressKey.of(email)).orElse(null);
		return new Colleague(customer, email, standing);
	}
}
