package rebound.pipeline;

import java.util.List;

/**
 * What an import of sent mail came to.
 *
 * @param entries       number of rows, log entries or mails read
 * @param campaigns     ids of the campaigns they tell of, in the file's order
 * @param newCampaigns  number of those that were not known
 * @param recipients    number of recipients named, each once in a campaign
 * @param newRecipients number of those that were not known
 * @param otherEvents   number of log entries about something else than sending
 * @param problems      the first {@link #MOST_PROBLEMS} things that were wrong
 * @param problemCount  number of all such things
 */
public record SentImport(long entries, List<String> campaigns, long newCampaigns, long recipients, long newRecipients,
		long otherEvents, List<Problem> problems, long problemCount) {

	/** Longest list of problems. */
	public static final int MOST_PROBLEMS = 1000;

	/**
	 * Something wrong with an entry.
	 *
	 * @param entry  its number in the file, counted from 1
	 * @param detail the value, or {@code null}
	 */
	public record Problem(long entry, Code code, String detail) {

		/** What can be wrong; the wording is the user interface's. */
		public enum Code {
			/** It can't be taken apart; left out. */
			BROKEN,
			/** It names no campaign and has neither sender and subject nor a day to tell one; left out. */
			NO_CAMPAIGN,
			/** A recipient that is no address; left out. */
			BAD_ADDRESS,
			/** A time that is not understood; read without it. */
			BAD_TIME,
			/** A number that is not understood; read without it. */
			BAD_COUNT
		}
	}

	public SentImport {
		campaigns = List.copyOf(campaigns);
		problems = List.copyOf(problems);
	}
}
