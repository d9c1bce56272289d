package rebound.ui.internal.desk;

import rebound.model.BounceEvent;

/**
 * A line of the bounce log.
 *
 * @param campaign the campaign's name, or empty
 */
public record BounceRow(BounceEvent event, String campaign) {
}
