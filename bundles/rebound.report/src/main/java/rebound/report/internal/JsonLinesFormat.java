package rebound.report.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Component;
import rebound.report.Column;
import rebound.report.EventColumns;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.Rows;
import rebound.report.WrittenFile;

/** JSON Lines: one object (RFC 8259) a line for each row, with the columns' machine names; absent values are null. */
@Component
public final class JsonLinesFormat implements ReportFormat {

	@Override
	public String id() {
		return "jsonl";
	}

	@Override
	public String extension() {
		return "jsonl";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		Labels labels = Labels.of(options.locale());
		List<WrittenFile> written = new ArrayList<>();
		written.add(
				write(files, ReportFiles.MAIN, data.rows(), ReportColumns.choose(options.columns()), labels));
		if (options.events()) {
			written.add(write(files, "events", data.events(), EventColumns.ALL, labels));
		}
		return written;
	}

	private static <R> WrittenFile write(ReportFiles files, String qualifier, Rows<R> rows, List<Column<R>> columns,
			Labels labels) throws IOException {
		AtomicLong count = new AtomicLong();
		StringBuilder line = new StringBuilder();
		try (Writer out = new BufferedWriter(new OutputStreamWriter(files.open(qualifier), StandardCharsets.UTF_8),
				1 << 16)) {
			rows.forEach(row -> {
				line.setLength(0);
				for (Column<R> column : columns) {
					line.append(line.isEmpty() ? "{\"" : ",\"").append(column.name()).append("\":");
					value(line, column.of(row, labels));
				}
				out.append(line).append("}\n");
				count.incrementAndGet();
			});
		}
		return new WrittenFile(qualifier, count.get(), JsonLinesFormat::recount);
	}

	private static void value(StringBuilder line, Object value) {
		switch (value) {
			case null -> line.append("null");
			case Number number -> line.append(Text.of(number));
			case String text -> Json.string(line, text);
			default -> line.append('"').append(Text.of(value)).append('"');
		}
	}

	private static long recount(InputStream file) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
		long objects = 0;
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			objects += line.startsWith("{") && line.endsWith("}") ? 1 : 0;
		}
		return objects;
	}
}
