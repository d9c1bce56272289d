package rebound.report.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import rebound.report.ReportException;
import rebound.report.internal.TargetTable.TargetColumn;

/**
 * Changes the rows of a table that are known by their keys, and adds the others. Plain UPDATE and INSERT, many at a
 * time, which every database understands; a MERGE is written differently in each.
 */
final class TableUpsert implements AutoCloseable {

	private static final int ROWS_AT_A_TIME = 500;

	private final List<TargetColumn> columns = new ArrayList<>();
	private final int[] keys;
	private final int[] others;
	private final PreparedStatement update;
	private final PreparedStatement insert;
	private final List<Object[]> waiting = new ArrayList<>();
	private final Set<List<Object>> waitingKeys = new HashSet<>();
	private long added;
	private long changed;

	/** @param keys names of those columns that tell rows apart */
	TableUpsert(Connection connection, TargetTable table, List<String> names, List<String> keys)
			throws SQLException, ReportException {
		for (String name : names) {
			columns.add(table.column(name));
		}
		this.keys = keys.stream().mapToInt(names::indexOf).toArray();
		int[] rest = IntStream.range(0, names.size()).filter(i -> !keys.contains(names.get(i)))
				.toArray();
		// A statement that changes nothing still tells whether the row is there.
		others = rest.length == 0 ? this.keys : rest;
		update = connection.prepareStatement("UPDATE " + table.quoted() + " SET " + list(others, " = ?", ", ")
				+ " WHERE " + list(this.keys, " = ?", " AND "));
		insert = connection.prepareStatement("INSERT INTO " + table.quoted() + " ("
				+ columns.stream().map(TargetColumn::quoted).collect(Collectors.joining(", ")) + ") VALUES ("
				+ String.join(", ", Collections.nCopies(columns.size(), "?")) + ')');
	}

	/** Takes a row, its values in the order of the columns. */
	void row(Object[] values) throws SQLException {
		List<Object> key = new ArrayList<>();
		for (int i : keys) {
			// An address of no customer has the empty id.
			values[i] = values[i] == null ? "" : values[i];
			key.add(values[i]);
		}
		if (waiting.size() == ROWS_AT_A_TIME || waitingKeys.contains(key)) {
			flush();
		}
		waiting.add(values);
		waitingKeys.add(key);
	}

	/** Sends the rows that were taken. */
	void flush() throws SQLException {
		for (Object[] values : waiting) {
			bind(update, 1, others, values);
			bind(update, 1 + others.length, keys, values);
			update.addBatch();
		}
		int[] counts = waiting.isEmpty() ? new int[0] : update.executeBatch();
		long missing = 0;
		int[] all = IntStream.range(0, columns.size()).toArray();
		for (int i = 0; i < counts.length; i++) {
			if (counts[i] < 0) {
				throw new SQLException("the driver does not count rows");
			}
			if (counts[i] == 0) {
				bind(insert, 1, all, waiting.get(i));
				insert.addBatch();
				missing++;
			}
		}
		if (missing > 0) {
			insert.executeBatch();
		}
		added += missing;
		changed += counts.length - missing;
		waiting.clear();
		waitingKeys.clear();
	}

	long added() {
		return added;
	}

	long changed() {
		return changed;
	}

	@Override
	public void close() throws SQLException {
		try (update; insert) {
			waiting.clear();
		}
	}

	private String list(int[] chosen, String behind, String between) {
		return Arrays.stream(chosen).mapToObj(i -> columns.get(i).quoted() + behind)
				.collect(Collectors.joining(between));
	}

	private void bind(PreparedStatement statement, int first, int[] chosen, Object[] values) throws SQLException {
		for (int i = 0; i < chosen.length; i++) {
			bind(statement, first + i, columns.get(chosen[i]), values[chosen[i]]);
		}
	}

	private static void bind(PreparedStatement statement, int place, TargetColumn column, Object value)
			throws SQLException {
		if (value == null) {
			statement.setNull(place, column.type());
		} else if (value instanceof String || isText(column.type())) {
			statement.setString(place, shortened(Text.oneLine(Text.of(value)), column));
		} else if (value instanceof Instant instant) {
			// Whole seconds, as in the files.
			statement.setTimestamp(place, Timestamp.from(instant.truncatedTo(ChronoUnit.SECONDS)),
					Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC)));
		} else if (value instanceof LocalDate date) {
			statement.setDate(place, Date.valueOf(date));
		} else if (value instanceof Long number) {
			statement.setLong(place, number);
		} else {
			statement.setDouble(place, (Double) value);
		}
	}

	private static boolean isText(int type) {
		return switch (type) {
			case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR,
					Types.CLOB,
					Types.NCLOB ->
				true;
			default -> false;
		};
	}

	private static String shortened(String text, TargetColumn column) {
		if (!isText(column.type()) || column.size() <= 0 || text.length() <= column.size()) {
			return text;
		}
		int end = column.size();
		return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
	}
}
