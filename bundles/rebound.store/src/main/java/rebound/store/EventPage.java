package rebound.store;

import java.util.List;

import rebound.model.BounceEvent;

/**
 * Some events of a longer list.
 *
 * @param next stands for the place behind the last one, for {@link EventFilter#after}; {@code null} at the end
 */
public record EventPage(List<BounceEvent> events, String next) {

	public EventPage {
		events = List.copyOf(events);
	}
}
