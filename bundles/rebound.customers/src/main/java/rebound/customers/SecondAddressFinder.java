package rebound.customers;

import java.util.Comparator;
import java.util.Optional;

import rebound.customers.Contact.Reach;
import rebound.customers.Suggestion.Kind;
import rebound.model.AddressKey;

/** Finds another address of the same customer that works. */
public final class SecondAddressFinder {

	private static final int PROVEN = 90;
	private static final int NOT_BOUNCED = 70;

	private SecondAddressFinder() {
	}

	/** @return the address that last proved to work, else the first that did not bounce */
	public static Optional<Suggestion> find(LostCustomer lost) {
		AddressKey failing = AddressKey.of(lost.email());
		Optional<Contact> known = lost.company().stream()
				.filter(contact -> contact.customer().id().equals(lost.customer().id())
						&& contact.reach() == Reach.WORKS && contact.lastSuccess() != null
						&& !contact.address().equals(failing))
				.max(Comparator.comparing(Contact::lastSuccess));
		if (known.isPresent()) {
			return Optional.of(suggestion(known.get().email(), PROVEN));
		}
		return lost.customer().emails().stream()
				.filter(email -> !AddressKey.of(email).equals(failing) && !hasBounced(lost, email)).findFirst()
				.map(email -> suggestion(email, NOT_BOUNCED));
	}

	private static boolean hasBounced(LostCustomer lost, String email) {
		AddressKey address = AddressKey.of(email);
		return lost.company().stream().anyMatch(
				contact -> contact.reach() == Reach.BOUNCED && contact.address().equals(address));
	}

	private static Suggestion suggestion(String email, int confidence) {
		return new Suggestion(Kind.SECOND_ADDRESS, email, null, null, null, confidence, email, 1);
	}
}
