package rebound.report.internal;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import rebound.report.Column;
import rebound.report.EventColumns;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.WrittenFile;

/**
 * CSV for databases: RFC 4180, UTF-8 without byte order mark, machine names as header, ISO 8601 times in UTC, an empty
 * value for none, texts on one line. With the setting {@code companions} set to {@code true} two files stand beside: one
 * to be renamed to {@code schema.ini}, for Microsoft's text driver, and the CREATE TABLE statements in the
 * {@code dialect} set.
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
		List<WrittenFile> written = new ArrayList<>(Csv.write(data, options, files, Csv.Style.DATABASE));
		if (options.setting("companions", "false").equals("true")) {
			SqlDialect dialect = SqlDialect.of(options);
			List<Column<ReportRow>> columns = ReportColumns.choose(options.columns());
			String schema = TextDriverSchema.section(files.name(ReportFiles.MAIN), columns)
					+ (options.events() ? TextDriverSchema.section(files.name(Csv.EVENTS), EventColumns.ALL) : "");
			written.add(companion(files, "schema.ini", schema));
			written.add(companion(files, "table.sql", dialect.createPlain("bounce_report", columns)
					+ (options.events() ? dialect.createPlain("bounce_report_event", EventColumns.ALL) : "")));
		}
		return written;
	}

	private static WrittenFile companion(ReportFiles files, String qualifier, String text) throws IOException {
		try (Writer out = new OutputStreamWriter(files.open(qualifier), StandardCharsets.UTF_8)) {
			out.write(text);
		}
		return new WrittenFile(qualifier, text.lines().count(),
				file -> new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().count());
	}
}
