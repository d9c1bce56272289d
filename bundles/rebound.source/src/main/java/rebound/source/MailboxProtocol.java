package rebound.source;

import org.osgi.annotation.versioning.ConsumerType;

/** A way to reach mailboxes. Register an implementation as an OSGi service. */
@ConsumerType
public interface MailboxProtocol {

	/** @return a stable id, for example {@code "imap"}; stored as each event's source */
	String id();

	/**
	 * Connects and logs in.
	 *
	 * @param secret the password or the access token
	 * @return the open mailbox; the caller closes it
	 * @throws MailboxException if that is not possible
	 */
	Mailbox open(MailboxSettings settings, String secret) throws MailboxException;
}
