package rebound.pipeline;

import java.util.List;

import rebound.model.AddressKey;
import rebound.model.Customer;

/**
 * Customers who share a mailbox: one person twice, or several people. Nothing is merged.
 *
 * @param mailbox   the address that stands for all spellings of it
 * @param customers by id
 */
public record Duplicates(AddressKey mailbox, List<Customer> customers) {

	public Duplicates {
		customers = List.copyOf(customers);
	}
}
