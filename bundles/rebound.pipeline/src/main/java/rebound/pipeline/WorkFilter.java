package rebound.pipeline;

import java.time.LocalDate;
import java.util.Locale;

import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.model.Customer;
import rebound.model.FollowUp;

/**
 * Which lines of the work list are wanted. {@code null} lets everything through.
 *
 * @param text      an address, an id, or part of a name or company, in any case
 * @param owner     who looks for the customer
 * @param dueBy     what is due until this day
 * @param found     how the best suggestion was found
 * @param closedToo also customers with an outcome, or with an accepted change on its way
 * @param limit     at most so many, the most worthwhile
 */
public record WorkFilter(String text, String owner, LocalDate dueBy, Suggestion.Kind found, boolean closedToo,
		int limit) {

	/** All that is open, the 100 most worthwhile. */
	public static final WorkFilter OPEN = new WorkFilter(null, null, null, null, false, 100);

	/** @return the same, but at most so many */
	public WorkFilter limit(int wanted) {
		return new WorkFilter(text, owner, dueBy, found, closedToo, wanted);
	}

	/** @return the same, but only what this text finds */
	public WorkFilter text(String wanted) {
		return new WorkFilter(wanted, owner, dueBy, found, closedToo, limit);
	}

	/** @return the same, but with the closed ones or without */
	public WorkFilter closedToo(boolean wanted) {
		return new WorkFilter(text, owner, dueBy, found, wanted, limit);
	}

	/** @return whether a customer's address is of interest, before anything is looked for */
	boolean wants(Customer customer, String email) {
		if (text == null) {
			return true;
		}
		String part = text.strip().toLowerCase(Locale.ROOT);
		return has(email, part) || customer.id().toLowerCase(Locale.ROOT).equals(part)
				|| has(customer.displayName(), part) || has(customer.company(), part);
	}

	/** @return whether a line is of interest */
	boolean wants(WorkItem item) {
		FollowUp note = item.followUp();
		boolean isOwners = owner == null
				|| note != null && note.owner() != null && note.owner().equalsIgnoreCase(owner);
		boolean isDue = dueBy == null || note != null && note.due() != null && !note.due().isAfter(dueBy);
		return isOwners && isDue && (found == null || item.best() != null && item.best().kind() == found)
				&& (closedToo || item.isOpen());
	}

	private static boolean has(String value, String part) {
		return value != null && value.toLowerCase(Locale.ROOT).contains(part);
	}
}
