package rebound.customers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import rebound.model.Customer;
import rebound.model.CustomerChange;

/**
 * A customer source that can also be written to. Register an implementation as an OSGi service of both interfaces. It is
 * asked to write only what the user has seen and confirmed.
 */
@ConsumerType
public interface CrmConnector extends CustomerSource {

	/**
	 * Writes changes into the customer database. A change is written only if what it replaces is still there:
	 * {@link CustomerChange#oldValue} gives way to {@link CustomerChange#newValue}; where the old value is {@code null}
	 * the new one is added, where the new one is {@code null} the old one is taken away. What others changed since is a
	 * conflict and stays as it is. To undo a change, the reverse one is written.
	 *
	 * @param location as for {@link #read}
	 * @param orders   in order
	 * @param dryRun   whether only to look what would happen
	 * @return a result for each order, in order; fewer if the database stopped answering after some
	 * @throws IOException if the database can't be reached at all
	 */
	List<WriteResult> write(String location, List<WriteOrder> orders, boolean dryRun) throws IOException;

	/** Writes one order. */
	@FunctionalInterface
	interface OrderWriter {

		/**
		 * As {@link CrmConnector#write}.
		 *
		 * @throws IOException if the database does not answer
		 */
		WriteResult write(WriteOrder order) throws IOException;
	}

	/**
	 * Writes one order after the other, for databases that take them one by one.
	 *
	 * @return the results; fewer than orders if the database stopped answering after some
	 * @throws IOException if it did not answer to the first
	 */
	static List<WriteResult> inTurn(List<WriteOrder> orders, OrderWriter writer) throws IOException {
		List<WriteResult> results = new ArrayList<>();
		for (WriteOrder order : orders) {
			try {
				results.add(writer.write(order));
			} catch (IOException gone) {
				if (results.isEmpty()) {
					throw gone;
				}
				break;
			}
		}
		return results;
	}

	/**
	 * What is to be written.
	 *
	 * @param customer as last read from the database
	 */
	record WriteOrder(Customer customer, CustomerChange change) {
	}

	/**
	 * What became of an order.
	 *
	 * @param found what the database holds instead, for a conflict; else {@code null}
	 */
	record WriteResult(CustomerChange change, Outcome outcome, String found) {

		/** What can become of an order. */
		public enum Outcome {
			/** Written, or would be. */
			WRITTEN,
			/** The database holds something else than expected. */
			CONFLICT,
			/** The customer is not there any more. */
			MISSING,
			/** The database has no place for this kind of change. */
			UNSUPPORTED
		}
	}
}
