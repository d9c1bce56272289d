package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import rebound.customers.Contact.Reach;
import rebound.customers.LostCustomer;
import rebound.customers.Suggestion;
import rebound.customers.Suggestion.CompanyVerdict;
import rebound.customers.Suggestion.Kind;
import rebound.customers.TypoFinder;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.model.DomainAnswer;
import rebound.model.Standing;
import rebound.pipeline.Company;
import rebound.pipeline.Company.Domain;
import rebound.pipeline.Company.Person;
import rebound.pipeline.Progress;
import rebound.report.ReportRow;
import rebound.store.AddressRow;
import rebound.store.BounceStore;

/** Puts together what is known of a company. */
public final class CompanyFinder {

	/** What may have become of a company, what tells most first. */
	private static final List<CompanyVerdict> WEIGHT = List.of(CompanyVerdict.DOMAIN_MOVED, CompanyVerdict.PERSON_LEFT,
			CompanyVerdict.COMPANY_GONE, CompanyVerdict.UNCLEAR, CompanyVerdict.ALIVE);

	private final BounceStore store;
	private final LostCustomers lost;
	private final Map<String, DomainAnswer> answers;
	private final TypoFinder providers = new TypoFinder(Map.of());

	/** @return the company that is meant, empty if nobody is known of it */
	public static Optional<Company> find(BounceStore store, SearchMeans means, String text,
			Progress progress) {
		long[] count = { 0 };
		LostCustomers lost = LostCustomers.learn(store, means, () -> {
			if (progress.cancelled()) {
				throw new CancellationException();
			}
			progress.done(0, count[0]++);
		});
		return new CompanyFinder(store, lost).find(text);
	}

	/** @param lost has learnt all that is needed from the store */
	CompanyFinder(BounceStore store, LostCustomers lost) {
		this.store = store;
		this.lost = lost;
		this.answers = store.addresses().lastDomainAnswers();
	}

	/**
	 * @param text a customer's id or address, a mail domain, or the beginnings of the words of the company's name
	 * @return the company, empty if nobody is known of it
	 */
	Optional<Company> find(String text) {
		Map<String, Customer> staff = staff(text.strip());
		return staff.isEmpty() ? Optional.empty() : Optional.of(company(List.copyOf(staff.values())));
	}

	private Map<String, Customer> staff(String text) {
		Customer known = customer(text);
		String domain = AddressKey.of("x@" + text.substring(text.lastIndexOf('@') + 1)).domain();
		Map<String, Customer> staff = new LinkedHashMap<>();
		if (known != null) {
			add(staff, List.of(known));
			ofCompany(staff, known);
			known.emails().forEach(email -> ofDomain(staff, AddressKey.of(email).domain()));
			return staff;
		}
		ofDomain(staff, domain);
		if (staff.isEmpty()) {
			List<Customer> matching = store.customers().search(text, Company.MOST_PEOPLE);
			matching.stream().map(CompanyFinder::name).filter(Objects::nonNull).findFirst().ifPresent(
					name -> add(staff, matching.stream().filter(each -> name.equals(name(each))).toList()));
		}
		// the company may have more domains than the one asked for
		List.copyOf(staff.values()).stream().limit(1).forEach(first -> ofCompany(staff, first));
		staff.values().stream().flatMap(each -> each.emails().stream()).map(email -> AddressKey.of(email).domain())
				.distinct().toList().forEach(each -> ofDomain(staff, each));
		return staff;
	}

	private Customer customer(String text) {
		return store.customers().find(text).orElseGet(() -> text.indexOf('@') <= 0
				? null
				: store.customers().byAddress(AddressKey.of(text)).stream().findFirst().orElse(null));
	}

	private void ofCompany(Map<String, Customer> staff, Customer one) {
		String name = name(one);
		if (name != null) {
			add(staff, store.customers().search(one.company() == null ? name : one.company(), Company.MOST_PEOPLE)
					.stream().filter(each -> name.equals(name(each))).toList());
		}
	}

	/** The addresses at a mail provider are those of people who have nothing to do with one another. */
	private void ofDomain(Map<String, Customer> staff, String domain) {
		if (!domain.isEmpty() && !providers.isProvider(domain)) {
			add(staff, store.customers().byDomain(domain, Company.MOST_PEOPLE));
		}
	}

	private static void add(Map<String, Customer> staff, List<Customer> more) {
		more.stream().limit(Company.MOST_PEOPLE - staff.size()).forEach(each -> staff.putIfAbsent(each.id(), each));
	}

	private Company company(List<Customer> staff) {
		List<Person> people = new ArrayList<>();
		List<CompanyVerdict> verdicts = new ArrayList<>();
		Map<String, int[]> counts = new HashMap<>();
		for (Customer customer : staff) {
			for (String email : customer.emails()) {
				String domain = AddressKey.of(email).domain();
				if (people.size() < Company.MOST_PEOPLE && !providers.isProvider(domain)) {
					Person person = person(customer, email, verdicts);
					people.add(person);
					int[] count = counts.computeIfAbsent(domain, none -> new int[2]);
					count[0]++;
					count[1] += person.reach() == Reach.BOUNCED ? 1 : 0;
				}
			}
		}
		people.sort(Comparator.comparing((Person person) -> person.reach() == Reach.WORKS)
				.thenComparing(person -> person.customer().displayName()).thenComparing(Person::email));
		List<Domain> domains = counts.entrySet().stream()
				.map(entry -> new Domain(entry.getKey(), answers.get(entry.getKey()), entry.getValue()[0],
						entry.getValue()[1]))
				.sorted(Comparator.comparing(Domain::addresses).reversed().thenComparing(Domain::name)).toList();
		String name = staff.stream().map(Customer::company).filter(Objects::nonNull).findFirst()
				.orElse(domains.isEmpty() ? staff.getFirst().displayName() : domains.getFirst().name());
		CompanyVerdict verdict = WEIGHT.stream().filter(verdicts::contains).findFirst().orElse(CompanyVerdict.ALIVE);
		return new Company(name, verdict, domains, people);
	}

	private Person person(Customer customer, String email, List<CompanyVerdict> verdicts) {
		AddressKey key = AddressKey.of(email);
		Standing standing = store.addresses().standing(key).orElse(null);
		List<BounceEvent> events = standing == null ? List.of() : store.events().ofAddress(key);
		AddressRow row = new AddressRow(customer, email, key, standing, null, events);
		Reach reach = LostCustomers.reach(standing);
		if (reach == Reach.WORKS) {
			return new Person(customer, email, standing, reach, null);
		}
		LostCustomer whom = lost.customer(row, ReportRow.deciding(events));
		verdicts.add(lost.company(whom).verdict());
		Suggestion moved = isAccepted(customer, key)
				? null
				: lost.search(whom).stream().filter(found -> found.kind() == Kind.DOMAIN_RENAME).findFirst()
						.orElse(null);
		return new Person(customer, email, standing, reach, moved);
	}

	private boolean isAccepted(Customer customer, AddressKey failing) {
		return store.changes().ofCustomer(customer.id()).stream()
				.anyMatch(change -> change.kind() == CustomerChange.Kind.EMAIL && change.state() != State.WITHDRAWN
						&& AddressKey.of(change.oldValue()).equals(failing));
	}

	private static String name(Customer customer) {
		String name = customer.accountId() != null ? customer.accountId() : customer.company();
		return name == null || name.isBlank() ? null : name.strip().toLowerCase(Locale.ROOT);
	}
}
