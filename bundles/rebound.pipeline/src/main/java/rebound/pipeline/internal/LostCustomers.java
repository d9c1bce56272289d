package rebound.pipeline.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import rebound.customers.CompanyView;
import rebound.customers.Contact;
import rebound.customers.Contact.Reach;
import rebound.customers.CustomerSearch;
import rebound.customers.DomainRenameFinder;
import rebound.customers.DomainRenameFinder.Move;
import rebound.customers.LostCustomer;
import rebound.customers.Suggestion;
import rebound.customers.TypoFinder;
import rebound.model.AddressKey;
import rebound.model.AutoReply;
import rebound.model.AutoReply.SubKind;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.model.DomainAnswer;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
import rebound.report.Findings;
import rebound.store.AddressRow;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;

/**
 * Looks for lost customers while a report is written. First it learns, in passes over the store, what it needs of all
 * customers; of the contacts it keeps only those whose mail domain or company has bounced.
 */
final class LostCustomers {

	private static final int MOST_MOVES = 200_000;
	/** By reason, so that the others need not be read. */
	private static final EventFilter MOVES = EventFilter.ALL.withReasons(Set.of(Reason.HASMOVED, Reason.VACATION))
			.sortedBy(Sort.REASON, true);

	private final Aliases aliases;
	private final Companies companies = new Companies(new TypoFinder(Map.of())::isProvider);
	private final Map<String, Integer> customersOfDomain = new HashMap<>();
	private final List<Move> moves = new ArrayList<>();
	private final SearchMeans means;
	/** While it learns, what is known of the addresses of which more is known than that nothing came back. */
	private final Map<AddressKey, Reached> reached = new HashMap<>();
	/** While it learns, the addresses that something came back from and that no customer seen so far has. */
	private final Set<AddressKey> ownerless = new HashSet<>();
	private Map<String, DomainAnswer> domains = Map.of();
	private CustomerSearch search;

	/** What an address's standing says of its customer. */
	private record Reached(boolean hard, Reach reach, Instant lastSuccess) {
		static final Reached NOTHING = new Reached(false, Reach.WORKS, null);
	}

	LostCustomers(SearchMeans means) {
		this.means = means;
		this.aliases = new Aliases(means.matching());
	}

	/**
	 * Learns all that is needed from the store.
	 *
	 * @param means    what to look with
	 * @param step     called for each thing read; may throw to stop
	 */
	static LostCustomers learn(BounceStore store, SearchMeans means, Runnable step) {
		LostCustomers lost = new LostCustomers(means);
		store.events().forEach(MOVES, event -> {
			step.run();
			lost.moved(event);
		});
		lost.learnAccepted(store, step);
		Ahead.<Standing>each(take -> store.addresses().forEach(StandingFilter.ALL, take), standing -> {
			step.run();
			lost.failing(standing);
		});
		Ahead.<Customer>each(take -> store.customers().forEach(take), customer -> {
			step.run();
			lost.owner(customer);
		});
		lost.nobodys();
		Ahead.<Customer>each(take -> store.customers().forEach(take), customer -> {
			step.run();
			lost.contact(customer);
		});
		lost.finish(store);
		return lost;
	}

	/**
	 * Learns what is needed to look for some customers only, which is quick however many there are.
	 *
	 * @param staff     everybody of the companies of those who are looked for
	 * @param standings of their addresses
	 */
	static LostCustomers learn(BounceStore store, SearchMeans means, Collection<Customer> staff,
			Map<AddressKey, Standing> standings, Runnable step) {
		LostCustomers lost = new LostCustomers(means);
		standings.keySet().stream().map(AddressKey::domain).distinct()
				.filter(domain -> !lost.companies.isPrivate(domain)).forEach(domain -> store.events()
						.forEach(MOVES.withDomain(domain), event -> {
							step.run();
							lost.moved(event);
						}));
		lost.learnAccepted(store, step);
		standings.values().forEach(lost::failing);
		staff.forEach(lost::owner);
		lost.nobodys();
		// as the store hands over all
		staff.stream().sorted(Comparator.comparing(Customer::id)).forEach(lost::contact);
		lost.customersOfDomain.putAll(store.customers().domains(TypoFinder.COMMON));
		lost.finish(store);
		return lost;
	}

	/** @return how the addresses of some customers stand, as far as anything is known of them */
	static Map<AddressKey, Standing> standings(BounceStore store, Collection<Customer> customers) {
		return store.addresses().standings(
				customers.stream().flatMap(each -> each.emails().stream()).map(AddressKey::of).toList());
	}

	private void learnAccepted(BounceStore store, Runnable step) {
		store.changes().forEach(EnumSet.of(State.PENDING, State.WRITTEN, State.DONE), change -> {
			step.run();
			accepted(change);
		});
	}

	private void finish(BounceStore store) {
		asked(store.addresses().lastDomainAnswers());
		learnt(store.campaigns().list().stream().map(summary -> summary.campaign().sender())
				.filter(Objects::nonNull).map(sender -> AddressKey.of(sender).domain())
				.filter(domain -> !domain.isEmpty()).collect(Collectors.toSet()));
	}

	/** First: who moved where, as an answer or a mail server said. */
	void moved(BounceEvent event) {
		AutoReply told = event.autoReply();
		if (told != null && told.newAddress() != null && moves.size() < MOST_MOVES) {
			moves.add(new Move(event.address().value(), told.newAddress()));
		}
	}

	/** And who moved where, as the user said. */
	void accepted(CustomerChange change) {
		if (change.kind() == CustomerChange.Kind.EMAIL && change.oldValue() != null && moves.size() < MOST_MOVES) {
			moves.add(new Move(change.oldValue(), change.newValue()));
		}
	}

	/** Second: every address that something came back from. */
	void failing(Standing standing) {
		Counters counters = standing.counters();
		boolean hard = counters.hard() > 0;
		if (hard) {
			companies.bounced(standing.address().domain());
		}
		if (hard || counters.lastSuccess() != null) {
			reached.put(standing.address(), new Reached(hard, reach(standing), counters.lastSuccess()));
		}
		ownerless.add(standing.address());
	}

	/** Third: every customer. */
	void owner(Customer customer) {
		for (String email : customer.emails()) {
			AddressKey address = AddressKey.of(email);
			ownerless.remove(address);
			if (reached.getOrDefault(address, Reached.NOTHING).hard) {
				companies.bounced(customer);
			}
		}
	}

	/** Then it is known which addresses are no customer's. */
	void nobodys() {
		ownerless.forEach(aliases::wanted);
		ownerless.clear();
	}

	/** Fourth: every customer again. */
	void contact(Customer customer) {
		Customer known = known(customer);
		for (String email : customer.emails()) {
			AddressKey address = AddressKey.of(email);
			String domain = address.domain();
			Reached so = reached.getOrDefault(address, Reached.NOTHING);
			aliases.add(address, customer);
			customersOfDomain.merge(domain, 1, Integer::sum);
			// one text for both, where they are equal
			String same = email.equals(address.value()) ? address.value() : email;
			companies.add(new Contact(known, same, address, so.reach, so.lastSuccess), customer);
		}
	}

	/** And what the DNS said last, by domain. */
	void asked(Map<String, DomainAnswer> answers) {
		domains = answers;
	}

	/**
	 * Last: all is learnt.
	 *
	 * @param senderDomains the user's own mail domains: no customer is looked for there
	 */
	void learnt(Set<String> senderDomains) {
		reached.clear();
		TypoFinder typos = new TypoFinder(customersOfDomain);
		search = new CustomerSearch(typos, new DomainRenameFinder(moves), senderDomains, domains, means::find);
	}

	/** @return the row; one of no customer with the customer whose mailbox the address reaches all the same */
	AddressRow owned(AddressRow row) {
		Customer owner = row.customer() == null ? owner(row.address()) : null;
		return owner == null
				? row
				: new AddressRow(owner, row.email(), row.address(), row.standing(), row.decision(), row.events());
	}

	/** @return the customer whose mailbox an address of no customer reaches, {@code null} if none does */
	Customer owner(AddressKey address) {
		return aliases.owner(address);
	}

	/** @return whether there are rows that only {@link #owned} knows the customer of */
	boolean hasAliases() {
		return !aliases.isEmpty();
	}

	/** @return the customer of a row with all that is known; one of no customer has a customer without a name */
	LostCustomer customer(AddressRow row, BounceEvent deciding) {
		Customer whom = row.customer() == null ? nobody(row.address()) : row.customer();
		DomainAnswer asked = domains.get(row.address().domain());
		return new LostCustomer(whom, row.email(), row.events(),
				row.standing() == null ? null : row.standing().counters().lastSuccess(), isDead(deciding, asked),
				companies.of(whom, row.address().domain()), asked);
	}

	/** What was said last counts: the bounce, or the DNS. */
	private static boolean isDead(BounceEvent deciding, DomainAnswer asked) {
		if (asked != null && (deciding == null || asked.checked().isAfter(deciding.occurred()))) {
			return asked.isDead();
		}
		return isLost(deciding) && (deciding.verdict().reason() == Reason.HOSTUNKNOWN
				|| deciding.verdict().reason() == Reason.NOTACCEPT);
	}

	/** @return what was found, best first */
	List<Suggestion> search(LostCustomer whom) {
		return search.search(whom);
	}

	/** @return what became of the customer's company */
	CompanyView company(LostCustomer whom) {
		return search.company(whom);
	}

	/** @return whether an address's deciding event says that it does not work */
	static boolean isLost(BounceEvent deciding) {
		return deciding != null && deciding.verdict().type() == BounceType.HARD;
	}

	/** @return whether the customer is to be looked for: the address fails, or the last answer says left or moved */
	static boolean isSought(AddressRow row, BounceEvent deciding) {
		return isLost(deciding) || row.events().stream().map(BounceEvent::autoReply).filter(Objects::nonNull)
				.findFirst().filter(told -> told.subKind() == SubKind.LEFT || told.subKind() == SubKind.MOVED)
				.isPresent();
	}

	/** @return what was found of the customer whose address this is */
	Findings of(AddressRow row, BounceEvent deciding) {
		boolean lost = isLost(deciding);
		AutoReply told = row.events().stream().map(BounceEvent::autoReply).filter(reply -> reply != null).findFirst()
				.orElse(null);
		if (!lost && told == null) {
			return Findings.NONE;
		}
		LostCustomer whom = customer(row, deciding);
		List<Suggestion> found = search.search(whom);
		Optional<Suggestion> own = found.stream().filter(suggestion -> suggestion.kind().isOwnAddress()).findFirst();
		Optional<Suggestion> successor = first(found, Suggestion.Kind.SUCCESSOR);
		CompanyView view = search.company(whom);
		Optional<Suggestion> colleague = lost ? view.colleague() : Optional.empty();
		Companies.Size size = companies.size(whom.customer(), row.address().domain());
		Map<String, String> urls = new HashMap<>();
		if (row.customer() != null) {
			means.links().of(row.customer(), row.email()).forEach(link -> urls.put(link.place(), link.url()));
		}
		return new Findings(own.map(Suggestion::email).orElse(null), own.map(best -> best.kind().id()).orElse(null),
				own.map(Suggestion::confidence).orElse(null), successor.map(Suggestion::name).orElse(null),
				successor.map(Suggestion::email).orElse(null), successor.map(Suggestion::phone).orElse(null),
				told == null || isForward(row, told) ? null : told.subKind().id(),
				told == null ? null : told.returnDate(),
				whom.asked() == null ? "unchecked" : whom.asked().state().id(),
				whom.asked() == null ? null : whom.asked().checked(), size == null ? null : size.total(),
				size == null ? null : size.bounced(), size == null || !lost ? null : view.verdict().id(),
				colleague.map(Suggestion::name).orElse(null),
				colleague.map(Suggestion::email).orElse(null), colleague.map(Suggestion::phone).orElse(null),
				urls.get("web"), urls.get("linkedin"));
	}

	/** What a mail server told of a new address is no automatic answer. */
	private static boolean isForward(AddressRow row, AutoReply told) {
		return row.events().stream()
				.anyMatch(event -> event.autoReply() == told && event.verdict().reason() == Reason.HASMOVED);
	}

	private static Optional<Suggestion> first(List<Suggestion> found, Suggestion.Kind kind) {
		return found.stream().filter(suggestion -> suggestion.kind() == kind).findFirst();
	}

	/** @return whether an address works, as far as is known; of one with no standing nothing is */
	static Reach reach(Standing standing) {
		Counters counters = standing == null ? null : standing.counters();
		boolean bounced = counters != null && counters.hard() > 0 && (counters.lastSuccess() == null
				|| counters.lastBounce() != null && counters.lastSuccess().isBefore(counters.lastBounce()));
		return bounced ? Reach.BOUNCED : Reach.WORKS;
	}

	private static Customer nobody(AddressKey address) {
		return new Customer(address.value(), null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, List.of(address.value()), null, null, null, null, null, null, null,
				null, false, Map.of());
	}

	/** What {@link LostCustomer#company} promises of a contact: all of all contacts would take most of the memory. */
	private static Customer known(Customer customer) {
		return new Customer(customer.id(), null, null, customer.salutation(), customer.firstName(), customer.lastName(),
				customer.fullName(), customer.jobTitle(), null, customer.department(), null, null, null, null, null,
				null, null, null, null, List.of(), customer.phone(), customer.mobile(), null, null, null, null, null,
				null, false, Map.of());
	}
}
