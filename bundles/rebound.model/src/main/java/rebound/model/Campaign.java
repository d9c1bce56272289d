package rebound.model;

import java.time.Instant;
import java.util.Locale;

/**
 * What was sent. Absent values are {@code null}.
 *
 * @param id        stable id; a recognised campaign's is derived from the evidence, so every run finds the same
 * @param name      for people
 * @param subject   of the mails sent
 * @param sender    the mails' From address, without display name, in lower case
 * @param sent      when sending began
 * @param sentCount number of recipients, 0 where unknown
 * @param origin    how Rebound knows of it
 * @param halt      whether the circuit breaker stopped what follows from its bounces
 */
public record Campaign(String id, String name, String subject, String sender, Instant sent, long sentCount,
		Origin origin, Halt halt) {

	/** How a campaign became known. */
	public enum Origin {
		/** The user made it. */
		CREATED,
		/** It came from a file or log of what was sent. */
		IMPORTED,
		/** It was recognised from returned originals. */
		RECOGNISED;

		/** @return the stable id that files and databases keep, for example {@code "imported"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** What the circuit breaker did to a campaign, and what the user answered. */
	public enum Halt {
		/** Nothing: its bounces count. */
		NONE,
		/** So many bounced that nothing follows automatically until the user has answered. */
		ASKING,
		/** The user said that the bounces are true. */
		COUNTED,
		/** The user said that the bounces are false: they count for no address. */
		IGNORED;

		/** @return the stable id that files and databases keep, for example {@code "asking"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
