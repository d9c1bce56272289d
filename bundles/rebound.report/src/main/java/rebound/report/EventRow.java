package rebound.report;

import rebound.model.BounceEvent;

/**
 * A row of the report's event file: one event.
 *
 * @param event      what happened
 * @param customerId the customer whose address it is, {@code null} where none has it
 */
public record EventRow(BounceEvent event, String customerId) {
}
