package rebound.pipeline;

import java.util.List;

import rebound.customers.CompanyView;
import rebound.customers.SearchLinks;
import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;
import rebound.model.Standing;

/**
 * All that is known of one customer. Absent values are {@code null}.
 *
 * @param customer  who; {@code null} for an address of no customer
 * @param addresses the customer's addresses, in the customer data's order
 * @param company   what the contacts of the company tell, {@code null} if no address fails
 * @param followUp  what the user noted
 * @param changes   what the user accepted, in order
 * @param links     where to search further; nothing is fetched
 */
public record FoundCustomer(Customer customer, List<Address> addresses, CompanyView company, FollowUp followUp,
		List<CustomerChange> changes, List<SearchLinks.Link> links) {

	/**
	 * An address and what happened to it.
	 *
	 * @param standing how it stands
	 * @param events   latest first
	 * @param found    ways to reach the customer, best first; empty if nothing came back from the address
	 * @param item     the next best step and all that was found, {@code null} if the address does not fail
	 */
	public record Address(String email, Standing standing, List<BounceEvent> events, List<Suggestion> found,
			WorkItem item) {

		public Address {
			events = List.copyOf(events);
			found = List.copyOf(found);
		}
	}

	public FoundCustomer {
		addresses = List.copyOf(addresses);
		changes = List.copyOf(changes);
		links = List.copyOf(links);
	}
}
