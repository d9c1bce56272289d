package rebound.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import rebound.customers.Suggestion.Kind;
import rebound.model.AddressKey;

/**
 * Looks for a lost customer in every way that needs no network. A search has no state; make one for each view of the
 * customer data.
 */
public final class CustomerSearch {

	private final TypoFinder typos;
	private final DomainRenameFinder renames;
	private final Set<String> ownDomains;

	/**
	 * @param typos      knows the domains of all customers
	 * @param renames    knows the moves seen so far
	 * @param ownDomains the user's own mail domains, A-labels in lower case: nobody is found there
	 */
	public CustomerSearch(TypoFinder typos, DomainRenameFinder renames, Set<String> ownDomains) {
		this.typos = typos;
		this.renames = renames;
		this.ownDomains = Set.copyOf(ownDomains);
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
		found.sort(Comparator.comparingInt(Suggestion::confidence).reversed());
		AddressKey failing = AddressKey.of(lost.email());
		Set<AddressKey> seen = new HashSet<>();
		found.removeIf(suggestion -> suggestion.email() != null && suggestion.kind() != Kind.BROKEN_FORWARD
				&& suggestion.kind() != Kind.ALIVE && isNoNews(suggestion, failing, seen));
		return List.copyOf(found);
	}

	private boolean isNoNews(Suggestion suggestion, AddressKey failing, Set<AddressKey> seen) {
		AddressKey address = AddressKey.of(suggestion.email());
		return address.equals(failing) || ownDomains.contains(address.domain()) || !seen.add(address);
	}
}
