package rebound.customers.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import rebound.customers.RowProblem;

/** Gives the rows of a table one after the other. */
public interface TableReader extends Closeable {

	/** Characters in a value; more is no customer data. */
	int MAX_VALUE = 32_767;
	/** Values in a row. */
	int MAX_COLUMNS = 2_000;

	/**
	 * A row as it stands in the table.
	 *
	 * @param number  counted from 1, empty rows too
	 * @param values  as written, never {@code null} but perhaps empty
	 * @param problem why the row can't be read, {@code null} if it can
	 */
	record Row(long number, List<String> values, RowProblem.Code problem) {

		public Row {
			values = List.copyOf(values);
		}

		public boolean isBlank() {
			return values.stream().allMatch(String::isBlank);
		}
	}

	/** @return the next row, {@code null} behind the last */
	Row next() throws IOException;
}
