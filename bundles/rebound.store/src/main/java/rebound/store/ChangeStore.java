package rebound.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;

/** The list of changes for the customer database that the user accepted. */
@ProviderType
public interface ChangeStore {

	/** Adds changes, all or none. */
	void add(Collection<CustomerChange> changes);

	/**
	 * Adds changes, all or none, in place of earlier ones of the same addresses, which are taken back: an address can be
	 * replaced only once.
	 *
	 * @param earlier what the user saw; may hold others, too
	 * @param at      when the earlier ones are taken back
	 * @throws StoreException with {@link StoreException.Code#CHANGED} if somebody has accepted another new address that
	 *                        the user did not see and that is not yet in the customer database
	 */
	void replace(Collection<CustomerChange> changes, Collection<CustomerChange> earlier, Instant at);

	/** Stores what became of changes that are known by their id. */
	void settle(Collection<CustomerChange> changes);

	/**
	 * Takes back all changes of a batch that are not yet in the customer database.
	 *
	 * @param batch the batch's or a single change's id
	 * @return the changes taken back
	 */
	List<CustomerChange> withdraw(String batch, Instant at);

	/** @return the changes of a batch, or the one with this id, in the order they were accepted */
	List<CustomerChange> find(String batch);

	/** @return a customer's changes, in the order they were accepted */
	List<CustomerChange> ofCustomer(String customer);

	/** Hands over all changes in one of these states, in the order they were accepted. */
	void forEach(Set<State> states, Consumer<CustomerChange> consumer);
}
