package rebound.source.logs.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import rebound.source.BrokenRecord;

/**
 * Reads the rows of a table in a text file (RFC 4180), with comma, semicolon or tab between the columns. The head is
 * the first line, or a line {@code #Fields:} (W3C extended log format), and may come again further on.
 */
final class CsvRecords {

	private static final String FIELDS = "#Fields:";
	/** A row with more lines is none: its quotes are broken. */
	private static final int MOST_LINES = 100;
	private static final int LONGEST_ROW = 1 << 18;
	private static final int MOST_COLUMNS = 1000;

	private record Line(long number, String text, boolean tooLong) {
	}

	private final Lines lines;
	private final Records sink;
	private final Deque<Line> waiting = new ArrayDeque<>();
	private String head;
	private List<String> names;
	private char delimiter;

	private CsvRecords(Lines lines, Records sink) {
		this.lines = lines;
		this.sink = sink;
	}

	/** Names the columns of a table without a head by its first row; {@code null} if that is a head. */
	interface Headless {
		String head(List<String> firstRow);
	}

	/** Hands over the rows of a file. */
	static void read(InputStream file, Headless headless, Records sink) throws IOException {
		CsvRecords reader = new CsvRecords(new Lines(file), sink);
		for (Line line = reader.next(); line != null; line = reader.next()) {
			if (line.text().startsWith(FIELDS)) {
				reader.head(line.text().substring(FIELDS.length()).strip());
			} else if (line.text().isBlank() || line.text().startsWith("#")) {
				continue;
			} else if (line.tooLong()) {
				sink.broken(line.number(), BrokenRecord.Code.TOO_LONG);
			} else if (reader.head == null) {
				String named = headless.head(split(line.text(), delimiter(line.text())));
				reader.head(named == null ? line.text() : named);
				if (named != null) {
					reader.row(line);
				}
			} else if (!line.text().equals(reader.head)) {
				reader.row(line);
			}
		}
	}

	private void head(String text) {
		head = text;
		delimiter = delimiter(text);
		List<String> columns = split(text, delimiter);
		names = columns == null ? List.of() : columns.stream().map(Fields::key).toList();
	}

	private void row(Line first) throws IOException {
		String text = first.text();
		List<String> cells = split(text, delimiter);
		Deque<Line> more = new ArrayDeque<>();
		while (cells == null && more.size() < MOST_LINES && text.length() < LONGEST_ROW) {
			Line line = next();
			if (line == null) {
				break;
			}
			more.add(line);
			text = text + '\n' + line.text();
			cells = split(text, delimiter);
		}
		if (cells == null) {
			// One quote too many or too few costs its own line only.
			more.descendingIterator().forEachRemaining(waiting::addFirst);
			sink.broken(first.number(), BrokenRecord.Code.SYNTAX);
		} else if (cells.size() != names.size() && !(cells.size() == names.size() + 1 && cells.getLast().isEmpty())) {
			sink.broken(first.number(), BrokenRecord.Code.COLUMNS);
		} else {
			Map<String, Object> values = new LinkedHashMap<>();
			for (int i = 0; i < names.size(); i++) {
				values.putIfAbsent(names.get(i), cells.get(i));
			}
			sink.record(first.number(), head + '\n' + text, new Fields(values));
		}
	}

	private Line next() throws IOException {
		if (!waiting.isEmpty()) {
			return waiting.removeFirst();
		}
		String text = lines.next();
		return text == null ? null : new Line(lines.number(), text, lines.isTooLong());
	}

	/** @return what stands between the columns of a head */
	static char delimiter(String head) {
		int commas = 0;
		int semicolons = 0;
		int tabs = 0;
		for (int i = 0; i < head.length(); i++) {
			char c = head.charAt(i);
			commas += c == ',' ? 1 : 0;
			semicolons += c == ';' ? 1 : 0;
			tabs += c == '\t' ? 1 : 0;
		}
		return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
	}

	/** @return the cells of a row, or {@code null} if a quote in it is not closed */
	static List<String> split(String row, char delimiter) {
		List<String> cells = new ArrayList<>();
		StringBuilder quoted = new StringBuilder();
		int at = 0;
		while (cells.size() < MOST_COLUMNS) {
			boolean isQuoted = at < row.length() && row.charAt(at) == '"';
			quoted.setLength(0);
			if (isQuoted) {
				at++;
				int close = row.indexOf('"', at);
				while (close >= 0 && close + 1 < row.length() && row.charAt(close + 1) == '"') {
					quoted.append(row, at, close + 1);
					at = close + 2;
					close = row.indexOf('"', at);
				}
				if (close < 0) {
					return null;
				}
				quoted.append(row, at, close);
				at = close + 1;
			}
			int end = row.indexOf(delimiter, at);
			quoted.append(row, at, end < 0 ? row.length() : end);
			cells.add(quoted.toString());
			if (end < 0) {
				break;
			}
			at = end + 1;
		}
		return cells;
	}
}
