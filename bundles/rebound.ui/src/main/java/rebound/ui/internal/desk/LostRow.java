package rebound.ui.internal.desk;

import rebound.customers.WorkItem;
import rebound.model.Standing;

/**
 * A line of the list of lost customers.
 *
 * @param standing how the failing address stands; {@code null} when nothing is known
 */
public record LostRow(WorkItem item, Standing standing) {
}
