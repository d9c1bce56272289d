package rebound.model;

import java.util.Locale;
import java.util.Optional;

/** What the reporting mail server did for a recipient (RFC 3464, 2.3.3). */
public enum Action {
	FAILED, DELAYED, DELIVERED, RELAYED, EXPANDED;

	/** @return the action with this name in any case, or empty for one RFC 3464 does not know */
	public static Optional<Action> of(String name) {
		for (Action action : values()) {
			if (action.name().equalsIgnoreCase(name.strip())) {
				return Optional.of(action);
			}
		}
		return Optional.empty();
	}

	/** @return the name as RFC 3464 writes it */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
