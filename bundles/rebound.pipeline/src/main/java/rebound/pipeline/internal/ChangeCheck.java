package rebound.pipeline.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import rebound.customers.Reconciliation;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.store.ChangeStore;

/** Looks, while customers are imported, what became of the changes that the user accepted. */
final class ChangeCheck {

	private final ChangeStore store;
	private final Instant now;
	private final Map<String, List<CustomerChange>> open = new HashMap<>();
	private final List<CustomerChange> settled = new ArrayList<>();

	ChangeCheck(ChangeStore store, Instant now) {
		this.store = store;
		this.now = now;
		store.forEach(EnumSet.of(State.PENDING, State.WRITTEN, State.CONFLICT), change -> {
			if (Reconciliation.concerns(change)) {
				open.computeIfAbsent(change.customer(), none -> new ArrayList<>()).add(change);
			}
		});
	}

	void read(Customer customer) {
		check(customer.id(), customer);
	}

	void gone(String customer) {
		check(customer, null);
	}

	private void check(String id, Customer customer) {
		for (CustomerChange change : open.getOrDefault(id, List.of())) {
			CustomerChange after = Reconciliation.of(change, customer, now);
			if (after != change) {
				settled.add(after);
			}
		}
	}

	/** @return the changes that something became of, stored */
	List<CustomerChange> finish() {
		if (!settled.isEmpty()) {
			store.settle(settled);
		}
		return List.copyOf(settled);
	}
}
