package rebound.ui.internal.desk;

import java.util.List;

import rebound.customers.Suggestion;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;
import rebound.model.Standing;

/**
 * Who is behind an address, and how to reach them.
 *
 * @param customer   {@code null} for an address that no customer has
 * @param addresses  the customer's addresses and how they stand
 * @param colleagues others of the same company
 * @param hasCompany whether there may be a company to look at
 * @param followUp   what the user noted, or {@code null}
 * @param changes    what the user accepted and did not take back
 */
public record CustomerCard(Customer customer, List<AddressCard> addresses, List<Colleague> colleagues,
		boolean hasCompany, FollowUp followUp, List<CustomerChange> changes) {

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

	/** @return what became of accepting an address in place of another, or {@code null} if nobody did */
	public CustomerChange.State accepted(String failing, String found) {
		return changes.stream().filter(each -> failing.equals(each.oldValue()) && found.equals(each.newValue()))
				.map(CustomerChange::state).reduce((earlier, later) -> later).orElse(null);
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
