package rebound.customers;

import java.time.Instant;

import rebound.model.AddressKey;
import rebound.model.Customer;

/**
 * One address of a customer's company, and whether it works.
 *
 * @param customer    whose it is
 * @param email       the address as the customer data writes it
 * @param address     the same in the form that is compared
 * @param reach       whether it works
 * @param lastSuccess when it last proved to work, {@code null} if never
 */
public record Contact(Customer customer, String email, AddressKey address, Reach reach, Instant lastSuccess) {

	/** Whether an address works. */
	public enum Reach {
		/** Nothing hard came back. */
		WORKS,
		/** It bounced hard and has given no sign of life since. */
		BOUNCED
	}

	/** As the other one, which takes the address in both its forms. */
	public Contact(Customer customer, String email, Reach reach, Instant lastSuccess) {
		this(customer, email, AddressKey.of(email), reach, lastSuccess);
	}

	/** @return the address's domain as A-labels in lower case */
	public String domain() {
		return address.domain();
	}
}
