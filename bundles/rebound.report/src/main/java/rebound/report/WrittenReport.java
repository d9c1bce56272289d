package rebound.report;

import java.nio.file.Path;
import java.util.List;

/**
 * A report that stands on disk.
 *
 * @param files    the main file first
 * @param metadata the {@code .meta.json} beside it
 */
public record WrittenReport(List<Part> files, Path metadata) {

	/**
	 * A file of the report.
	 *
	 * @param records number of records in it, as read again after writing
	 * @param bytes   its size
	 * @param sha256  its hash in lower-case hexadecimal
	 */
	public record Part(Path file, long records, long bytes, String sha256) {
	}

	public WrittenReport {
		files = List.copyOf(files);
	}
}
