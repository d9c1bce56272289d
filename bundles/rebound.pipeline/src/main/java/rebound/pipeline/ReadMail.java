package rebound.pipeline;

import rebound.model.JudgedMail;
import rebound.source.RawMail;

/**
 * A mail, or a record of a log that tells of one, that was read and judged.
 *
 * @param raw    the mail as its source holds it, or the record
 * @param source id of the source it came from, {@link #LOG} for a record
 * @param judged what it says; a mail that can't be read has a problem that says so
 */
public record ReadMail(RawMail raw, String source, JudgedMail judged) {

	/** What a record of a log or an export came from; the kind of log is its report's layout. */
	public static final String LOG = "log";
}
