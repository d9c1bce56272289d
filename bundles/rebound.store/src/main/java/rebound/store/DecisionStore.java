package rebound.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.AddressKey;
import rebound.model.Decision;
import rebound.model.Standing;

/** The audit trail: what was decided, when, by whom and why. Nothing in it is changed or removed. */
@ProviderType
public interface DecisionStore {

	/** Adds decisions, all or none; one whose id is known is left out. The addresses are due to be judged. */
	void add(Collection<Decision> decisions);

	/**
	 * Adds decisions, all or none, if their addresses still stand as the user saw them.
	 *
	 * @param seen what the user saw of the addresses; of one that nothing was known of, nothing
	 * @throws StoreException with {@link StoreException.Code#CHANGED} if one stands otherwise by now, or is about to, or
	 *                        if somebody has decided about one that nothing was known of
	 */
	void add(Collection<Decision> decisions, Map<AddressKey, Optional<Standing>> seen);

	/**
	 * Takes back all decisions of a batch that still stand, by adding an {@link Decision.Action#UNDO} for each.
	 *
	 * @param batch the batch's or a single decision's id
	 * @param by    who takes it back
	 * @return the decisions taken back
	 */
	List<Decision> undo(String batch, String by, Instant at);

	/** @return the decision with this id, or empty */
	Optional<Decision> find(String id);

	/** @return an address's decisions, latest first */
	List<Decision> ofAddress(AddressKey address);

	/** @return the audit trail, latest first */
	List<Decision> page(long offset, int limit);
}
