package rebound.report.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import rebound.report.EventColumns;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.WrittenFile;

/**
 * CSV for databases: RFC 4180, UTF-8 without byte order mark, machine names as header, ISO 8601 times in UTC, an empty
 * value for none, texts on one line.
 */
@Component
public final class CsvFormat implements ReportFormat {

	@Override
	public String id() {
		return "csv";
	}

	@Override
	public String extension() {
		return "csv";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		Labels labels = Labels.of(options.locale());
		List<WrittenFile> written = new ArrayList<>();
		written.add(Csv.write(files, ReportFiles.MAIN, Csv.Style.DATABASE, data.rows(),
				ReportColumns.choose(options.columns()), labels));
		if (options.events()) {
			written.add(Csv.write(files, "events", Csv.Style.DATABASE, data.events(), EventColumns.ALL, labels));
		}
		return written;
	}
}
