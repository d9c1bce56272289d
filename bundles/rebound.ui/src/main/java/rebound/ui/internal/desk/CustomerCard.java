package rebound.ui.internal.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import rebound.model.AddressKey;
import rebound.model.AutoReply;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Standing;
import rebound.store.BounceStore;

/**
 * Who is behind an address, and how to reach them.
 *
 * @param customer   {@code null} for an address that no customer has
 * @param addresses  the customer's addresses and how they stand
 * @param colleagues others of the same company
 */
public record CustomerCard(Customer customer, List<AddressCard> addresses, List<Colleague> colleagues) {

	private static final int MOST_EVENTS = 8;
	private static final int MOST_COLLEAGUES = 12;
	private static final int SEARCHED = 100;

	/**
	 * One address and what happened to it.
	 *
	 * @param standing {@code null} where nothing is known
	 * @param events   latest first, not all
	 * @param total    number of all events
	 */
	public record AddressCard(String email, AddressKey key, Standing standing, List<BounceRow> events, int total) {

		/** @return what an automatic answer or a forwarding address says about the person, or {@code null} */
		public AutoReply hint() {
			return events.stream().map(row -> row.event().autoReply())
					.filter(reply -> reply != null && (reply.newAddress() != null || reply.successorEmail() != null
							|| reply.successorName() != null))
					.findFirst().orElse(null);
		}
	}

	/** Somebody of the same company. */
	public record Colleague(Customer customer, String email, Standing standing) {

		/** @return whether mail reaches them, as far as is known */
		public boolean isReachable() {
			return email != null && (standing == null || standing.state() == Standing.State.ACTIVE
					|| standing.state() == Standing.State.WATCH);
		}
	}

	/** @return the card of whoever has this address */
	public static CustomerCard of(BounceStore store, AddressKey address) {
		List<Customer> owners = store.customers().byAddress(address);
		return owners.isEmpty()
				? new CustomerCard(null, List.of(card(store, address.value())), List.of())
				: of(store, owners.getFirst());
	}

	/** @return a customer's card */
	public static CustomerCard of(BounceStore store, Customer customer) {
		List<AddressCard> addresses = customer.emails().stream().map(email -> card(store, email)).toList();
		return new CustomerCard(customer, addresses, colleagues(store, customer));
	}

	private static AddressCard card(BounceStore store, String email) {
		AddressKey key = AddressKey.of(email);
		List<BounceEvent> events = store.events().ofAddress(key);
		Function<String, String> names = BounceLog.campaignNames(store);
		List<BounceRow> rows = events.stream().limit(MOST_EVENTS)
				.map(event -> new BounceRow(event, names.apply(event.campaignId()))).toList();
		return new AddressCard(email, key, store.addresses().standing(key).orElse(null), rows, events.size());
	}

	/** Those with the same company's name; where there is none, nobody: domains like web mailers' tell nothing. */
	private static List<Colleague> colleagues(BounceStore store, Customer customer) {
		if (customer.company() == null || customer.company().isBlank()) {
			return List.of();
		}
		Map<String, Customer> found = new LinkedHashMap<>();
		store.customers().search(customer.company(), SEARCHED).forEach(each -> found.put(each.id(), each));
		found.remove(customer.id());
		List<Colleague> colleagues = new ArrayList<>();
		for (Customer each : found.values()) {
			if (customer.company().equalsIgnoreCase(each.company()) && colleagues.size() < MOST_COLLEAGUES) {
				colleagues.add(colleague(store, each));
			}
		}
		return List.copyOf(colleagues);
	}

	private static Colleague colleague(BounceStore store, Customer customer) {
		String email = customer.emails().isEmpty() ? null : customer.emails().getFirst();
		Standing standing = email == null ? null : store.addresses().standing(AddressKey.of(email)).orElse(null);
		return new Colleague(customer, email, standing);
	}
}
