package rebound.model;

import java.util.Locale;

/** Which counter of the blocking policy an event feeds. */
public enum Track {
	ADDRESS, DOMAIN, QUOTA, TRANSIENT, COMPLAINT, NONE;

	/** @return the stable id that files and databases keep, for example {@code "quota"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
