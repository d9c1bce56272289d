package rebound.headless.internal;

import java.util.List;

import rebound.headless.Console;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.store.BounceStore;

/** Finds the one customer that is meant on the command line. */
final class OneCustomer {

	private final Console console;

	OneCustomer(Console console) {
		this.console = console;
	}

	/** @param text an id, an address, or words that only one customer has */
	Customer of(BounceStore store, String text) {
		List<Customer> meant = store.customers().find(text).map(List::of)
				.orElseGet(() -> text.indexOf('@') > 0
						? store.customers().byAddress(AddressKey.of(text))
						: store.customers().search(text, 2));
		if (meant.size() > 1) {
			throw Summaries.usage(console, "customer.several", text, meant.get(0).id(), meant.get(1).id());
		}
		if (meant.isEmpty()) {
			throw Summaries.usage(console, "customer.none", text);
		}
		return meant.getFirst();
	}
}
