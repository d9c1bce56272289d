package rebound.customers.internal;

import java.util.ArrayList;
import java.util.List;

import rebound.customers.CustomerField;
import rebound.customers.CustomerHandler;
import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;
import rebound.model.Customer;

/** Keeps what a source hands over. */
final class ReadCustomers implements CustomerHandler {

	final List<Customer> customers = new ArrayList<>();
	final List<Long> rows = new ArrayList<>();
	final List<RowProblem> problems = new ArrayList<>();
	List<MappedColumn> columns = List.of();

	@Override
	public void columns(List<MappedColumn> found) {
		columns = found;
	}

	@Override
	public void customer(long row, Customer customer) {
		rows.add(row);
		customers.add(customer);
	}

	@Override
	public void problem(RowProblem problem) {
		problems.add(problem);
	}

	List<CustomerField> fields() {
		return columns.stream().map(MappedColumn::field).toList();
	}

	List<RowProblem.Code> codes() {
		return problems.stream().map(RowProblem::code).toList();
	}
}
