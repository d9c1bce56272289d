package rebound.pipeline.internal;

import java.util.List;

import rebound.customers.CustomerHandler;
import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;
import rebound.model.Customer;

/** Takes customers from a source that is watched. */
public record WatchedRows(CustomerHandler handler, ServiceWatch.Life life) implements CustomerHandler {

	@Override
	public void columns(List<MappedColumn> columns) {
		life.step(() -> handler.columns(columns));
	}

	@Override
	public void values(List<String> values) {
		life.step(() -> handler.values(values));
	}

	@Override
	public void customer(long row, Customer customer) {
		life.step(() -> handler.customer(row, customer));
	}

	@Override
	public void problem(RowProblem problem) {
		life.step(() -> handler.problem(problem));
	}
}
