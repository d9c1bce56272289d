package rebound.pipeline;

import java.util.List;

import rebound.customers.CustomerField;
import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;
import rebound.model.CustomerChange;

/**
 * What an import of customers came to.
 *
 * @param columns      how the columns were understood; empty for a source without
 * @param rows         number of customers read
 * @param added        number of customers that are new
 * @param changed      number of customers that were replaced
 * @param unchanged    number of customers that were stored like this already
 * @param gone         ids of the first {@link #MOST_PROBLEMS} customers that are stored but were not among those read
 * @param goneCount    number of all such customers
 * @param settled      accepted changes that the customers read show to be done, or in conflict
 * @param problems     the first {@link #MOST_PROBLEMS} things that were wrong
 * @param problemCount number of all such things
 * @param leftOut      number of rows that no customer was read from
 * @param changesOnly  whether only what changed since the last import was read
 */
public record CustomerImport(List<MappedColumn> columns, long rows, long added, long changed, long unchanged,
		List<String> gone, long goneCount, List<CustomerChange> settled, List<RowProblem> problems, long problemCount,
		long leftOut, boolean changesOnly) {

	/** Longest list of problems. */
	public static final int MOST_PROBLEMS = 1000;

	public CustomerImport {
		columns = List.copyOf(columns);
		gone = List.copyOf(gone);
		settled = List.copyOf(settled);
		problems = List.copyOf(problems);
	}

	/** @return the headers of the columns that are kept without being understood */
	public List<String> unknownColumns() {
		return columns.stream().filter(column -> column.field() == CustomerField.OTHER).map(MappedColumn::header)
				.filter(header -> !header.isBlank()).toList();
	}

	/** @return whether there are columns, and none of them is understood */
	public boolean isAllUnknown() {
		return !columns.isEmpty() && columns.stream().allMatch(column -> column.field() == CustomerField.OTHER);
	}
}
