package rebound.pipeline.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.MappedColumn;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;
import rebound.model.Customer;
import rebound.pipeline.CustomerPreview;

/** Takes the first customers of a source and stops it then. */
public final class FirstCustomers implements CustomerHandler {

	private final int limit;
	private final List<Customer> customers = new ArrayList<>();
	private final List<RowProblem> problems = new ArrayList<>();
	private final List<Set<String>> written = new ArrayList<>();
	private List<MappedColumn> columns = List.of();

	/** Enough was read. */
	private static final class Enough extends RuntimeException {
		private static final long serialVersionUID = 1;

		Enough() {
			super(null, null, false, false);
		}
	}

	private FirstCustomers(int limit) {
		this.limit = limit;
	}

	public static CustomerPreview of(CustomerSource source, String location, ReadSettings settings, int limit,
			ServiceWatch watch)
			throws IOException {
		FirstCustomers first = new FirstCustomers(limit);
		try {
			watch.call(source.id(), life -> {
				source.read(location, settings, new WatchedRows(first, life));
				return null;
			});
		} catch (Enough stopped) {
			// that is what was wanted
		}
		return new CustomerPreview(first.columns, first.examples(), first.customers, first.problems);
	}

	/** As they are written; also where no customer could be made of the rows. */
	private List<String> examples() {
		return IntStream.range(0, columns.size()).mapToObj(i -> written.isEmpty()
				? FieldValues.of(columns.get(i), customers)
				: i < written.size() ? String.join(", ", written.get(i)) : "").toList();
	}

	@Override
	public void columns(List<MappedColumn> understood) {
		columns = understood;
	}

	@Override
	public void values(List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			if (i == written.size()) {
				written.add(new LinkedHashSet<>());
			}
			if (written.get(i).size() < FieldValues.MOST && !values.get(i).isBlank()) {
				written.get(i).add(values.get(i).strip());
			}
		}
	}

	@Override
	public void customer(long row, Customer customer) {
		customers.add(customer);
		if (customers.size() >= limit) {
			throw new Enough();
		}
	}

	@Override
	public void problem(RowProblem problem) {
		problems.add(problem);
		if (problems.size() >= limit) {
			throw new Enough();
		}
	}
}
