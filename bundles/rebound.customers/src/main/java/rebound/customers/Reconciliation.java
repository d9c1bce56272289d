package rebound.customers;

import java.time.Instant;
import java.util.List;

import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;
import rebound.model.CustomerChange.State;

/** Compares the changes that the user accepted with what the customer database holds now. */
public final class Reconciliation {

	private Reconciliation() {
	}

	/** @return whether an import can tell what became of the change */
	public static boolean concerns(CustomerChange change) {
		return change.kind() == Kind.EMAIL && change.state() != State.DONE && change.state() != State.WITHDRAWN;
	}

	/**
	 * Tells what became of a change of address.
	 *
	 * @param now the customer as just read, {@code null} if the customer database has it no more
	 * @return done if the new address is there, a conflict if neither it nor the old one is, else as before; the very
	 *         same object if nothing is new
	 */
	public static CustomerChange of(CustomerChange change, Customer now, Instant at) {
		if (!concerns(change)) {
			return change;
		}
		List<String> emails = now == null ? List.of() : now.emails();
		String found = String.join(", ", emails);
		if (has(emails, change.newValue())) {
			return change.settled(State.DONE, at, null);
		}
		if (!has(emails, change.oldValue())) {
			boolean isKnown = change.state() == State.CONFLICT && found.equals(change.found());
			return isKnown ? change : change.settled(State.CONFLICT, at, found);
		}
		return change.state() == State.CONFLICT ? change.settled(State.PENDING, at, null) : change;
	}

	private static boolean has(List<String> emails, String wanted) {
		AddressKey key = AddressKey.of(wanted);
		return emails.stream().anyMatch(email -> AddressKey.of(email).equals(key));
	}
}
