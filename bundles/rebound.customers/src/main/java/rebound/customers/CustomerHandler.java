package rebound.customers;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.Customer;

/** Takes the customers of a source one after the other. To stop a source, throw from any method. */
@ProviderType
public interface CustomerHandler {

	/**
	 * Takes notice of how the columns were understood, before the first row; sources without columns never call it.
	 *
	 * @param columns in the file's order
	 */
	default void columns(List<MappedColumn> columns) {
	}

	/**
	 * Takes notice of a row of a table before it is understood; no customer need follow.
	 *
	 * @param values as written, one for each column, or fewer
	 */
	default void values(List<String> values) {
	}

	/**
	 * Takes the next customer.
	 *
	 * @param row where it stands, counted from 1 as the user's own program counts: the header is row 1 of a table
	 */
	void customer(long row, Customer customer);

	/** Takes notice of what was wrong with a row; {@link RowProblem.Code} tells whether a customer follows all the same. */
	void problem(RowProblem problem);
}
