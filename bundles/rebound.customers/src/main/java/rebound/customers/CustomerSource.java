package rebound.customers;

import java.io.IOException;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of place that customers are read from. Register an implementation as an OSGi service and its locations can be
 * given wherever Rebound reads customers. An implementation is stateless, reads a row at a time and never writes.
 */
@ConsumerType
public interface CustomerSource {

	/** @return a stable id, for example {@code "csv"} */
	String id();

	/** @return whether this source reads the given location: a path, or a URI of a scheme of its own */
	boolean accepts(String location);

	/**
	 * Hands over every customer of a location, in the location's order. A row that can't be read is handed to
	 * {@link CustomerHandler#problem}, never left out.
	 *
	 * @throws IOException if the location as a whole can't be read
	 */
	void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException;
}
