package rebound.customers.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import rebound.customers.CustomerField;
import rebound.customers.CustomerHandler;
import rebound.customers.HeaderProfiles;
import rebound.customers.MappedColumn;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;

/**
 * Reads customers from a table: looks at the first rows to find the header, the columns that hold addresses and how
 * numbers and dates are written, then hands over row after row.
 */
final class TableCustomers {

	private static final int SAMPLE_ROWS = 1_000;
	/** What may well hold an address, but not the customer's to write to. */
	private static final Set<CustomerField> OTHERS_ADDRESS = EnumSet.of(CustomerField.CUSTOMER_ID,
			CustomerField.EXTERNAL_ID, CustomerField.CRM_RECORD_ID, CustomerField.ACCOUNT_ID, CustomerField.OWNER,
			CustomerField.OWNER_EMAIL, CustomerField.NONE);
	private static final int HEADER_WITHIN = 20;

	private final TableReader table;
	private final ReadSettings settings;
	private final CustomerHandler handler;
	private final HeaderProfiles profiles = new HeaderProfiles();

	TableCustomers(TableReader table, ReadSettings settings, CustomerHandler handler) {
		this.table = table;
		this.settings = settings;
		this.handler = handler;
	}

	void read() throws IOException {
		List<TableReader.Row> sample = new ArrayList<>();
		for (TableReader.Row row = table.next(); row != null; row = table.next()) {
			sample.add(row);
			if (sample.size() == SAMPLE_ROWS) {
				break;
			}
		}
		int header = headerIn(sample);
		List<TableReader.Row> rows = sample.subList(header + 1, sample.size());
		List<MappedColumn> columns = columns(header < 0 ? List.of() : sample.get(header).values(), rows);
		handler.columns(columns);
		for (TableReader.Row row : sample.subList(0, Math.max(0, header))) {
			problem(row);
		}
		CustomerRow customers = new CustomerRow(columns, Notation.of(columns, rows), handler);
		for (TableReader.Row row : rows) {
			row(customers, row);
		}
		for (TableReader.Row row = table.next(); row != null; row = table.next()) {
			row(customers, row);
		}
	}

	private void row(CustomerRow customers, TableReader.Row row) {
		if (row.problem() != null) {
			problem(row);
		} else if (!row.isBlank()) {
			handler.values(row.values());
			customers.hand(row.number(), row.values());
		}
	}

	private void problem(TableReader.Row row) {
		if (row.problem() != null) {
			handler.problem(new RowProblem(row.number(), row.problem(), null));
		}
	}

	/**
	 * The header is the first row with two known words, or one if that is all of it. Titles may stand before it; a row
	 * with an address is none and has none below it.
	 */
	private int headerIn(List<TableReader.Row> sample) {
		for (int i = 0; i < Math.min(HEADER_WITHIN, sample.size()); i++) {
			List<String> values = sample.get(i).values();
			if (values.stream().anyMatch(Addresses::isAddress)) {
				break;
			}
			long filled = values.stream().filter(value -> !value.isBlank()).count();
			if (filled > 0 && (profiles.known(values) >= Math.min(2, filled) || isChosen(values))) {
				return i;
			}
		}
		return hasHeaderOfUnknownWords(sample) ? 0 : -1;
	}

	private boolean isChosen(List<String> values) {
		Set<String> lower = new HashSet<>();
		values.forEach(value -> lower.add(value.strip().toLowerCase(Locale.ROOT)));
		return settings.columns().keySet().stream().anyMatch(header -> lower.contains(header.toLowerCase(Locale.ROOT)));
	}

	/** A first row without an address above rows with addresses is a header, whatever its language. */
	private static boolean hasHeaderOfUnknownWords(List<TableReader.Row> sample) {
		return sample.size() > 1 && sample.getFirst().values().stream().noneMatch(Addresses::isAddress)
				&& sample.get(1).values().stream().anyMatch(Addresses::isAddress);
	}

	private List<MappedColumn> columns(List<String> header, List<TableReader.Row> rows) {
		int width = header.size();
		if (header.isEmpty()) {
			width = rows.stream().mapToInt(row -> row.values().size()).max().orElse(0);
		}
		List<String> names = new ArrayList<>();
		Set<String> used = new HashSet<>();
		for (int i = 0; i < width; i++) {
			String written = i < header.size() ? header.get(i).strip() : "";
			String name = written.isEmpty() ? "column " + (i + 1) : written;
			names.add(used.add(name) ? name : name + " (" + (i + 1) + ')');
		}
		List<MappedColumn> columns = profiles.map(names, settings);
		return columns.stream().anyMatch(column -> column.field() == CustomerField.EMAIL)
				? columns
				: withAddresses(columns, rows);
	}

	/** Where no header tells of addresses, the columns that mostly hold some do: "Contact" may be a person or that. */
	private List<MappedColumn> withAddresses(List<MappedColumn> columns, List<TableReader.Row> rows) {
		List<MappedColumn> all = new ArrayList<>(columns);
		for (int i = 0; i < all.size(); i++) {
			int filled = 0;
			int addresses = 0;
			for (TableReader.Row row : rows) {
				if (i < row.values().size() && !row.values().get(i).isBlank()) {
					filled++;
					addresses += Addresses.isAddress(row.values().get(i)) ? 1 : 0;
				}
			}
			if (addresses * 2 > filled && !OTHERS_ADDRESS.contains(all.get(i).field())
					&& !isChosen(List.of(all.get(i).header()))) {
				all.set(i, new MappedColumn(all.get(i).header(), CustomerField.EMAIL));
			}
		}
		return all;
	}
}
