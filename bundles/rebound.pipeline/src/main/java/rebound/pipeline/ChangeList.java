package rebound.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;
import rebound.model.CustomerChange.State;
import rebound.store.BounceStore;
import rebound.store.ChangeStore;
import rebound.store.StoreException;

/**
 * The changes for the customer database that the user accepts. Nothing is changed by accepting: the list is exported, or
 * written by a connector after the user has confirmed it.
 */
public final class ChangeList {

	/** What a change's source is when the user knew it. */
	public static final String USER = "user";

	private final ChangeStore store;
	private final String by;
	private final Instant now;

	/**
	 * What the user wants to change; see {@link CustomerChange} for the values.
	 *
	 * @param customer id of the customer
	 */
	public record Wish(String customer, Kind kind, String oldValue, String newValue, String source, String evidence) {

		/** The failing address of a lost customer shall be replaced by the one that was found. */
		public static Wish address(WorkItem item, Suggestion accepted) {
			return address(item.lost().customer().id(), item.lost().email(), accepted);
		}

		/** A customer's failing address shall be replaced by the one that was found. */
		public static Wish address(String customer, String failing, Suggestion accepted) {
			return new Wish(customer, Kind.EMAIL, failing, accepted.email(), accepted.kind().id(),
					accepted.evidence());
		}
	}

	/** @param by who accepts */
	public ChangeList(BounceStore store, String by, Instant now) {
		this.store = store.changes();
		this.by = by;
		this.now = now;
	}

	/**
	 * Accepts changes in one go, whatever was accepted before. An earlier one of the same address that is not yet in the
	 * customer database is taken back, for an address can be replaced only once.
	 *
	 * @return the changes; their batch takes all of them back
	 */
	public List<CustomerChange> accept(Collection<Wish> wishes) {
		return accept(wishes, wishes.stream().map(Wish::customer).distinct()
				.flatMap(customer -> store.ofCustomer(customer).stream()).toList());
	}

	/**
	 * The same for a user who looked at it.
	 *
	 * @param seen what was accepted before, as far as it was shown
	 * @throws StoreException with {@link StoreException.Code#CHANGED} if somebody else has accepted another new address
	 *                        since
	 */
	public List<CustomerChange> accept(Collection<Wish> wishes, Collection<CustomerChange> seen) {
		String batch = UUID.randomUUID().toString();
		List<CustomerChange> changes = new ArrayList<>();
		for (Wish wish : wishes) {
			changes.add(new CustomerChange(UUID.randomUUID().toString(), batch, wish.customer(), wish.kind(),
					wish.oldValue(), wish.newValue(), wish.source(), wish.evidence(), State.PENDING, now, by, null,
					null));
		}
		store.replace(changes, seen, now);
		return changes;
	}
}
