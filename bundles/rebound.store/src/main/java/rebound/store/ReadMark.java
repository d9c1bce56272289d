package rebound.store;

import java.time.Instant;
import java.util.List;

/**
 * How far a mailbox is read once a batch of its mails is stored; stored with them or not at all.
 *
 * @param state where reading goes on next time
 * @param mails the batch's mails that are to be remembered
 */
public record ReadMark(FolderState state, List<Noted> mails) {

	/**
	 * A mail that is remembered.
	 *
	 * @param uid     its id in the folder
	 * @param read    when it was read
	 * @param waiting whether something is to be done with it on the server
	 */
	public record Noted(String uid, Instant read, boolean waiting) {
	}

	public ReadMark {
		mails = List.copyOf(mails);
	}
}
