package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Walks the addresses that something is known of in order, some at a time, so that no query stays open. */
final class AddressCursor {
	private static final int CHUNK = 1_000;

	private String last = "";

	/** @return the next addresses, empty at the end */
	List<String> next(Connection connection) throws SQLException {
		List<String> chunk = Rows.list(connection, "SELECT address FROM address WHERE address > ? ORDER BY address "
				+ "FETCH FIRST " + CHUNK + " ROWS ONLY", List.of(last), row -> row.getString(1));
		last = chunk.isEmpty() ? last : chunk.getLast();
		return chunk;
	}
}
