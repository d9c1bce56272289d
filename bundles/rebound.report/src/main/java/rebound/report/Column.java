package rebound.report;

import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A column of the report.
 *
 * @param name  machine name, the same in every language and format: snake_case, at most 40 characters
 * @param type  what its values are
 * @param group what it belongs to
 * @param value takes it from a row, {@code null} where absent, else of the type's class
 * @param <R>   the row
 */
public record Column<R>(String name, Type type, Group group, BiFunction<R, Labels, Object> value) {

	/** What the values of a column are. */
	public enum Type {
		/** {@code String} */
		TEXT,
		/** {@code String} that may look like a number but is none: ids, telephone numbers, postal codes. */
		IDENTIFIER,
		/** {@code Long} */
		INTEGER,
		/** {@code Double} */
		DECIMAL,
		/** {@code LocalDate} */
		DATE,
		/** {@code Instant} */
		TIMESTAMP;

		/** @return the stable id, for example {@code "timestamp"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** What a column belongs to. */
	public enum Group {
		CUSTOMER, REACH, VERDICT, HISTORY, DECISION, FINDINGS, EVIDENCE, EVENT;

		/** @return the stable id, for example {@code "reach"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** @return the value of this column in a row, {@code null} where absent */
	public Object of(R row, Labels labels) {
		return value.apply(row, labels);
	}
}
