package rebound.source;

import java.io.IOException;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of place that mails are read from. Register an implementation as an OSGi service and its locations can be
 * given wherever Rebound reads mail.
 */
@ConsumerType
public interface MailSource {

	/** @return a stable id, for example {@code "mbox"}; stored as each event's source */
	String id();

	/** @return whether this source reads the given location: a path, or a URI of a scheme of its own */
	boolean accepts(String location);

	/**
	 * Hands over every mail of a location, in the location's order. What can't be read is handed to
	 * {@link MailHandler#unreadable}, never left out.
	 *
	 * @throws IOException if the location as a whole can't be read
	 */
	void read(String location, MailHandler handler) throws IOException;
}
