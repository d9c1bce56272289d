package rebound.store;

import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.FollowUp;

/** What the user noted about looking for lost customers: one note each. Imports of customers leave it as it is. */
@ProviderType
public interface FollowUpStore {

	/**
	 * Keeps a note in place of the one that was there for the customer.
	 *
	 * @param before the note that the user saw, or {@code null} for none
	 * @throws StoreException with {@link StoreException.Code#CHANGED} if there is another one by now
	 */
	void save(FollowUp followUp, FollowUp before);

	/** @return the note on a customer, or empty */
	Optional<FollowUp> find(String customer);

	/** Hands over all notes, by customer. */
	void forEach(Consumer<FollowUp> consumer);
}
