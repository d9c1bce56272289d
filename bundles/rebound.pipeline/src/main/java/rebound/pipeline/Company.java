package rebound.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import rebound.customers.Contact.Reach;
import rebound.customers.Suggestion;
import rebound.customers.Suggestion.CompanyVerdict;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.model.DomainAnswer;
import rebound.model.Standing;
import rebound.pipeline.ChangeList.Wish;

/**
 * A company as a whole: what the addresses of all its people tell together.
 *
 * @param name    as the customer data call it, or its mail domain where they do not
 * @param verdict what became of it
 * @param domains its mail domains, those with most addresses first
 * @param people  everybody's every address, those that fail first, at most {@link #MOST_PEOPLE}
 * @param isWhole whether all of the company were looked at; else it has more people than that
 */
public record Company(String name, CompanyVerdict verdict, List<Domain> domains, List<Person> people,
		boolean isWhole) {

	/** So many addresses are looked at. */
	public static final int MOST_PEOPLE = 500;

	/**
	 * A mail domain of the company.
	 *
	 * @param name      A-labels in lower case
	 * @param asked     what the DNS said last, {@code null} if it never was asked
	 * @param addresses number of addresses
	 * @param bounced   number of those that fail
	 */
	public record Domain(String name, DomainAnswer asked, int addresses, int bounced) {
	}

	/**
	 * An address of somebody who works there.
	 *
	 * @param standing {@code null} where nothing is known
	 * @param moved    the address after the company's move to another domain that was learnt, {@code null} where there
	 *                 was none, or it was accepted already
	 */
	public record Person(Customer customer, String email, Standing standing, Reach reach, Suggestion moved) {

		private Instant lastSuccess() {
			Instant proven = standing == null ? null : standing.counters().lastSuccess();
			return proven == null ? Instant.MIN : proven;
		}
	}

	public Company {
		domains = List.copyOf(domains);
		people = List.copyOf(people);
	}

	/** @return number of addresses that fail */
	public int bounced() {
		return (int) people.stream().filter(person -> person.reach() == Reach.BOUNCED).count();
	}

	/** @return the people to ask: those whose address works, who proved it last first, then those with a telephone */
	public List<Person> colleagues() {
		return people.stream().filter(person -> person.reach() == Reach.WORKS && !isDead(person))
				.sorted(Comparator.comparing(Person::lastSuccess).reversed()
						.thenComparing(person -> person.customer().phone() == null)
						.thenComparing(Person::email))
				.toList();
	}

	private boolean isDead(Person person) {
		String domain = AddressKey.of(person.email()).domain();
		return domains.stream().anyMatch(each -> each.name().equals(domain) && each.asked() != null
				&& each.asked().isDead());
	}

	/** @return the move to the company's new domain, for everybody at once: {@link ChangeList#accept} takes it */
	public List<Wish> moves() {
		return people.stream().filter(person -> person.moved() != null)
				.map(person -> Wish.address(person.customer().id(), person.email(), person.moved())).toList();
	}
}
