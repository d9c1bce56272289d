package rebound.model;

import java.time.Instant;
import java.util.Locale;

/**
 * Proof that an address works.
 *
 * @param address whose
 * @param kind    what proves it
 * @param at      when it happened
 * @param source  where Rebound knows it from, for people; may be {@code null}
 */
public record LifeSign(AddressKey address, Kind kind, Instant at, String source) {

	/** What proves that an address works. */
	public enum Kind {
		REPLY,
		OPEN,
		CLICK,
		DELIVERED,
		ORDER,
		LOGIN,
		/** The user says that it works. */
		USER;

		/** @return the stable id that files and databases keep, for example {@code "reply"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
