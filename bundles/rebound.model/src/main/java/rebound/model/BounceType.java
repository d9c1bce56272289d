package rebound.model;

import java.util.Locale;

/** Hard: permanent and of this address. Soft: temporary, or not this address's doing. None: no bounce. */
public enum BounceType {
	HARD, SOFT, NONE;

	/** @return the stable id that files and databases keep, for example {@code "hard"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
