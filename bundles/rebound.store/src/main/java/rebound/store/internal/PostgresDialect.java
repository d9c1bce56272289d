package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;

import rebound.model.Attribution;
import rebound.store.StoreException.Code;

/** PostgreSQL, and what speaks its protocol and its SQL. */
final class PostgresDialect implements Dialect {
	private static final String KEEP_EARLIER = keepEarlier();

	@Override
	public List<String> drivers() {
		return List.of("org.postgresql.Driver");
	}

	@Override
	public String name() {
		return "postgresql";
	}

	@Override
	public String ddl(String sql) {
		return sql.replace("${bin16}", "BYTEA").replace("${bin32}", "BYTEA").replace("${blob}", "BYTEA")
				.replace("${bytes}", "BYTEA").replace("${block}", "BYTEA").replace("${key}", "BYTEA")
				.replace("${c}", " COLLATE \"C\"");
	}

	@Override
	public String schema() {
		return "rebound";
	}

	@Override
	public String onConflict(Conflict conflict) {
		return switch (conflict) {
			case LEAVE -> " ON CONFLICT DO NOTHING";
			case KEEP_EARLIER -> KEEP_EARLIER;
			case MARK_DUE -> " ON CONFLICT (address) DO UPDATE SET due = 0, revision = address.revision + 1";
		};
	}

	private static String keepEarlier() {
		String columns = EventRow.COLUMNS.substring("id, ".length());
		return " ON CONFLICT (id) DO UPDATE SET (" + columns + ") = (excluded." + columns.replace(", ", ", excluded.")
				+ ") WHERE COALESCE(event.attribution, '') <> '" + Attribution.HAND.id()
				+ "' AND (excluded.occurred, excluded.mail) < (event.occurred, event.mail)";
	}

	@Override
	public RowBatch insert(Connection connection, String table, String columns, Conflict conflict) {
		return new ArrayBatch(connection, table, columns, onConflict(conflict));
	}

	/** That of the bytes in UTF-8. */
	@Override
	public Comparator<String> order() {
		return (one, other) -> {
			int same = 0;
			int end = Math.min(one.length(), other.length());
			while (same < end && one.charAt(same) == other.charAt(same)) {
				same++;
			}
			if (same == end) {
				return Integer.compare(one.length(), other.length());
			}
			// halves of a pair sort below other characters, though what they stand for is above
			char first = one.charAt(same);
			char second = other.charAt(same);
			return Character.isSurrogate(first) == Character.isSurrogate(second)
					? Character.compare(first, second)
					: Character.isSurrogate(first) ? 1 : -1;
		};
	}

	@Override
	public boolean isSingleWriter() {
		return false;
	}

	@Override
	public boolean walksForwardsOnly() {
		return false;
	}

	@Override
	public boolean isTransient(SQLException e) {
		String state = state(e);
		// 40: serialization failure and deadlock; 57P: the server is being stopped; 08: the connection broke
		return state.startsWith("40") || state.startsWith("57P") || state.startsWith("08");
	}

	@Override
	public Code code(SQLException e) {
		String state = state(e);
		if (state.startsWith("40")) {
			return Code.BUSY;
		}
		if (state.startsWith("08") || state.startsWith("57P")) {
			return Code.UNREACHABLE;
		}
		return switch (state) {
			case "3D000" -> Code.NOT_FOUND;
			case "28000", "28P01", "42501" -> Code.NO_ACCESS;
			case "53100" -> Code.DISK_FULL;
			case "53300" -> Code.BUSY;
			case "XX001", "XX002" -> Code.DAMAGED;
			default -> Code.FAILED;
		};
	}

	@Override
	public String user(Connection connection) throws SQLException {
		return Rows.list(connection, "SELECT session_user", List.of(), row -> row.getString(1)).getFirst();
	}

	@Override
	public List<String> inconsistentTables(Connection connection, List<String> tables) {
		// the server's own tools (amcheck, data checksums) do that
		return List.of();
	}

	@Override
	public void compact(Connection connection, List<String> tables) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String table : tables) {
				statement.execute("VACUUM FULL " + table);
			}
		}
	}

	private static String state(SQLException e) {
		return e.getSQLState() == null ? "" : e.getSQLState();
	}
}
