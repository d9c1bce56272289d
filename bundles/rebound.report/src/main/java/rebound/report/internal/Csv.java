package rebound.report.internal;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import rebound.report.Column;
import rebound.report.EventColumns;
import rebound.report.EventRow;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.Rows;
import rebound.report.WrittenFile;

/** Writes rows as comma-separated values (RFC 4180). */
final class Csv<R> implements Closeable {

	/**
	 * What CSV files differ in.
	 *
	 * @param delimiter between values
	 * @param forExcel  byte order mark, times that Excel takes for times, nothing it would take for a formula
	 * @param decimal   the decimal separator
	 * @param labels    whether the header is for people
	 */
	record Style(char delimiter, boolean forExcel, char decimal, boolean labels) {
		static final Style DATABASE = new Style(',', false, '.', false);
	}

	/** Which of the report's files has the events. */
	static final String EVENTS = "events";

	private static final char BYTE_ORDER_MARK = '\ufeff';

	private final String qualifier;
	private final Style style;
	private final List<Column<R>> columns;
	private final Labels labels;
	private final Object[] values;
	private final Writer out;
	/** A row is written at once: the printer writes single characters, which a writer locks for. */
	private final StringBuilder line = new StringBuilder();
	private final CSVPrinter printer;
	private long records;

	/** Begins a file with a header. */
	Csv(ReportFiles files, String qualifier, Style style, List<Column<R>> columns, Labels labels) throws IOException {
		this.qualifier = qualifier;
		this.style = style;
		this.columns = columns;
		this.labels = labels;
		values = new Object[columns.size()];
		out = new BufferedWriter(new OutputStreamWriter(files.open(qualifier), StandardCharsets.UTF_8), 1 << 16);
		boolean ready = false;
		try {
			if (style.forExcel()) {
				out.write(BYTE_ORDER_MARK);
			}
			for (int i = 0; i < values.length; i++) {
				values[i] = style.labels() ? labels.column(columns.get(i)) : columns.get(i).name();
			}
			printer = new CSVPrinter(line, CSVFormat.RFC4180.builder().setDelimiter(style.delimiter()).get());
			print();
			ready = true;
		} finally {
			if (!ready) {
				out.close();
			}
		}
	}

	/** Writes a header and all rows to a file. */
	static <R> WrittenFile write(ReportFiles files, String qualifier, Style style, Rows<R> rows,
			List<Column<R>> columns, Labels labels) throws IOException {
		try (Csv<R> file = new Csv<>(files, qualifier, style, columns, labels)) {
			rows.forEach(file::row);
			return file.written();
		}
	}

	/** Writes the report's main file and, if wanted, its event file. */
	static List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files, Style style)
			throws IOException {
		Labels labels = Labels.of(options.locale());
		List<Column<ReportRow>> columns = ReportColumns.choose(options.columns());
		if (!options.events()) {
			return List.of(write(files, ReportFiles.MAIN, style, data.rows(), columns, labels));
		}
		try (Csv<ReportRow> rows = new Csv<>(files, ReportFiles.MAIN, style, columns, labels);
				Csv<EventRow> events = new Csv<>(files, EVENTS, style, EventColumns.ALL, labels)) {
			data.joined().forEach(next -> {
				if (next.row() != null) {
					rows.row(next.row());
				} else {
					events.row(next.event());
				}
			});
			return List.of(rows.written(), events.written());
		}
	}

	void row(R row) throws IOException {
		for (int i = 0; i < values.length; i++) {
			values[i] = text(columns.get(i).of(row, labels), style);
		}
		print();
		records++;
	}

	private void print() throws IOException {
		printer.printRecord(values);
		out.append(line);
		line.setLength(0);
	}

	/** @return what will have been written when this is closed */
	WrittenFile written() {
		return new WrittenFile(qualifier, records, file -> recount(file, style.delimiter(), columns.size()));
	}

	@Override
	public void close() throws IOException {
		out.close();
	}

	/**
	 * Not by the library that wrote it, and byte by byte, because a large file is read once more.
	 *
	 * @return number of records behind the header, as a reader of CSV finds them
	 */
	static long recount(InputStream file, char delimiter, int columns) throws IOException {
		byte[] buffer = new byte[1 << 16];
		long records = -1;
		int values = 1;
		boolean quoted = false;
		for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
			for (int i = 0; i < read; i++) {
				byte b = buffer[i];
				if (b == '"') {
					quoted = !quoted;
				} else if (!quoted && b == delimiter) {
					values++;
				} else if (!quoted && b == '\n') {
					records += values == columns ? 1 : 0;
					values = 1;
				}
			}
		}
		return records;
	}

	/** @return text that Excel takes for text: what starts like a formula gets an apostrophe */
	static String harmless(String text) {
		return !text.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(0)) >= 0
				? '\'' + text
				: text;
	}

	private static String text(Object value, Style style) {
		if (value instanceof String string) {
			String line = Text.oneLine(string);
			return style.forExcel() ? harmless(line) : line;
		}
		String text = Text.of(value);
		if (style.forExcel() && value instanceof Instant) {
			return text.substring(0, 10) + ' ' + text.substring(11, 19);
		}
		return value instanceof Double && style.decimal() != '.' ? text.replace('.', style.decimal()) : text;
	}
}
