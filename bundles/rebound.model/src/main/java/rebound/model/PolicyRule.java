package rebound.model;

import java.util.Arrays;
import java.util.Optional;

/** The rule that a standing or a decision rests on. */
public enum PolicyRule {
	ADDRESS_STRONG("address.strong"),
	ADDRESS_WEAK("address.weak"),
	DOMAIN("domain"),
	QUOTA("quota"),
	TRANSIENT("transient"),
	COMPLAINT("complaint"),
	/** {@link #ADDRESS_STRONG} in strict mode, where one event is enough. */
	STRICT("address.strict"),
	/** The user decided. */
	USER("user"),
	/** It came with a suppression list from elsewhere. */
	IMPORT("import");

	private final String id;

	PolicyRule(String id) {
		this.id = id;
	}

	/** @return the stable id that files and databases keep, for example {@code "address.strong"} */
	public String id() {
		return id;
	}

	/** @return the rule with this id, or empty */
	public static Optional<PolicyRule> of(String id) {
		return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
	}
}
