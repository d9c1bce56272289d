package rebound.customers;

import java.util.Optional;

import rebound.customers.Suggestion.Kind;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;

/**
 * Tells a broken forward from a dead address: the report names the customer's address as the original recipient
 * (RFC 3464, 2.3.1) and one of another domain as the final one. Within a domain both are the same mailbox.
 */
public final class ForwardFinder {

	private static final int CONFIDENCE = 88;

	private ForwardFinder() {
	}

	/** @return what the latest bounce tells */
	public static Optional<Suggestion> find(LostCustomer lost) {
		AddressKey customer = AddressKey.of(lost.email());
		return lost.events().stream().filter(event -> event.verdict().kind() == rebound.model.Kind.BOUNCE).findFirst()
				.filter(event -> isForward(event, customer))
				.map(event -> new Suggestion(Kind.BROKEN_FORWARD, null, null, null, null, CONFIDENCE,
						event.status().recipient(), 1));
	}

	private static boolean isForward(BounceEvent event, AddressKey customer) {
		return event.status().isForwarded() && AddressKey.of(event.status().originalRecipient()).equals(customer);
	}
}
