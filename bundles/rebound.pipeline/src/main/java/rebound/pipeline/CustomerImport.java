package rebound.pipeline;

import java.util.List;

import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;

/**
 * What an import of customers came to.
 *
 * @param columns      how the columns were understood; empty for a source without
 * @param rows         number of customers read
 * @param added        number of customers that are new
 * @param changed      number of customers that were replaced
 * @param unchanged    number of customers that were stored like this already
 * @param problems     the first {@link #MOST_PROBLEMS} things that were wrong
 * @param problemCount number of all such things
 * @param leftOut      number of rows that no customer was read from
 */
public record CustomerImport(List<MappedColumn> columns, long rows, long added, long changed, long unchanged,
		List<RowProblem> problems, long problemCount, long leftOut) {

	/** Longest list of problems. */
	public static final int MOST_PROBLEMS = 1000;

	public CustomerImport {
		columns = List.copyOf(columns);
		problems = List.copyOf(problems);
	}
}
