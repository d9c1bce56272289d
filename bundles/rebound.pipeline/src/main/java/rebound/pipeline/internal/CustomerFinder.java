package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import rebound.customers.CompanyView;
import rebound.customers.LostCustomer;
import rebound.customers.SearchLinks;
import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;
import rebound.model.Kind;
import rebound.model.Standing;
import rebound.pipeline.FoundCustomer;
import rebound.pipeline.Progress;
import rebound.report.ReportRow;
import rebound.store.AddressRow;
import rebound.store.BounceStore;

/** Finds customers by what the user types, with all that is known of them. */
public final class CustomerFinder {

	private final BounceStore store;
	private final SearchMeans means;
	private final Progress progress;
	private List<Customer> wanted = List.of();
	private LostCustomers lost;
	private long count;

	public CustomerFinder(BounceStore store, SearchMeans means, Progress progress) {
		this.store = store;
		this.means = means;
		this.progress = progress;
	}

	/**
	 * @param text  an address, a customer's id, or words of a name, company or telephone number
	 * @param limit at most so many customers
	 */
	public List<FoundCustomer> find(String text, int limit) {
		String typed = text.strip();
		if (typed.indexOf('@') > 0) {
			AddressKey address = AddressKey.of(typed);
			List<Customer> owners = store.customers().byAddress(address);
			if (owners.isEmpty()) {
				owners = store.customers().byAddress(means.matching().mailbox(address));
			}
			return owners.isEmpty() ? stranger(address) : all(owners.stream().limit(limit).toList());
		}
		return all(store.customers().find(typed).map(List::of)
				.orElseGet(() -> store.customers().search(typed, limit)));
	}

	private List<FoundCustomer> all(List<Customer> customers) {
		wanted = customers;
		return customers.stream().map(this::all).toList();
	}

	/** An address that no customer has: it may reach a customer's mailbox all the same. */
	private List<FoundCustomer> stranger(AddressKey address) {
		FoundCustomer.Address known = address(null, address.value(), null, List.of());
		if (known.standing() == null && known.events().isEmpty()) {
			return List.of();
		}
		Customer owner = means.matching().hasAliases(address.domain())
				? LostCustomers.learn(store, means, this::step).owner(address)
				: null;
		return List.of(owner == null
				? new FoundCustomer(null, List.of(known), null, null, List.of(), List.of())
				: all(List.of(owner)).getFirst());
	}

	private LostCustomers lost() {
		if (lost == null) {
			Collection<Customer> staff = staff();
			lost = LostCustomers.learn(store, means, staff, LostCustomers.standings(store, staff), this::step);
		}
		return lost;
	}

	/** Everybody of the companies of those who are wanted. */
	private Collection<Customer> staff() {
		Map<String, Customer> staff = new LinkedHashMap<>();
		for (Customer each : wanted) {
			step();
			Staff.of(store.customers(), each).forEach(one -> staff.putIfAbsent(one.id(), one));
		}
		return staff.values();
	}

	private FoundCustomer all(Customer customer) {
		FollowUp note = store.followUps().find(customer.id()).orElse(null);
		List<CustomerChange> changes = store.changes().ofCustomer(customer.id());
		List<FoundCustomer.Address> addresses = new ArrayList<>();
		CompanyView company = null;
		for (String email : customer.emails()) {
			FoundCustomer.Address address = address(customer, email, note, changes);
			addresses.add(address);
			company = address.item() == null || company != null ? company : lost().company(address.item().lost());
		}
		List<SearchLinks.Link> places = customer.emails().isEmpty()
				? List.of()
				: means.links().of(customer, customer.emails().getFirst());
		return new FoundCustomer(customer, addresses, company, note, changes, places);
	}

	private FoundCustomer.Address address(Customer customer, String email, FollowUp note,
			List<CustomerChange> changes) {
		AddressKey key = AddressKey.of(email);
		Standing standing = store.addresses().standing(key).orElse(null);
		List<BounceEvent> events = store.events().ofAddress(key);
		AddressRow row = new AddressRow(customer, email, key, standing, null, events);
		BounceEvent deciding = ReportRow.deciding(events);
		if (customer == null || events.stream().noneMatch(CustomerFinder::hasComeBack)) {
			return new FoundCustomer.Address(email, standing, events, List.of(), null);
		}
		LostCustomer whom = lost().customer(row, deciding);
		List<Suggestion> found = lost().search(whom);
		if (!LostCustomers.isSought(row, deciding)) {
			return new FoundCustomer.Address(email, standing, events, found, null);
		}
		CustomerChange accepted = changes.stream().filter(change -> change.isInPlaceOf(key))
				.reduce((earlier, later) -> later).orElse(null);
		return new FoundCustomer.Address(email, standing, events, found,
				WorkItem.of(whom, found).with(note, accepted));
	}

	private static boolean hasComeBack(BounceEvent event) {
		return event.verdict().kind() == Kind.BOUNCE || event.autoReply() != null;
	}

	private void step() {
		if (progress.cancelled()) {
			throw new CancellationException();
		}
		progress.done(0, count++);
	}
}
