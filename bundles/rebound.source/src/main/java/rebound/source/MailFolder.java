package rebound.source;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.osgi.annotation.versioning.ConsumerType;

/** An open folder of a mailbox. */
@ConsumerType
public interface MailFolder {

	/** @return UIDVALIDITY (RFC 3501): with another one the ids mean other mails; 0 where there is none */
	long validity();

	/**
	 * @return whether ids are ascending numbers, so that the last one read says which mails are new; else each id that
	 *         was read has to be remembered
	 */
	boolean isAscending();

	/** @return number of mails in the folder */
	int count() throws MailboxException;

	/**
	 * Hands over the mails that are new, by ascending id. Of a big mail only what matters is read.
	 *
	 * @param lastUid where ids ascend: only mails with a higher one
	 * @param known   where they do not: mails not to read again
	 * @throws MailboxException if the connection breaks or the server refuses; what was handed over is complete
	 */
	void read(long lastUid, Predicate<String> known, Receiver receiver) throws MailboxException;

	/**
	 * Marks, moves or deletes mails; those that are no longer there are left out silently.
	 *
	 * @param done takes the ids of each part that is done
	 */
	void apply(AfterReading after, List<String> uids, Consumer<List<String>> done)
			throws MailboxException;

	/**
	 * Waits until there may be new mails.
	 *
	 * @param lastUid   as for {@link #read}
	 * @param longest   how long at most
	 * @param cancelled asked now and then whether to stop waiting
	 * @return {@code false} if the server can't tell; nothing was waited for then
	 */
	boolean await(long lastUid, Duration longest, BooleanSupplier cancelled) throws MailboxException;

	/** Takes a folder's mails. */
	interface Receiver {
		/**
		 * Takes the next mail.
		 *
		 * @param uid its id in the folder
		 */
		void mail(String uid, RawMail mail);

		/** Takes notice of how much of what is new was handed over, from 0 to 1. */
		void progress(double fraction);
	}
}
