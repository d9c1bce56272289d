package rebound.customers.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import rebound.customers.RowProblem;

/**
 * Reads delimited text (RFC 4180, and what spreadsheets make of it). A quote that is never closed costs the row it
 * stands in, not the rest of the file: after too many lines the reader goes back and goes on with the next line, which
 * Commons CSV can't.
 */
final class CsvReader implements TableReader {

	private static final int MAX_LINE = 1 << 20;
	private static final int MAX_LINES_OF_A_ROW = 200;
	private static final int MAX_CHARACTERS_OF_A_ROW = 1 << 18;

	private final Reader in;
	private final char delimiter;
	private final char[] buffer = new char[1 << 14];
	private int position;
	private int length;
	private final Deque<String> again = new ArrayDeque<>();
	private boolean lineTooLong;
	private long number;

	CsvReader(Reader in, char delimiter) {
		this.in = in;
		this.delimiter = delimiter;
	}

	@Override
	public Row next() throws IOException {
		String first = nextLine();
		if (first == null) {
			return null;
		}
		number++;
		if (lineTooLong) {
			return new Row(number, List.of(), RowProblem.Code.TOO_LONG);
		}
		Values values = new Values();
		boolean complete = values.add(first);
		List<String> more = new ArrayList<>();
		int characters = first.length();
		while (!complete) {
			String line = more.size() < MAX_LINES_OF_A_ROW && characters < MAX_CHARACTERS_OF_A_ROW ? nextLine() : null;
			if (line == null || lineTooLong) {
				for (int i = more.size() - 1; i >= 0; i--) {
					again.push(more.get(i));
				}
				return new Row(number, List.of(), RowProblem.Code.BROKEN_ROW);
			}
			more.add(line);
			characters += line.length() + 1;
			complete = values.add(line);
		}
		return new Row(number, values.tooLong ? List.of() : values.list,
				values.tooLong ? RowProblem.Code.TOO_LONG : null);
	}

	@Override
	public void close() throws IOException {
		in.close();
	}

	private String nextLine() throws IOException {
		lineTooLong = false;
		if (!again.isEmpty()) {
			return again.pop();
		}
		StringBuilder line = null;
		while (true) {
			if (position == length && !fill()) {
				return line == null ? null : line.toString();
			}
			int start = position;
			while (position < length && buffer[position] != '\n' && buffer[position] != '\r') {
				position++;
			}
			if (line == null) {
				line = new StringBuilder(position - start + 16);
			}
			lineTooLong |= line.length() + position - start > MAX_LINE;
			if (!lineTooLong) {
				line.append(buffer, start, position - start);
			}
			if (position < length) {
				skipLineBreak();
				return line.toString();
			}
		}
	}

	private void skipLineBreak() throws IOException {
		boolean wasReturn = buffer[position++] == '\r';
		if (wasReturn && (position < length || fill()) && buffer[position] == '\n') {
			position++;
		}
	}

	private boolean fill() throws IOException {
		position = 0;
		length = Math.max(0, in.read(buffer));
		return length > 0;
	}

	/** The values of a row while its lines are read. */
	private final class Values {
		private final List<String> list = new ArrayList<>();
		private final StringBuilder value = new StringBuilder();
		private boolean quoted;
		private boolean tooLong;

		/** @return whether the row ends with this line */
		boolean add(String line) {
			int i = 0;
			if (quoted) {
				value.append('\n');
				i = quotedText(line, 0);
				if (quoted) {
					return false;
				}
				i = plainText(line, i);
			} else {
				i = start(line, 0);
			}
			while (!quoted && i < line.length()) {
				end();
				i = start(line, i + 1);
			}
			if (!quoted) {
				end();
			}
			return !quoted;
		}

		/** @return where the value that starts here ends: at a delimiter or at the end of the line */
		private int start(String line, int from) {
			int i = from;
			while (i < line.length() && line.charAt(i) == ' ') {
				i++;
			}
			if (i < line.length() && line.charAt(i) == '"') {
				quoted = true;
				int behind = quotedText(line, i + 1);
				return quoted ? behind : plainText(line, behind);
			}
			return plainText(line, from);
		}

		/** @return the place behind the closing quote; {@code quoted} stays true where there is none in this line */
		private int quotedText(String line, int from) {
			int i = from;
			while (true) {
				int quote = line.indexOf('"', i);
				if (quote < 0) {
					value.append(line, i, line.length());
					return line.length();
				}
				value.append(line, i, quote);
				if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
					value.append('"');
					i = quote + 2;
				} else {
					quoted = false;
					return quote + 1;
				}
			}
		}

		private int plainText(String line, int from) {
			int end = line.indexOf(delimiter, from);
			int behind = end < 0 ? line.length() : end;
			value.append(line, from, behind);
			return behind;
		}

		private void end() {
			tooLong |= value.length() > MAX_VALUE;
			if (list.size() <= MAX_COLUMNS) {
				list.add(value.toString());
			}
			value.setLength(0);
		}
	}
}
