package rebound.report;

import java.io.IOException;
import java.util.function.Predicate;

/**
 * A sequence of rows that is read as often as asked, always in the same order, without being held in memory.
 *
 * @param <R> the row
 */
@FunctionalInterface
public interface Rows<R> {

	/** Hands every row to the receiver, one after the other. */
	void forEach(Receiver<R> receiver) throws IOException;

	/** Takes a row. */
	@FunctionalInterface
	interface Receiver<R> {
		/** @throws IOException to stop the reading */
		void row(R row) throws IOException;
	}

	/** @return these rows without those that the test turns down */
	default Rows<R> filtered(Predicate<R> test) {
		return receiver -> forEach(row -> {
			if (test.test(row)) {
				receiver.row(row);
			}
		});
	}
}
