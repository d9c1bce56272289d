package rebound.report;

import java.io.IOException;
import java.io.OutputStream;

import org.osgi.annotation.versioning.ProviderType;

/** Opens the files of one report. */
@ProviderType
public interface ReportFiles {

	/** The qualifier of the file the user named. */
	String MAIN = "";

	/**
	 * Opens a file for writing.
	 *
	 * @param qualifier {@link #MAIN}, or what is added to the main file's name: {@code "events"} opens
	 *                  {@code report-events.csv} beside {@code report.csv}; one with a dot brings its own end:
	 *                  {@code "table.sql"} opens {@code report-table.sql}
	 */
	OutputStream open(String qualifier) throws IOException;

	/** @return the name the file of a qualifier has or would have, without its folder */
	String name(String qualifier);
}
