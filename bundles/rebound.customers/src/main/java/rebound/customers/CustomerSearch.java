package rebound.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import rebound.customers.Suggestion.CompanyVerdict;
import rebound.customers.Suggestion.Kind;
import rebound.model.AddressKey;
import rebound.model.DomainAnswer;
import rebound.model.DomainAnswer.State;

/**
 * Looks for a lost customer in every way that there is. Nothing is asked of the network; what the DNS was asked before
 * is taken into account. A search has no state; make one for each view of the customer data.
 */
public final class CustomerSearch {

	private static final int PROVEN = 4;

	private final TypoFinder typos;
	private final DomainRenameFinder renames;
	private final Set<String> ownDomains;
	private final Map<String, DomainAnswer> domains;
	private final Function<LostCustomer, List<Suggestion>> others;

	/**
	 * @param typos      knows the domains of all customers
	 * @param renames    knows the moves seen so far
	 * @param ownDomains the user's own mail domains, A-labels in lower case: nobody is found there
	 * @param domains    what the DNS said last, by domain
	 */
	public CustomerSearch(TypoFinder typos, DomainRenameFinder renames, Set<String> ownDomains,
			Map<String, DomainAnswer> domains) {
		this(typos, renames, ownDomains, domains, lost -> List.of());
	}

	/** @param others finds what somebody else knows */
	public CustomerSearch(TypoFinder typos, DomainRenameFinder renames, Set<String> ownDomains,
			Map<String, DomainAnswer> domains, Function<LostCustomer, List<Suggestion>> others) {
		this.others = others;
		this.typos = typos;
		this.renames = renames;
		this.ownDomains = Set.copyOf(ownDomains);
		this.domains = Map.copyOf(domains);
	}

	/** @return what was found, best first; each address once */
	public List<Suggestion> search(LostCustomer lost) {
		List<Suggestion> found = new ArrayList<>();
		LifeFinder.find(lost).ifPresent(found::add);
		ForwardFinder.find(lost).ifPresent(found::add);
		found.addAll(MailFinder.find(lost));
		SecondAddressFinder.find(lost).ifPresent(found::add);
		renames.find(lost.email()).ifPresent(found::add);
		typos.find(lost.email(), lost.domainIsDead()).ifPresent(found::add);
		TypoFinder.findByName(lost.customer(), lost.email()).ifPresent(found::add);
		PatternFinder.find(lost).ifPresent(found::add);
		CompanyView.of(lost).colleague().ifPresent(found::add);
		found.addAll(others.apply(lost));
		found.replaceAll(suggestion -> proven(suggestion, lost));
		found.removeIf(suggestion -> suggestion.kind().isOwnAddress() && isDead(suggestion));
		found.sort(Comparator.comparingInt(Suggestion::confidence).reversed());
		AddressKey failing = AddressKey.of(lost.email());
		Set<AddressKey> seen = new HashSet<>();
		found.removeIf(suggestion -> suggestion.email() != null && suggestion.kind() != Kind.BROKEN_FORWARD
				&& suggestion.kind() != Kind.ALIVE && isNoNews(suggestion, failing, seen));
		return List.copyOf(found);
	}

	/** @return what the contacts of the customer's company tell, and the moves of domains that are known */
	public CompanyView company(LostCustomer lost) {
		CompanyView view = CompanyView.of(lost);
		boolean hasMoved = view.verdict() == CompanyVerdict.UNCLEAR && renames.find(lost.email()).isPresent();
		return hasMoved
				? new CompanyView(view.contacts(), view.bounced(), CompanyVerdict.DOMAIN_MOVED, view.colleague())
				: view;
	}

	/** A slip of the fingers is as good as sure where the DNS knows the domain that was meant, and not the one typed. */
	private Suggestion proven(Suggestion found, LostCustomer lost) {
		DomainAnswer meant = found.kind() == Kind.TYPO ? answer(found) : null;
		boolean isProven = meant != null && meant.state() == State.OK && lost.asked() != null && lost.asked().isDead();
		return isProven ? found.withConfidence(found.confidence() + PROVEN) : found;
	}

	private boolean isDead(Suggestion found) {
		return answer(found) != null && answer(found).isDead();
	}

	private DomainAnswer answer(Suggestion found) {
		return found.email() == null ? null : domains.get(AddressKey.of(found.email()).domain());
	}

	private boolean isNoNews(Suggestion suggestion, AddressKey failing, Set<AddressKey> seen) {
		AddressKey address = AddressKey.of(suggestion.email());
		return address.equals(failing) || ownDomains.contains(address.domain()) || !seen.add(address);
	}
}
