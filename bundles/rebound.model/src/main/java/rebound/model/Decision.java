package rebound.model;

import java.time.Instant;
import java.util.Locale;

/**
 * What was decided about one address: an entry of the audit trail, never changed or removed. Absent values are
 * {@code null}.
 *
 * @param id            stable id
 * @param at            when
 * @param by            who: the user's name, or {@link #AUTOMATIC}
 * @param batch         decisions made in one go share it and can be undone together
 * @param grounds       why
 * @param policyVersion the policy in force
 * @param undoes        id of the decision that {@link Action#UNDO} takes back
 * @param note          the user's own words
 */
public record Decision(String id, AddressKey address, Action action, Instant at, String by, String batch,
		Grounds grounds, String policyVersion, String undoes, String note) {

	/** Who decided when nobody did. */
	public static final String AUTOMATIC = "auto";

	/** What can be decided about an address. */
	public enum Action {
		BLOCK,
		/** The user says that the address works: lifts a block and what was counted before. */
		UNBLOCK,
		/** Only ever suggest it from now on. */
		PROTECT,
		UNPROTECT,
		/** Takes another decision back, as if it had never been made. */
		UNDO;

		/** @return the stable id that files and databases keep, for example {@code "block"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** @return whether the policy decided by itself */
	public boolean isAutomatic() {
		return AUTOMATIC.equals(by);
	}
}
