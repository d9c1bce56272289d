package rebound.ui.internal.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import rebound.customers.Contact.Reach;
import rebound.model.AddressKey;
import rebound.model.CustomerChange;
import rebound.pipeline.Company;
import rebound.pipeline.Company.Person;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.store.BounceStore;

/**
 * A company as the window shows it.
 *
 * @param rows    its people, those to ask first
 * @param changes what was accepted for its people, as far as it is shown
 */
public record CompanyCard(Company company, List<Row> rows, List<CustomerChange> changes) {

	/** So many are told to be asked: who has asked three in vain asks nobody else. */
	private static final int MOST_TO_ASK = 3;

	/**
	 * Somebody's address.
	 *
	 * @param turn     1 for whom to ask first; 0 for those who need not be asked
	 * @param accepted what was accepted in place of the address, {@code null} if nothing
	 */
	public record Row(Person person, int turn, CustomerChange accepted) {

		/** @return tells the address from all others of the company */
		public String key() {
			return person.customer().id() + '\n' + person.email();
		}
	}

	/**
	 * @param whom a customer's id, or an address
	 * @return the company, empty if nobody of it is known
	 */
	public static Optional<CompanyCard> read(BounceStore store, Pipeline pipeline, String whom, Progress progress) {
		return Matching.of(pipeline).company(store, whom, progress).map(company -> of(store, company));
	}

	private static CompanyCard of(BounceStore store, Company company) {
		Set<String> failing = company.people().stream().filter(person -> person.reach() == Reach.BOUNCED)
				.map(person -> person.customer().id()).collect(Collectors.toCollection(LinkedHashSet::new));
		List<CustomerChange> changes = failing.stream().flatMap(id -> store.changes().ofCustomer(id).stream())
				.filter(CustomerChange::isOfAddress).toList();
		Map<String, CustomerChange> accepted = new HashMap<>();
		changes.forEach(each -> accepted.put(key(each.customer(), each.oldValue()), each));
		List<Person> asked = company.colleagues().stream()
				.filter(person -> !failing.contains(person.customer().id())).limit(MOST_TO_ASK).toList();
		List<Person> people = new ArrayList<>(asked);
		company.people().stream().filter(person -> !asked.contains(person)).forEach(people::add);
		return new CompanyCard(company, people.stream().map(person -> new Row(person, asked.indexOf(person) + 1,
				accepted.get(key(person.customer().id(), person.email())))).toList(), changes);
	}

	private static String key(String customer, String email) {
		return customer + '\n' + AddressKey.of(email).value();
	}

	/** @return whether somebody works there */
	public boolean employs(String customer) {
		return rows.stream().anyMatch(row -> row.person().customer().id().equals(customer));
	}
}
