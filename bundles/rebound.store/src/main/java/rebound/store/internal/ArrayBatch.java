package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as one statement with an array for each column, which a server reads much faster than a parameter a value. */
final class ArrayBatch implements RowBatch {
	private final Connection connection;
	private final String table;
	private final String columns;
	private final String onConflict;
	private final List<Column> values = new ArrayList<>();
	private int rows;

	/**
	 * @param columns    separated by commas
	 * @param onConflict what ends the statement
	 */
	ArrayBatch(Connection connection, String table, String columns, String onConflict) {
		this.connection = connection;
		this.table = table;
		this.columns = columns;
		this.onConflict = onConflict;
		for (int i = columns.split(",").length; i > 0; i--) {
			values.add(new Column());
		}
	}

	/** One column's values; all are of the type that is asked for first. */
	private static final class Column {
		private final List<Object> values = new ArrayList<>();
		private String type;

		Object[] array() {
			return switch (type) {
				case "text" -> values.toArray(new String[0]);
				case "float8" -> values.toArray(new Double[0]);
				case "bigint" -> values.toArray(new Long[0]);
				default -> values.toArray(new byte[0][]);
			};
		}
	}

	@Override
	public void text(int column, String value) {
		set(column, "text", value);
	}

	@Override
	public void number(int column, Long value) {
		set(column, "bigint", value);
	}

	@Override
	public void decimal(int column, Double value) {
		set(column, "float8", value);
	}

	@Override
	public void bytes(int column, byte[] value) {
		set(column, "bytea", value);
	}

	private void set(int column, String type, Object value) {
		Column of = values.get(column - 1);
		of.type = type;
		of.values.add(value);
	}

	@Override
	public void add() {
		rows++;
	}

	@Override
	public void execute() throws SQLException {
		if (rows == 0) {
			return;
		}
		String marks = values.stream().map(column -> "CAST(? AS " + column.type + "[])")
				.collect(Collectors.joining(", "));
		String sql = "INSERT INTO " + table + " (" + columns + ") SELECT * FROM unnest(" + marks + ")" + onConflict;
		try (PreparedStatement insert = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.size(); i++) {
				Column column = values.get(i);
				insert.setArray(i + 1, connection.createArrayOf(column.type, column.array()));
				column.values.clear();
			}
			insert.executeUpdate();
		}
		rows = 0;
	}

	@Override
	public void close() {
		// nothing is open between two executions
	}
}
