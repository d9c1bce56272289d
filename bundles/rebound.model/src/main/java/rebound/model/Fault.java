package rebound.model;

import java.util.Locale;

/** Whose doing a bounce is. A sender's or content's fault never counts against an address. */
public enum Fault {
	RECIPIENT,
	DOMAIN,
	SENDER,
	CONTENT,
	NETWORK,
	/** The receiving system. */
	SYSTEM,
	UNKNOWN,
	/** No fault: the message reports no failure. */
	NONE;

	/** @return the stable id that files and databases keep, for example {@code "sender"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
