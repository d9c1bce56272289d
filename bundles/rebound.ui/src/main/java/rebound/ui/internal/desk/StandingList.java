package rebound.ui.internal.desk;

import java.util.List;
import java.util.Map;

import rebound.model.Standing;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;

/**
 * Addresses and how they stand, as many as a table shows.
 *
 * @param counts how many addresses there are in each state, whatever the filter; empty in an empty database
 * @param isCut  whether there are more than these
 */
public record StandingList(List<Standing> rows, Map<Standing.State, Long> counts, boolean isCut) {

	/** Most rows that are shown; the filter's order says which. */
	public static final int LIMIT = 1000;

	/** @return what matches, from the database */
	public static StandingList read(BounceStore store, StandingFilter filter) {
		List<Standing> rows = store.addresses().page(filter.limit(0, LIMIT + 1));
		boolean isCut = rows.size() > LIMIT;
		return new StandingList(isCut ? rows.subList(0, LIMIT) : rows, store.addresses().counts(), isCut);
	}
}
