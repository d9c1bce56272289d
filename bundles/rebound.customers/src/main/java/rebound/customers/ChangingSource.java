package rebound.customers;

import java.io.IOException;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ConsumerType;

/** A customer source that can tell what has changed since it was read. */
@ConsumerType
public interface ChangingSource extends CustomerSource {

	/**
	 * Hands over the customers that are new or changed, as {@link #read} does.
	 *
	 * @param since what this method answered the last time; {@code null} to read all
	 * @param gone  takes the {@link rebound.model.Customer#crmRecordId record ids} of customers that are not there any
	 *              more
	 * @throws IOException if the location as a whole can't be read
	 */
	State readChanges(String location, String since, ReadSettings settings, CustomerHandler handler,
			Consumer<String> gone) throws IOException;

	/**
	 * How far was read.
	 *
	 * @param token what to say the next time; {@code null} if all has to be read then
	 * @param isAll whether all customers were handed over: it was wanted so, or the source no longer knew what was read
	 */
	record State(String token, boolean isAll) {
	}
}
