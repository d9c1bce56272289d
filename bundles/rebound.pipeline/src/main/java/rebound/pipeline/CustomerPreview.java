package rebound.pipeline;

import java.util.List;

import rebound.customers.CustomerField;
import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;
import rebound.model.Customer;
import rebound.pipeline.internal.FieldValues;

/**
 * How the beginning of a location of customers is understood; nothing is stored.
 *
 * @param columns   how the columns are understood; empty for a source without
 * @param examples  for each column its first few different values, separated by commas
 * @param customers the first ones
 * @param problems  what is wrong with the rows up to there
 */
public record CustomerPreview(List<MappedColumn> columns, List<String> examples, List<Customer> customers,
		List<RowProblem> problems) {

	public CustomerPreview {
		columns = List.copyOf(columns);
		examples = List.copyOf(examples);
		customers = List.copyOf(customers);
		problems = List.copyOf(problems);
	}

	/** @return the first few different values of what a customer has of this kind, separated by commas */
	public String examples(CustomerField field) {
		return FieldValues.of(new MappedColumn("", field), customers);
	}
}
