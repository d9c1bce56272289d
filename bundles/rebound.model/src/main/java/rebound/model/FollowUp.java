package rebound.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user notes about looking for a lost customer. An import of customers never changes it. Absent values are
 * {@code null}.
 *
 * @param customer id of the customer looked for
 * @param owner    who looks
 * @param due      by when
 * @param note     the user's own words
 * @param outcome  what came of it; {@code null} while the search goes on
 * @param changed  when this was noted
 * @param by       who noted it
 */
public record FollowUp(String customer, String owner, LocalDate due, String note, Outcome outcome, Instant changed,
		String by) {

	/** What came of looking for a customer. */
	public enum Outcome {
		/** The customer can be reached again. */
		FOUND,
		/** The person or company is no customer any more. */
		GONE,
		/** Nothing was found, and nobody looks any further. */
		GAVE_UP;

		/** @return the stable id that files and databases keep, for example {@code "gave_up"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** @return the outcome with this id, or empty */
		public static Optional<Outcome> of(String id) {
			return Arrays.stream(values()).filter(outcome -> outcome.id().equals(id)).findFirst();
		}
	}

	/** @return whether anybody still looks for the customer */
	public boolean isOpen() {
		return outcome == null;
	}
}
