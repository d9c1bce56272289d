package rebound.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;

/** How far mailboxes were read, and which of their mails still have something coming to them. */
@ProviderType
public interface MailboxStore {

	/** @return how far a folder was read; {@link FolderState#isNew()} if it never was */
	FolderState state(String source, String folder);

	/** @return the ids of all mails of a folder that were noted */
	Set<String> noted(String source, String folder, long validity);

	/** @return the ids of a folder's noted mails that wait for what is to be done after reading, read before a time */
	List<String> waiting(String source, String folder, long validity, Instant before);

	/** Forgets mails that were noted: what was to be done is done, or they are no longer there. */
	void forget(String source, String folder, long validity, Collection<String> uids);

	/** Forgets all that is known of a source; it is read anew from the beginning. */
	void forget(String source);
}
