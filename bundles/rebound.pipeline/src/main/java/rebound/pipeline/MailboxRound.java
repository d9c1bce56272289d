package rebound.pipeline;

import java.util.List;

/**
 * What one reading of a mailbox came to.
 *
 * @param mails        what was read, as of any import
 * @param acted        number of mails that were marked, moved or deleted; of a dry run, that would be
 * @param waiting      number of recognised mails whose time has not come
 * @param unrecognised the first {@link #MOST_UNRECOGNISED} mails that are no bounces; they are left alone
 */
public record MailboxRound(ImportSummary mails, long acted, long waiting, List<Unrecognised> unrecognised) {

	/** Longest list of mails that are no bounces. */
	public static final int MOST_UNRECOGNISED = 10_000;

	/**
	 * A mail that is no bounce.
	 *
	 * @param name    its folder and id
	 * @param from    who wrote it, or {@code null}
	 * @param subject what it is about, or {@code null}
	 */
	public record Unrecognised(String name, String from, String subject) {
	}

	public MailboxRound {
		unrecognised = List.copyOf(unrecognised);
	}
}
