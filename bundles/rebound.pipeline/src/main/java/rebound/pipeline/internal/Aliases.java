package rebound.pipeline.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import rebound.customers.AddressMatching;
import rebound.model.AddressKey;
import rebound.model.Customer;

/** Whose mailbox an address is that the customer data write otherwise: the customers of addresses that bounced. */
final class Aliases {

	private static final int MOST = 200_000;

	private final AddressMatching matching;
	private final Set<AddressKey> wanted = new HashSet<>();
	private final Map<AddressKey, Customer> owners = new HashMap<>();

	Aliases(AddressMatching matching) {
		this.matching = matching;
	}

	/** First: an address that no customer has. */
	void wanted(AddressKey address) {
		if (matching.hasAliases(address.domain()) && wanted.size() < MOST) {
			wanted.add(matching.mailbox(address));
		}
	}

	/** Second: every customer's every address. */
	void add(AddressKey address, Customer customer) {
		if (matching.hasAliases(address.domain())) {
			AddressKey mailbox = matching.mailbox(address);
			if (wanted.contains(mailbox)) {
				owners.putIfAbsent(mailbox, customer);
			}
		}
	}

	/** @return the customer whose mailbox this address reaches, {@code null} if none is known */
	Customer owner(AddressKey address) {
		return owners.isEmpty() ? null : owners.get(matching.mailbox(address));
	}

	boolean isEmpty() {
		return owners.isEmpty();
	}
}
