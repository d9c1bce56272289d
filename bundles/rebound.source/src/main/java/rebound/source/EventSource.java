package rebound.source;

import java.io.IOException;
import java.io.InputStream;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of file that tells of deliveries without holding the mails about them: the log of a mail server, what a
 * sending service publishes or exports. Register an implementation as an OSGi service and such files are read wherever
 * Rebound reads mail, packed or not, beside mails or alone. A source is stateless and may be called from several
 * threads.
 */
@ConsumerType
public interface EventSource {

	/** @return a stable id, for example {@code "postfix"}; stored as each event's layout */
	String id();

	/**
	 * Recognises a file by its content. Asked for every file that is no mbox and no archive, so it has to be quick, and
	 * must not take a mail (RFC 5322) for its own.
	 *
	 * @param head the file's first bytes, up to 1 MiB; all of a smaller file; not to be changed
	 */
	boolean recognises(byte[] head);

	/**
	 * Hands over what a file tells, in the file's order, with bounded memory however large it is. Records of other kinds
	 * are passed over; one that is broken is handed to {@link EventHandler#broken} as a whole, and the others are read.
	 *
	 * @param file the file from its first byte, unpacked; not to be closed
	 * @throws IOException if the stream fails; never because of what the file contains
	 */
	void read(InputStream file, EventHandler handler) throws IOException;
}
