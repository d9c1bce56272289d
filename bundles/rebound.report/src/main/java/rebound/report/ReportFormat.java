package rebound.report;

import java.io.IOException;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A file format of the bounce report. Register an implementation as an OSGi service and it can be chosen wherever
 * reports are written. An implementation is stateless, streams, and gives the same bytes for the same input.
 */
@ConsumerType
public interface ReportFormat {

	/** @return a stable id, for example {@code "xlsx"} */
	String id();

	/** @return the file name's usual end without the dot, for example {@code "xlsx"} */
	String extension();

	/**
	 * Writes the report.
	 *
	 * @param files opens the files to write; the format closes what it opened
	 * @return each file that was opened, with what went into it
	 */
	List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException;
}
