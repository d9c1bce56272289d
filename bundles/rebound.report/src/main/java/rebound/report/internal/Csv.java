package rebound.report.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import rebound.report.Column;
import rebound.report.Labels;
import rebound.report.ReportFiles;
import rebound.report.Rows;
import rebound.report.WrittenFile;

/** Rows as comma-separated values (RFC 4180). */
final class Csv {

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

	private static final Charset CHARSET = StandardCharsets.UTF_8;
	private static final char BYTE_ORDER_MARK = '\ufeff';

	private Csv() {
	}

	/** Writes a header and all rows to a file. */
	static <R> WrittenFile write(ReportFiles files, String qualifier, Style style, Rows<R> rows,
			List<Column<R>> columns, Labels labels) throws IOException {
		AtomicLong count = new AtomicLong();
		try (var out = new BufferedWriter(new OutputStreamWriter(files.open(qualifier), CHARSET), 1 << 16)) {
			if (style.forExcel()) {
				out.write(BYTE_ORDER_MARK);
			}
			try (CSVPrinter printer = new CSVPrinter(out, format(style))) {
				Object[] values = new Object[columns.size()];
				for (int i = 0; i < values.length; i++) {
					values[i] = style.labels() ? labels.column(columns.get(i)) : columns.get(i).name();
				}
				printer.printRecord(values);
				rows.forEach(row -> {
					for (int i = 0; i < values.length; i++) {
						values[i] = text(columns.get(i).of(row, labels), style);
					}
					printer.printRecord(values);
					count.incrementAndGet();
				});
			}
		}
		return new WrittenFile(qualifier, count.get(), file -> recount(file, style, columns.size()));
	}

	/** @return number of records behind the header, as a reader of CSV finds them */
	static long recount(InputStream file, Style style, int columns) throws IOException {
		Reader text = new InputStreamReader(file, CHARSET);
		long records = -1;
		try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(format(style)).get()) {
			for (CSVRecord row : parser) {
				if (row.size() == columns) {
					records++;
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

	private static CSVFormat format(Style style) {
		return CSVFormat.RFC4180.builder().setDelimiter(style.delimiter()).get();
	}
}
