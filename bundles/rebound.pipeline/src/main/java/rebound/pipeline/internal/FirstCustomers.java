package rebound.pipeline.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
		return new CustomerPreview(first.columns, first.customers, first.problems);
	}

	@Override
	public void columns(List<MappedColumn> understood) {
		columns = understood;
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
