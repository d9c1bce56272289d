package rebound.ui.internal.desk;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IAdaptable;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.model.Standing;
import rebound.store.BounceStore;

/**
 * A line of the customer lookup. Extensions see what is selected as the model's record, to which it adapts.
 *
 * @param worst how the customer's address stands that stands worst; {@code null} when nothing is known of any
 */
public record CustomerRow(Customer customer, Standing worst) implements IAdaptable {

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
		return new Found(customers.stream().map(customer -> new CustomerRow(customer, worst(store, customer))).toList(),
				all);
	}

	private static Standing worst(BounceStore store, Customer customer) {
		Stream<Standing> standings = customer.emails().stream()
				.flatMap(email -> store.addresses().standing(AddressKey.of(email)).stream());
		return standings.max((a, b) -> a.state().compareTo(b.state())).orElse(null);
	}
}
