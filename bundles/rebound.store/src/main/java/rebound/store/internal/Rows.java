package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** What all tables' readers and writers need of JDBC. */
final class Rows {
	private static final int CHUNK = 64;
	private static final int MANY = 500;

	private Rows() {
	}

	/** Makes something of the row a result stands on. */
	@FunctionalInterface
	interface Mapper<T> {
		T map(ResultSet row) throws SQLException;
	}

	/** Takes a row's value. */
	@FunctionalInterface
	interface Taker {
		void take(ResultSet row) throws SQLException;
	}

	/** Takes a row's value and says whether it wants more. */
	@FunctionalInterface
	interface Picker {
		boolean pick(ResultSet row) throws SQLException;
	}

	/** Runs a query whose parameters are given in order. */
	static <T> List<T> list(Connection connection, String sql, List<?> parameters, Mapper<T> mapper)
			throws SQLException {
		List<T> rows = new ArrayList<>();
		each(connection, sql, parameters, row -> rows.add(mapper.map(row)));
		return rows;
	}

	/** Runs a query and hands over each row as it is read. */
	static void each(Connection connection, String sql, List<?> parameters, Taker taker) throws SQLException {
		until(connection, sql, parameters, row -> {
			taker.take(row);
			return true;
		});
	}

	/** Runs a query and hands over each row as it is read, until no more are wanted. */
	static void until(Connection connection, String sql, List<?> parameters, Picker picker) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(sql)) {
			set(query, parameters);
			try (ResultSet rows = query.executeQuery()) {
				boolean more = true;
				while (more && rows.next()) {
					more = picker.pick(rows);
				}
			}
		}
	}

	/**
	 * Runs a query for many keys, some at a time: always the same number of parameters, so the statement is compiled
	 * once.
	 *
	 * @param sql ends where the list of keys belongs, for example {@code "SELECT a FROM t WHERE a IN "}
	 */
	static void eachOf(Connection connection, String sql, Collection<?> keys, Taker taker) throws SQLException {
		eachOf(connection, sql, "", keys, taker);
	}

	/** @param rest what follows the list of keys */
	static void eachOf(Connection connection, String sql, String rest, Collection<?> keys, Taker taker)
			throws SQLException {
		if (keys.isEmpty()) {
			return;
		}
		int size = keys.size() < 4 ? keys.size() : keys.size() < MANY ? CHUNK : MANY;
		String marks = "(" + "?,".repeat(size - 1) + "?)";
		try (PreparedStatement query = connection.prepareStatement(sql + marks + rest)) {
			Iterator<?> key = keys.iterator();
			while (key.hasNext()) {
				Object last = null;
				for (int i = 1; i <= size; i++) {
					last = key.hasNext() ? key.next() : last;
					set(query, i, last);
				}
				try (ResultSet rows = query.executeQuery()) {
					while (rows.next()) {
						taker.take(rows);
					}
				}
			}
		}
	}

	/** Runs a statement that changes rows. */
	static int update(Connection connection, String sql, Object... parameters) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			set(statement, List.of(parameters));
			return statement.executeUpdate();
		}
	}

	/**
	 * Names a table so that Derby uses one of its indexes, whatever the table's size was when it chose a plan. To other
	 * databases it is a comment.
	 */
	static String using(String table, String index) {
		return table + " --DERBY-PROPERTIES index=" + index.toUpperCase(Locale.ROOT) + '\n';
	}

	/** Names a table so that Derby uses its primary key, which is called {@code table_key}. */
	static String byKey(String table) {
		return table + " --DERBY-PROPERTIES constraint=" + table.toUpperCase(Locale.ROOT) + "_KEY\n";
	}

	static void set(PreparedStatement statement, List<?> parameters) throws SQLException {
		for (int i = 0; i < parameters.size(); i++) {
			set(statement, i + 1, parameters.get(i));
		}
	}

	private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
		switch (value) {
			case String text -> statement.setString(index, text);
			case Long number -> statement.setLong(index, number);
			case Integer number -> statement.setInt(index, number);
			case byte[] bytes -> statement.setBytes(index, bytes);
			default -> throw new IllegalArgumentException(String.valueOf(value));
		}
	}

	static void set(PreparedStatement statement, int index, Instant instant) throws SQLException {
		if (instant == null) {
			statement.setNull(index, Types.BIGINT);
		} else {
			statement.setLong(index, instant.toEpochMilli());
		}
	}

	static Instant instant(ResultSet row, int column) throws SQLException {
		long millis = row.getLong(column);
		return row.wasNull() ? null : Instant.ofEpochMilli(millis);
	}

	/** @return {@code "?, ?, ?"} */
	static String marks(int count) {
		return "?, ".repeat(count - 1) + "?";
	}
}
