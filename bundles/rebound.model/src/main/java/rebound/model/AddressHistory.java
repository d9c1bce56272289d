package rebound.model;

import java.util.List;

/**
 * All that is known of one address: what the blocking policy judges.
 *
 * @param occurrences  what happened, in the order of time
 * @param mailings     the campaigns that were sent to the address, in the order of time: those whose recipients are
 *                     known to include it, and those without a list of recipients whose sender's mail it has bounced
 * @param lifeSigns    proofs that it works, in the order of time
 * @param decisions    what was decided, in the order of time
 * @param isProtected  whether the customer data protect it from automatic decisions
 * @param domainAnswers what the DNS said of its domain when the user had it asked, in the order of time
 * @param customerValue what the customer is worth, the highest of several; {@code null} where nobody says
 */
public record AddressHistory(AddressKey address, List<Occurrence> occurrences, List<Campaign> mailings,
		List<LifeSign> lifeSigns, List<Decision> decisions, boolean isProtected, List<DomainAnswer> domainAnswers,
		Double customerValue) {

	/** A history of an address whose domain was never asked for, and whose customer has no value. */
	public AddressHistory(AddressKey address, List<Occurrence> occurrences, List<Campaign> mailings,
			List<LifeSign> lifeSigns, List<Decision> decisions, boolean isProtected) {
		this(address, occurrences, mailings, lifeSigns, decisions, isProtected, List.of(), null);
	}

	public AddressHistory {
		occurrences = List.copyOf(occurrences);
		mailings = List.copyOf(mailings);
		lifeSigns = List.copyOf(lifeSigns);
		decisions = List.copyOf(decisions);
		domainAnswers = List.copyOf(domainAnswers);
	}
}
