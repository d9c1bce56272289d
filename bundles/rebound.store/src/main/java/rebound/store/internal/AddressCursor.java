package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** Walks the addresses of one or more tables in order, some at a time, so that no query stays open. */
final class AddressCursor {
	private static final int CHUNK = 1_000;

	private final List<String> tables;
	private String last = "";

	AddressCursor(String... tables) {
		this.tables = List.of(tables);
	}

	/** @return the next addresses, empty at the end */
	List<String> next(Connection connection) throws SQLException {
		TreeSet<String> next = new TreeSet<>();
		for (String table : tables) {
			Rows.each(connection, "SELECT DISTINCT address FROM " + table + " WHERE address > ? ORDER BY address "
					+ "FETCH FIRST " + CHUNK + " ROWS ONLY", List.of(last), row -> next.add(row.getString(1)));
		}
		List<String> chunk = next.stream().limit(CHUNK).toList();
		last = chunk.isEmpty() ? last : chunk.getLast();
		return chunk;
	}
}
