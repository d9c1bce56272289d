package rebound.store;

/**
 * How far a folder of a mailbox was read.
 *
 * @param source   the user's name for the mailbox
 * @param folder   the folder as the server names it
 * @param validity UIDVALIDITY (RFC 3501, section 2.3.1.1): with another one the ids mean other mails; 0 where the
 *                 server has none
 * @param lastUid  the highest id that was read, or 0
 */
public record FolderState(String source, String folder, long validity, long lastUid) {

	/** @return whether nothing was read yet */
	public boolean isNew() {
		return validity == 0 && lastUid == 0;
	}
}
