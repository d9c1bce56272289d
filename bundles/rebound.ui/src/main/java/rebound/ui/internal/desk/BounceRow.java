package rebound.ui.internal.desk;

import org.eclipse.core.runtime.IAdaptable;
import rebound.model.BounceEvent;
import rebound.model.Standing;

/**
 * A line of the bounce log. Extensions see what is selected as the model's record, to which it adapts.
 *
 * @param campaign the campaign's name, or empty
 * @param standing how the address stands; {@code null} when nothing is known
 */
public record BounceRow(BounceEvent event, String campaign, Standing standing) implements IAdaptable {

	@Override
	public <T> T getAdapter(Class<T> wanted) {
		return wanted == BounceEvent.class ? wanted.cast(event) : null;
	}
}
