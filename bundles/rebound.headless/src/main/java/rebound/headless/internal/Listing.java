package rebound.headless.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.ExitCode;

/** Prints rows from the database, as a table for people or for programs. The column names are fixed. */
final class Listing {

	/** The forms of a list. */
	enum Format {
		table, csv, jsonl
	}

	/** The option that chooses the form, for use as a mixin. */
	public static final class Option {
		@picocli.CommandLine.Option(names = "--format", defaultValue = "table", paramLabel = "table|csv|jsonl")
		private Format format;

		/** @return whether it is for people */
		boolean isTable() {
			return format == Format.table;
		}

		Listing begin(Console console, List<Column> columns) {
			return new Listing(console, format, columns);
		}
	}

	/** A column. The last one takes what room there is, or with a width of 0 all that it needs. */
	record Column(String name, int width, boolean isNumber) {
	}

	static Column text(String name, int width) {
		return new Column(name, width, false);
	}

	static Column number(String name, int width) {
		return new Column(name, width, true);
	}

	/** Where less room is left in a terminal, the last column has a line of its own. */
	private static final int READABLE = 60;

	private final Console console;
	private final Format format;
	private final List<Column> columns;
	private final OutputStream out;
	private final JsonWriter json = new JsonWriter();
	private final int restWidth;
	private final boolean wraps;
	private long rows;

	private Listing(Console console, Format format, List<Column> columns) {
		this.console = console;
		this.format = format;
		this.columns = columns;
		this.out = new BufferedOutputStream(console.out(), 1 << 16);
		int fixed = columns.stream().limit(columns.size() - 1L).mapToInt(column -> column.width() + 2).sum();
		this.restWidth = columns.getLast().width() == 0
				? Integer.MAX_VALUE
				: format == Format.table ? Math.max(20, Terminal.columns() - fixed) : 0;
		this.wraps = format == Format.table && columns.getLast().width() == 0
				&& Terminal.isStandardOutput() && Terminal.columns() < fixed + READABLE;
		if (format == Format.csv) {
			csv(columns.stream().map(Column::name).toArray());
		}
	}

	/** Prints a row. */
	void row(Object... values) {
		console.checkCancelled();
		if (rows++ == 0 && format == Format.table) {
			table(columns.stream().map(column -> console.messages().word("column." + column.name(), column.name()))
					.toArray());
		}
		switch (format) {
			case table -> table(values);
			case csv -> csv(values);
			case jsonl -> {
				json.beginObject();
				for (int i = 0; i < values.length; i++) {
					String name = columns.get(i).name();
					if (values[i] instanceof Number number) {
						json.field(name, number.longValue());
					} else {
						json.field(name, values[i] == null ? null : values[i].toString());
					}
				}
				write(json.endObject().endLine().take());
			}
		}
	}

	/** @param emptyKey what to tell a person when there is no row */
	void end(String emptyKey) {
		if (rows == 0 && format == Format.table) {
			console.say(emptyKey);
		}
		try {
			out.flush();
		} catch (IOException gone) {
			throw new CommandFailure(ExitCode.NO_OUTPUT, null, gone);
		}
	}

	private void table(Object... values) {
		TableLine line = new TableLine();
		for (int i = 0; i < values.length; i++) {
			Column column = columns.get(i);
			String text = values[i] == null ? null : shown(values[i]);
			if (column.isNumber()) {
				line.right(text == null ? "-" : text, column.width());
			} else if (i == values.length - 1 && wraps) {
				write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
				line = new TableLine().rest("   ", 3).rest(text, restWidth);
			} else if (i == values.length - 1) {
				line.rest(text, restWidth);
			} else {
				line.left(text, column.width());
			}
		}
		write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
	}

	/** To the minute: seconds and what is behind them only take room. */
	private static String shown(Object value) {
		String text = value.toString();
		boolean time = text.length() >= 20 && text.charAt(10) == 'T' && text.endsWith("Z");
		return time ? text.substring(0, 10) + ' ' + text.substring(11, 16) : text;
	}

	private void csv(Object... values) {
		CsvLine line = new CsvLine();
		for (Object value : values) {
			line.add(value);
		}
		write(line.toString().getBytes(StandardCharsets.UTF_8));
	}

	private void write(byte[] bytes) {
		try {
			out.write(bytes);
		} catch (IOException gone) {
			throw new CommandFailure(ExitCode.NO_OUTPUT, null, gone);
		}
	}
}
