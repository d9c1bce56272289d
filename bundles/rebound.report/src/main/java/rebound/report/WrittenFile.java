package rebound.report;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a report as its format wrote it.
 *
 * @param qualifier as given to {@link ReportFiles#open}
 * @param records   number of records written to it
 * @param recount   reads it again
 */
public record WrittenFile(String qualifier, long records, Recount recount) {

	/** Reads a written file again and counts its records, to be compared with what was written. */
	@FunctionalInterface
	public interface Recount {
		/** @return number of records in the file */
		long records(InputStream file) throws IOException;
	}
}
