package rebound.pipeline.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import rebound.customers.CrmConnector;
import rebound.customers.CrmConnector.WriteOrder;
import rebound.customers.CrmConnector.WriteResult;
import rebound.customers.CrmConnector.WriteResult.Outcome;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.store.BounceStore;

/** Writes accepted changes into the customer database, and takes written ones back. */
public final class CrmPush {

	/** So many at a time, so that little is unknown if the database stops answering. */
	private static final int BATCH = 100;

	private final CrmConnector connector;
	private final String location;
	private final BounceStore store;
	private final Instant now;

	public CrmPush(CrmConnector connector, String location, BounceStore store, Instant now) {
		this.connector = connector;
		this.location = location;
		this.store = store;
		this.now = now;
	}

	/**
	 * Writes what waits.
	 *
	 * @param dryRun whether only to look what would happen
	 */
	public List<WriteResult> push(boolean dryRun) throws IOException {
		List<CustomerChange> waiting = new ArrayList<>();
		store.changes().forEach(EnumSet.of(State.PENDING), waiting::add);
		return write(waiting, dryRun, State.WRITTEN);
	}

	/**
	 * Takes back what was written: the database gets the old values again, unless they were changed since.
	 *
	 * @param batch the batch's or a single change's id
	 */
	public List<WriteResult> takeBack(String batch, boolean dryRun) throws IOException {
		List<CustomerChange> written = store.changes().find(batch).stream()
				.filter(change -> change.state() == State.WRITTEN || change.state() == State.DONE)
				.map(CrmPush::reverse).toList().reversed();
		return write(written, dryRun, State.WITHDRAWN);
	}

	private static CustomerChange reverse(CustomerChange change) {
		boolean replaces = change.kind() == CustomerChange.Kind.EMAIL;
		return new CustomerChange(change.id(), change.batch(), change.customer(), change.kind(), change.newValue(),
				replaces ? change.oldValue() : null, "undo", change.evidence(), change.state(), change.accepted(),
				change.by(), change.settled(), change.found());
	}

	private List<WriteResult> write(List<CustomerChange> changes, boolean dryRun, State after) throws IOException {
		List<WriteResult> results = new ArrayList<>();
		List<WriteOrder> orders = new ArrayList<>();
		for (CustomerChange change : changes) {
			Customer customer = store.customers().find(change.customer()).orElse(null);
			if (customer == null) {
				results.add(new WriteResult(change, Outcome.MISSING, null));
			} else {
				orders.add(new WriteOrder(customer, change));
			}
		}
		for (int from = 0; from < orders.size(); from += BATCH) {
			List<WriteResult> some = connector.write(location,
					orders.subList(from, Math.min(orders.size(), from + BATCH)),
					dryRun);
			results.addAll(some);
			if (!dryRun) {
				settle(some, after);
			}
		}
		return results;
	}

	private void settle(List<WriteResult> results, State after) {
		store.changes().settle(results.stream()
				.filter(result -> result.outcome() == Outcome.WRITTEN || result.outcome() == Outcome.CONFLICT)
				.map(result -> result.outcome() == Outcome.WRITTEN
						? result.change().settled(after, now, null)
						: result.change().settled(State.CONFLICT, now, result.found()))
				.toList());
	}
}
