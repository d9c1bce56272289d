package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
	private final Runnable step;
	private final Map<AddressKey, Standing> standings;
	private final Map<String, DomainAnswer> answers;
	private final TypoFinder providers = new TypoFinder(Map.of());

	/** @return the company that is meant, empty if nobody is known of it */
	public static Optional<Company> find(BounceStore store, SearchMeans means, String text,
			Progress progress) {
		long[] count = { 0 };
		Runnable step = () -> {
			if (progress.cancelled()) {
				throw new CancellationException();
			}
			progress.done(0, count[0]++);
		};
		List<Customer> staff = Staff.of(store.customers(), text.strip());
		if (staff.isEmpty()) {
			return Optional.empty();
		}
		Map<AddressKey, Standing> standings = LostCustomers.standings(store, staff);
		LostCustomers lost = LostCustomers.learn(store, means, staff, standings, step);
		return Optional.of(new CompanyFinder(store, lost, standings, step).company(staff));
	}

	/** @param lost has learnt all that is needed of the staff from the store */
	private CompanyFinder(BounceStore store, LostCustomers lost, Map<AddressKey, Standing> standings, Runnable step) {
		this.store = store;
		this.lost = lost;
		this.step = step;
		this.standings = standings;
		this.answers = store.addresses().lastDomainAnswers();
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
		return new Company(name, verdict, domains, people,
				staff.size() < Company.MOST_PEOPLE && people.size() < Company.MOST_PEOPLE);
	}

	private Person person(Customer customer, String email, List<CompanyVerdict> verdicts) {
		step.run();
		AddressKey key = AddressKey.of(email);
		Standing standing = standings.get(key);
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
		return store.changes().ofCustomer(customer.id()).stream().anyMatch(change -> change.isInPlaceOf(failing));
	}
}
