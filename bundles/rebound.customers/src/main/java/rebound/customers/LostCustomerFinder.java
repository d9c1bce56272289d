package rebound.customers;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to look for customers whose address fails, besides Rebound's own. Register an implementation as an OSGi service
 * and it is asked wherever Rebound looks. An implementation is stateless, may be called from several threads, and is asked
 * for every lost customer there is: it answers from what it has, and asks no network.
 */
@ConsumerType
public interface LostCustomerFinder {

	/** @return a stable id, for example {@code "example.merger"} */
	String id();

	/**
	 * Looks for a customer.
	 *
	 * @return what was found; empty if nothing. A suggestion's kind says what it is used for, its evidence says to people
	 *         what it rests on
	 */
	List<Suggestion> find(LostCustomer lost);
}
