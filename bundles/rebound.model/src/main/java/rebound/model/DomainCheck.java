package rebound.model;

import java.util.List;

/**
 * Asks whether a domain takes mail. Only used when the user wants it: it tells the resolver whom the user writes to.
 * Safe for use by several threads.
 */
@FunctionalInterface
public interface DomainCheck {

	/** Asks nobody and knows nothing. */
	DomainCheck NONE = domain -> new DomainAnswer(domain, DomainAnswer.State.UNCHECKED, List.of(), null);

	/**
	 * Asks for a domain; takes some seconds at most, and asks the same only once.
	 *
	 * @param domain in A-labels, lower case
	 * @return the answer; never {@code null}, and no failure is thrown
	 */
	DomainAnswer check(String domain);
}
