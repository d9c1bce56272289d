package rebound.store;

import java.util.List;

import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Decision;
import rebound.model.Standing;

/**
 * One customer's one address, joined with what is known of it: a row of the bounce report. Absent values are
 * {@code null}.
 *
 * @param customer who has the address; several customers of one address are several rows
 * @param email    as the customer data write it, else as the address is compared
 * @param standing how it stands
 * @param decision the one that blocked it
 * @param events   what happened, latest first, no more than asked for
 */
public record AddressRow(Customer customer, String email, AddressKey address, Standing standing, Decision decision,
		List<BounceEvent> events) {

	public AddressRow {
		events = List.copyOf(events);
	}
}
