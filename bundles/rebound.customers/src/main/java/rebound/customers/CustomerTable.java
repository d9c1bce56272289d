package rebound.customers;

import java.io.IOException;
import java.util.List;

import rebound.customers.internal.TableSource;

/** Makes customers of a table's rows, whatever the table is read from: the first row is the header. */
public final class CustomerTable {

	private CustomerTable() {
	}

	/** Gives the rows of a table one after the other. */
	@FunctionalInterface
	public interface Rows {

		/** @return the next row, empty texts for absent values; {@code null} behind the last */
		List<String> next() throws IOException;
	}

	/** Hands over the customers of all rows; columns are understood as in any file of customers. */
	public static void read(Rows rows, ReadSettings settings, CustomerHandler handler) throws IOException {
		TableSource.read(rows, settings, handler);
	}
}
