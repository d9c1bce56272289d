package rebound.customers.internal;

import java.io.IOException;
import java.util.List;

import rebound.customers.CustomerHandler;
import rebound.customers.CustomerTable;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;

/** Reads tables that others take apart. */
public final class TableSource {

	private TableSource() {
	}

	/** Hands over the customers of all rows. */
	public static void read(CustomerTable.Rows rows, ReadSettings settings, CustomerHandler handler)
			throws IOException {
		new TableCustomers(new Numbered(rows), settings, handler).read();
	}

	private static final class Numbered implements TableReader {
		private final CustomerTable.Rows rows;
		private long number;

		Numbered(CustomerTable.Rows rows) {
			this.rows = rows;
		}

		@Override
		public Row next() throws IOException {
			List<String> values = rows.next();
			if (values == null) {
				return null;
			}
			boolean isTooLong = values.size() > MAX_COLUMNS
					|| values.stream().anyMatch(value -> value.length() > MAX_VALUE);
			return isTooLong
					? new Row(++number, List.of(), RowProblem.Code.TOO_LONG)
					: new Row(++number, values, null);
		}

		@Override
		public void close() {
			// who gives the rows closes what they come from
		}
	}
}
