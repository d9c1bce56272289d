package rebound.customers;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

import rebound.customers.internal.CsvFile;
import rebound.customers.internal.TableReader;

/**
 * Reads a file of delimited text (RFC 4180, and what spreadsheets make of it) row by row. A row that can't be read
 * does not spoil those behind it.
 */
public final class DelimitedText implements Closeable {

	private final TableReader table;

	private DelimitedText(TableReader table) {
		this.table = table;
	}

	/**
	 * Opens a file.
	 *
	 * @param delimiter between values, {@code null}: found by itself
	 * @param charset   of the text, {@code null}: found by itself
	 */
	public static DelimitedText open(Path file, Character delimiter, Charset charset) throws IOException {
		return new DelimitedText(CsvFile.open(file, delimiter, charset));
	}

	/**
	 * A row as it stands in the file.
	 *
	 * @param number  counted from 1, empty rows too
	 * @param values  as written, never {@code null} but perhaps empty
	 * @param problem why the row can't be read, {@code null} if it can
	 */
	public record Row(long number, List<String> values, RowProblem.Code problem) {

		public Row {
			values = List.copyOf(values);
		}
	}

	/** @return the next row that is not blank, {@code null} behind the last */
	public Row next() throws IOException {
		TableReader.Row row = table.next();
		while (row != null && row.problem() == null && row.isBlank()) {
			row = table.next();
		}
		return row == null ? null : new Row(row.number(), row.values(), row.problem());
	}

	@Override
	public void close() throws IOException {
		table.close();
	}
}
