package rebound.pipeline.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import rebound.customers.TypoFinder;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.pipeline.Company;
import rebound.store.CustomerStore;

/** Finds who works in the same company: those whom the customer data say so of, and those of its mail domains. */
final class Staff {

	private final CustomerStore customers;
	private final TypoFinder providers = new TypoFinder(Map.of());
	private final Map<String, Customer> found = new LinkedHashMap<>();

	private Staff(CustomerStore customers) {
		this.customers = customers;
	}

	/** @return the customer and everybody of the same company, at most {@link Company#MOST_PEOPLE} */
	static List<Customer> of(CustomerStore customers, Customer known) {
		Staff staff = new Staff(customers);
		staff.add(List.of(known));
		staff.ofCompany(known);
		known.emails().forEach(email -> staff.ofDomain(AddressKey.of(email).domain()));
		return List.copyOf(staff.found.values());
	}

	/**
	 * @param text a customer's id or address, a mail domain, or the beginnings of the words of the company's name
	 * @return everybody of the company, at most {@link Company#MOST_PEOPLE}
	 */
	static List<Customer> of(CustomerStore customers, String text) {
		Customer known = customer(customers, text);
		if (known != null) {
			return of(customers, known);
		}
		Staff staff = new Staff(customers);
		staff.ofText(text);
		return List.copyOf(staff.found.values());
	}

	private static Customer customer(CustomerStore customers, String text) {
		return customers.find(text).orElseGet(() -> text.indexOf('@') <= 0
				? null
				: customers.byAddress(AddressKey.of(text)).stream().findFirst().orElse(null));
	}

	private void ofText(String text) {
		ofDomain(AddressKey.of("x@" + text.substring(text.lastIndexOf('@') + 1)).domain());
		if (found.isEmpty()) {
			List<Customer> matching = customers.search(text, Company.MOST_PEOPLE);
			matching.stream().map(Companies::company).filter(Objects::nonNull).findFirst()
					.ifPresent(name -> add(
							matching.stream().filter(each -> name.equals(Companies.company(each))).toList()));
		}
		// the company may have more domains than the one asked for
		List.copyOf(found.values()).stream().limit(1).forEach(this::ofCompany);
		found.values().stream().flatMap(each -> each.emails().stream()).map(email -> AddressKey.of(email).domain())
				.distinct().toList().forEach(this::ofDomain);
	}

	private void ofCompany(Customer one) {
		String name = Companies.company(one);
		if (name != null) {
			add(customers.search(one.company() == null ? name : one.company(), Company.MOST_PEOPLE).stream()
					.filter(each -> name.equals(Companies.company(each))).toList());
		}
	}

	/** The addresses at a mail provider are those of people who have nothing to do with one another. */
	private void ofDomain(String domain) {
		if (!domain.isEmpty() && !providers.isProvider(domain)) {
			add(customers.byDomain(domain, Company.MOST_PEOPLE));
		}
	}

	private void add(Collection<Customer> more) {
		more.stream().limit(Company.MOST_PEOPLE - found.size()).forEach(each -> found.putIfAbsent(each.id(), each));
	}
}
