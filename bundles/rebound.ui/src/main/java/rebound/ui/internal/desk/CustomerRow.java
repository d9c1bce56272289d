package rebound.ui.internal.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IAdaptable;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.model.Standing;
import rebound.pipeline.Duplicates;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.store.BounceStore;

/**
 * A line of the customer lookup. Extensions see what is selected as the model's record, to which it adapts.
 *
 * @param mailbox   that is shared with the rows beside it; {@code null} where that was not asked
 * @param standings how the customer's addresses stand that something is known of
 */
public record CustomerRow(Customer customer, AddressKey mailbox,
		Map<AddressKey, Standing> standings) implements IAdaptable {

	/** Most lines that are shown. */
	public static final int LIMIT = 200;

	/** What was found, and how many customers there are. */
	public record Found(List<CustomerRow> rows, long all) {
	}

	@Override
	public <T> T getAdapter(Class<T> wanted) {
		return wanted == Customer.class ? wanted.cast(customer) : null;
	}

	/**
	 * @param count how many customers there are, less than 0 if that is to be counted
	 * @return the customers that match; all of them, up to the limit, for an empty text
	 */
	public static Found search(BounceStore store, String text, long count) {
		long all = count < 0 ? store.customers().count() : count;
		List<Customer> customers = store.customers().search(text, LIMIT);
		Map<AddressKey, Standing> known = standings(store, customers);
		return new Found(customers.stream().map(customer -> of(customer, null, known)).toList(), all);
	}

	/** @return customers who share a mailbox, side by side, and how many such mailboxes there are, up to the limit */
	public static Found sharing(BounceStore store, Pipeline pipeline, Progress progress) {
		List<Duplicates> groups = Matching.of(pipeline).duplicates(store, LIMIT, progress);
		Map<AddressKey, Standing> known = standings(store,
				groups.stream().flatMap(group -> group.customers().stream()).toList());
		return new Found(groups.stream().flatMap(group -> group.customers().stream()
				.map(customer -> of(customer, group.mailbox(), known))).toList(), groups.size());
	}

	private static Map<AddressKey, Standing> standings(BounceStore store, List<Customer> customers) {
		return store.addresses().standings(customers.stream().flatMap(CustomerRow::addresses).toList());
	}

	private static CustomerRow of(Customer customer, AddressKey mailbox, Map<AddressKey, Standing> known) {
		return new CustomerRow(customer, mailbox, addresses(customer).distinct().filter(known::containsKey)
				.collect(Collectors.toMap(Function.identity(), known::get)));
	}

	private static Stream<AddressKey> addresses(Customer customer) {
		return customer.emails().stream().map(AddressKey::of);
	}

	/** @return the customer's addresses, and how they stand; of one that nothing is known of, nothing */
	public Stream<Map.Entry<AddressKey, Optional<Standing>>> addresses() {
		return addresses(customer).map(key -> Map.entry(key, Optional.ofNullable(standings.get(key))));
	}

	/** @return the address by which the row is shown, {@code null} if the customer has none */
	public String email() {
		return mailbox != null ? mailbox.value() : customer.emails().stream().findFirst().orElse(null);
	}

	/** @return how the customer's address stands that stands worst; {@code null} when nothing is known of any */
	public Standing worst() {
		return standings.values().stream().max((a, b) -> a.state().compareTo(b.state())).orElse(null);
	}
}
