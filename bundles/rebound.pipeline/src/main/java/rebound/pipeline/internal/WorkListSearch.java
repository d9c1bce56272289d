package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import rebound.customers.LostCustomer;
import rebound.customers.WorkItem;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.model.FollowUp;
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
	private final SearchMeans means;
	private final Progress progress;
	private final Map<String, FollowUp> notes = new HashMap<>();
	private final Map<String, CustomerChange> accepted = new HashMap<>();
	private final Map<String, WorkItem> bestOfCustomer = new HashMap<>();
	private final PriorityQueue<WorkItem> best = new PriorityQueue<>(WorkItem.BEST_FIRST.reversed());
	private long count;

	public WorkListSearch(BounceStore store, SearchMeans means, Progress progress) {
		this.store = store;
		this.means = means;
		this.progress = progress;
	}

	/**
	 * @param isOfInterest which customers' addresses are of interest
	 * @param isWanted     which lines are
	 * @param limit        at most so many
	 * @return the customers whose address fails, each once, the most worthwhile first
	 */
	public List<WorkItem> best(BiPredicate<Customer, String> isOfInterest, Predicate<WorkItem> isWanted, int limit) {
		LostCustomers lost = LostCustomers.learn(store, means, this::step);
		store.followUps().forEach(note -> notes.put(note.customer(), note));
		store.changes().forEach(EnumSet.complementOf(EnumSet.of(State.WITHDRAWN)), change -> {
			if (change.kind() == CustomerChange.Kind.EMAIL) {
				accepted.put(key(change.customer(), change.oldValue()), change);
			}
		});
		RowFilter rows = new RowFilter(!lost.hasAliases(), true, EVENTS_LOOKED_AT);
		Ahead.<AddressRow>each(take -> store.addresses().forEachRow(rows, take), found -> {
			step();
			AddressRow row = lost.owned(found);
			if (row.customer() == null) {
				return;
			}
			BounceEvent deciding = ReportRow.deciding(row.events());
			if (LostCustomers.isSought(row, deciding) && isOfInterest.test(row.customer(), row.email())) {
				WorkItem item = item(lost, row, deciding);
				if (isWanted.test(item)) {
					keep(item, limit);
				}
			}
		});
		List<WorkItem> items = new ArrayList<>(best);
		items.sort(WorkItem.BEST_FIRST);
		return items;
	}

	private WorkItem item(LostCustomers lost, AddressRow row, BounceEvent deciding) {
		LostCustomer whom = lost.customer(row, deciding);
		String id = row.customer().id();
		return WorkItem.of(whom, lost.search(whom)).with(notes.get(id), accepted.get(key(id, row.email())));
	}

	/** A customer with two failing addresses is one line. */
	private void keep(WorkItem item, int limit) {
		String id = item.lost().customer().id();
		WorkItem other = bestOfCustomer.get(id);
		if (other != null && WorkItem.BEST_FIRST.compare(other, item) <= 0) {
			return;
		}
		best.remove(other);
		best.add(item);
		bestOfCustomer.put(id, item);
		if (best.size() > limit) {
			bestOfCustomer.remove(best.remove().lost().customer().id());
		}
	}

	private static String key(String customer, String email) {
		return customer + '\n' + AddressKey.of(email).value();
	}

	private void step() {
		if (progress.cancelled()) {
			throw new CancellationException();
		}
		progress.done(0, count++);
	}
}
