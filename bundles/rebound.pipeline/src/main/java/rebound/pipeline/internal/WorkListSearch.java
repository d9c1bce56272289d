package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

import rebound.customers.LostCustomer;
import rebound.customers.WorkItem;
import rebound.model.BounceEvent;
import rebound.pipeline.Progress;
import rebound.report.ReportRow;
import rebound.store.AddressRow;
import rebound.store.AddressStore.RowFilter;
import rebound.store.BounceStore;

/** Finds the lost customers that are most worth looking for. Keeps no more of them than are wanted. */
public final class WorkListSearch {

	/** Enough to find the bounce that decides among automatic answers and delays. */
	private static final int EVENTS_LOOKED_AT = 50;

	private final BounceStore store;
	private final Progress progress;
	private long count;

	public WorkListSearch(BounceStore store, Progress progress) {
		this.store = store;
		this.progress = progress;
	}

	/**
	 * @param wanted which addresses are of interest
	 * @param limit  at most so many
	 * @return the customers whose address bounced hard, the most worthwhile first
	 */
	public List<WorkItem> best(Predicate<AddressRow> wanted, int limit) {
		LostCustomers lost = LostCustomers.learn(store, this::step);
		PriorityQueue<WorkItem> best = new PriorityQueue<>(WorkItem.BEST_FIRST.reversed());
		store.addresses().forEachRow(new RowFilter(true, true, EVENTS_LOOKED_AT), row -> {
			step();
			BounceEvent deciding = ReportRow.deciding(row.events());
			if (LostCustomers.isLost(deciding) && wanted.test(row)) {
				LostCustomer whom = lost.customer(row, deciding);
				best.add(WorkItem.of(whom, lost.search(whom)));
				if (best.size() > limit) {
					best.remove();
				}
			}
		});
		List<WorkItem> items = new ArrayList<>(best);
		items.sort(WorkItem.BEST_FIRST);
		return items;
	}

	private void step() {
		if (progress.cancelled()) {
			throw new CancellationException();
		}
		progress.done(0, count++);
	}
}
