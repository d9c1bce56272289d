package rebound.customers.internal;

import java.util.ArrayList;
import java.util.List;

import rebound.customers.CustomerField;
import rebound.customers.CustomerHandler;
import rebound.customers.MappedColumn;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;

/** The values of one entry of an address book, which has no columns. */
final class Entry {

	private static final int MOST_VALUES = 1_000;
	private static final Notation ISO = new Notation(false, null);

	private final ReadSettings settings;
	private final List<MappedColumn> columns = new ArrayList<>();
	private final List<String> values = new ArrayList<>();
	private boolean tooLong;

	Entry(ReadSettings settings) {
		this.settings = settings;
	}

	/** Takes a value; what the settings say of its name goes before the field. */
	void add(String name, CustomerField field, String value) {
		if (value.isBlank() || values.size() == MOST_VALUES) {
			return;
		}
		tooLong |= value.length() > TableReader.MAX_VALUE;
		CustomerField chosen = settings.columns().entrySet().stream()
				.filter(column -> column.getKey().equalsIgnoreCase(name)).map(column -> column.getValue()).findFirst()
				.orElse(field);
		columns.add(new MappedColumn(name, chosen));
		values.add(value);
	}

	/** Takes a value that goes before those of its kind. */
	void addFirst(String name, CustomerField field, String value) {
		int size = values.size();
		add(name, field, value);
		if (values.size() > size) {
			columns.addFirst(columns.removeLast());
			values.addFirst(values.removeLast());
		}
	}

	/** Hands the entry's customer over, or tells why there is none. */
	void hand(long number, CustomerHandler handler) {
		if (tooLong) {
			handler.problem(new RowProblem(number, RowProblem.Code.TOO_LONG, null));
		} else {
			new CustomerRow(columns, ISO, handler).hand(number, values);
		}
	}
}
