package rebound.model;

/** What a message, or one recipient in it, is about. */
public enum Kind {
	/** Delivery failed. */
	BOUNCE("bounce"),
	/** Still being tried (RFC 3464 {@code Action: delayed}). */
	DELAY("delay"),
	/** Delivered, relayed or expanded. */
	DELIVERED("delivered"),
	/** A feedback report (RFC 5965). */
	COMPLAINT("complaint"),
	/** An automatic answer (RFC 3834): away, left the company, moved. */
	AUTO_REPLY("auto-reply"),
	/** Anything else, also reports about reading, DMARC or TLS. */
	OTHER("other");

	private final String id;

	Kind(String id) {
		this.id = id;
	}

	/** @return the stable id that files and databases keep, for example {@code "auto-reply"} */
	public String id() {
		return id;
	}
}
