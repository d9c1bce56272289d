package rebound.source;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/** An open connection to a mailbox; used by one thread at a time. */
@ConsumerType
public interface Mailbox extends AutoCloseable {

	/** @return the names of all folders that hold mails */
	List<String> folders() throws MailboxException;

	/**
	 * Opens a folder; the one that was open before is closed.
	 *
	 * @param isChanged whether its mails will be marked, moved or deleted
	 * @throws MailboxException also with {@link MailboxException.Code#FOLDER_MISSING}
	 */
	MailFolder open(String folder, boolean isChanged) throws MailboxException;

	/** Ends the connection; a connection that is broken already is no error. */
	@Override
	void close();
}
