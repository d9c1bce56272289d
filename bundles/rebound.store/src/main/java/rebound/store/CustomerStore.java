package rebound.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.AddressKey;
import rebound.model.Customer;

/** The customers, as last imported. */
@ProviderType
public interface CustomerStore {

	/** Stores customers, all or none; one with a known id is replaced. */
	SaveResult save(Collection<Customer> customers);

	/**
	 * Stores customers whose ids the caller knows to be new, all or none. This is faster than {@link #save}, which looks
	 * for each.
	 *
	 * @throws StoreException if one of them is there, where this program is the only one that writes; elsewhere it
	 *                        stays as it is
	 */
	SaveResult add(Collection<Customer> customers);

	/** @return the customer with this id, or empty */
	Optional<Customer> find(String id);

	/** @return the customers that have this address */
	List<Customer> byAddress(AddressKey address);

	/** @return the id of the customer who has an address, the first one by id, for those addresses that anybody has */
	Map<AddressKey, String> owners(Collection<AddressKey> addresses);

	/** @return the customers that have an address in this domain (A-labels, lower case), at most the limit */
	List<Customer> byDomain(String domain, int limit);

	/** @return how many addresses customers have in a domain (A-labels, lower case), where they are so many or more */
	Map<String, Integer> domains(int atLeast);

	/**
	 * Searches names, companies, ids, e-mail addresses, domains and telephone numbers, in any case, without accents
	 * and punctuation. All words must match: the beginning of a word, or with three characters and more any part.
	 * A blank text finds the first customers by id.
	 *
	 * @return matches, best first, at most the limit
	 */
	List<Customer> search(String text, int limit);

	/** Hands over all customers, by id, with little memory however many. */
	void forEach(Consumer<Customer> consumer);

	/** Hands over the ids of all customers, in order. */
	void forEachId(Consumer<String> consumer);

	/** @return number of customers */
	long count();

	/** Removes customers that are gone from the customer database. */
	int remove(Collection<String> ids);

	/** What became of the customers saved. */
	record SaveResult(int added, int changed, int unchanged) {
	}
}
