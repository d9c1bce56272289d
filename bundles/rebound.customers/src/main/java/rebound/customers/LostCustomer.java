package rebound.customers;

import java.time.Instant;
import java.util.List;

import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.DomainAnswer;

/**
 * A customer whose address fails, with all that is known.
 *
 * @param customer     who
 * @param email        the address that fails, as the customer data writes it
 * @param events       of this address, latest first
 * @param lastSuccess  when the address last proved to work, {@code null} if never
 * @param domainIsDead whether the address's domain is known to take no mail: no such domain, no mail host
 * @param company      contacts of the customer's company or mail domain, this one included; of whose they are only id,
 *                     name, job title, department and telephones are certain to be known
 * @param asked        what the DNS said last of the address's domain, {@code null} if it never was asked
 */
public record LostCustomer(Customer customer, String email, List<BounceEvent> events, Instant lastSuccess,
		boolean domainIsDead, List<Contact> company, DomainAnswer asked) {

	public LostCustomer {
		events = List.copyOf(events);
		company = List.copyOf(company);
	}
}
