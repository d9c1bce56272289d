package rebound.pipeline;

import java.util.List;

import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;
import rebound.model.Customer;

/**
 * How the beginning of a location of customers is understood; nothing is stored.
 *
 * @param columns   how the columns are understood; empty for a source without
 * @param customers the first ones
 * @param problems  what is wrong with the rows up to there
 */
public record CustomerPreview(List<MappedColumn> columns, List<Customer> customers, List<RowProblem> problems) {

	public CustomerPreview {
		columns = List.copyOf(columns);
		customers = List.copyOf(customers);
		problems = List.copyOf(problems);
	}
}
