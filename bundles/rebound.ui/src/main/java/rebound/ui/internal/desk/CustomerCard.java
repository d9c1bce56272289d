package rebound.ui.internal.desk;

import java.util.List;

import rebound.customers.Suggestion;
import rebound.model.Customer;
import rebound.model.Standing;

/**
 * Who is behind an address, and how to reach them.
 *
 * @param customer   {@code null} for an address that no customer has
 * @param addresses  the customer's addresses and how they stand
 * @param colleagues others of the same company
 */
public record CustomerCard(Customer customer, List<AddressCard> addresses, List<Colleague> colleagues) {

	/**
	 * One address and what happened to it.
	 *
	 * @param standing    {@code null} where nothing is known
	 * @param events      latest first, not all
	 * @param total       number of all events
	 * @param suggestions ways to reach the customer when the address fails, best first
	 */
	public record AddressCard(String email, Standing standing, List<BounceRow> events, int total,
			List<Suggestion> suggestions) {
	}

	/** Somebody of the same company. */
	public record Colleague(Customer customer, String email, Standing standing) {

		/** @return whether mail reaches them, as far as is known */
		public boolean isReachable() {
			return email != null && (standing == null || standing.state() == Standing.State.ACTIVE
					|| standing.state() == Standing.State.WATCH);
		}
	}
}
