package rebound.example;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import rebound.report.Column;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.WrittenFile;

/** A form of the bounce report of one's own: a table in Markdown. */
@Component
public final class MarkdownFormat implements ReportFormat {

	private static final List<String> COLUMNS = List.of("email", "full_name", "company", "reason_text");
	private static final int HEADER = 2;

	@Override
	public String id() {
		return "example.markdown";
	}

	@Override
	public String extension() {
		return "md";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		Labels labels = Labels.of(options.locale());
		List<Column<ReportRow>> columns = ReportColumns
				.choose(options.columns().isEmpty() ? COLUMNS : options.columns());
		long[] count = { 0 };
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(files.open(ReportFiles.MAIN), StandardCharsets.UTF_8))) {
			StringBuilder line = new StringBuilder("|");
			columns.forEach(column -> line.append(cell(labels.column(column))));
			out.append(line).append("\n|").append("---|".repeat(columns.size())).append('\n');
			data.rows().forEach(row -> {
				line.setLength(1);
				columns.forEach(column -> line.append(cell(column.of(row, labels))));
				out.append(line).append('\n');
				count[0]++;
			});
		}
		return List.of(new WrittenFile(ReportFiles.MAIN, count[0], MarkdownFormat::recount));
	}

	/** What would end a cell or a line must not come from a mail. */
	private static String cell(Object value) {
		String text = value == null ? "" : value.toString();
		return ' ' + text.replace('\n', ' ').replace('\r', ' ').replace("|", "\\|") + " |";
	}

	private static long recount(InputStream file) throws IOException {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			return lines.lines().count() - HEADER;
		}
	}
}
