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
import rebound.store.BounceStore;

/**
 * A line of the customer lookup. Extensions see what is selected as the model's record, to which it adapts.
 *
 * @param standings how the customer's addresses stand that something is known of
 */
public record CustomerRow(Customer customer, Map<AddressKey, Standing> standings) implements IAdaptable {

	/** Most lines that are shown. */
	public static final int LIMIT = 200;

	/** What was found, and how many customers there are. */
	public record Found(List<CustomerRow> rows, long all) {
	}

	@Override
	public <T> T getAdapter(Class<T> wanted) {
		return wanted == Customer.class ? wanted.cast(customer) : null;
	}

	/** @return the customers that match; all of them, up to the limit, for an empty text */
	public static Found search(BounceStore store, String text) {
		long all = store.customers().count();
		List<Customer> customers = store.customers().search(text, LIMIT);
		Map<AddressKey, Standing> known = store.addresses()
				.standings(customers.stream().flatMap(CustomerRow::addresses).toList());
		return new Found(customers.stream().map(customer -> new CustomerRow(customer, addresses(customer).distinct()
				.filter(known::containsKey).collect(Collectors.toMap(Function.identity(), known::get)))).toList(), all);
	}

	private static Stream<AddressKey> addresses(Customer customer) {
		return customer.emails().stream().map(AddressKey::of);
	}

	/** @return the customer's addresses, and how they stand; of one that nothing is known of, nothing */
	public Stream<Map.Entry<AddressKey, Optional<Standing>>> addresses() {
		return addresses(customer).map(key -> Map.entry(key, Optional.ofNullable(standings.get(key))));
	}

	/** @return how the customer's address stands that stands worst; {@code null} when nothing is known of any */
	public Standing worst() {
		return standings.values().stream().max((a, b) -> a.state().compareTo(b.state())).orElse(null);
	}
}
