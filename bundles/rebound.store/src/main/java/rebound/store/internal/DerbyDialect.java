package rebound.store.internal;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import rebound.store.StoreException.Code;

/** Apache Derby, embedded. */
final class DerbyDialect implements Dialect {

	@Override
	public List<String> drivers() {
		return List.of("org.apache.derby.iapi.jdbc.AutoloadedDriver", "org.apache.derby.jdbc.EmbeddedDriver");
	}

	@Override
	public String name() {
		return "derby";
	}

	@Override
	public String ddl(String sql) {
		return sql.replace("${bin16}", "CHAR(16) FOR BIT DATA").replace("${bin32}", "CHAR(32) FOR BIT DATA")
				.replace("${blob}", "BLOB(2M)").replace("${bytes}", "BLOB(4M)")
				.replace("${block}", "VARCHAR(32000) FOR BIT DATA")
				.replace("${key}", "VARCHAR(400) FOR BIT DATA").replace("${c}", "");
	}

	@Override
	public String schema() {
		return "REBOUND";
	}

	@Override
	public String onConflict(Conflict conflict) {
		return "";
	}

	@Override
	public RowBatch insert(Connection connection, String table, String columns, Conflict conflict)
			throws SQLException {
		return new StatementBatch(connection, table, columns);
	}

	@Override
	public Comparator<String> order() {
		return Comparator.naturalOrder();
	}

	@Override
	public boolean isSingleWriter() {
		return true;
	}

	@Override
	public boolean walksForwardsOnly() {
		return true;
	}

	@Override
	public boolean isTransient(SQLException e) {
		return states(e).stream().anyMatch(state -> state.equals("40001") || state.equals("40XL1"));
	}

	@Override
	public Code code(SQLException e) {
		List<String> states = states(e);
		for (String state : states) {
			switch (state) {
				case "XSDB6", "XSDBA" :
					return Code.IN_USE;
				case "XJ004", "XBM0J" :
					return Code.NOT_FOUND;
				case "XSLA4", "XSDF0", "XSDF1", "XSDF3" :
					return Code.DISK_FULL;
				case "XBM0H", "XBM0I", "XBM0S" :
					return Code.BAD_LOCATION;
				case "XJ073", "XSTB2", "25502", "25503", "XSDF4", "XSLAN" :
					return Code.NO_ACCESS;
				default :
			}
		}
		if (hasNoSpace(e)) {
			return Code.DISK_FULL;
		}
		if (states.stream()
				.anyMatch(state -> state.startsWith("XS") || state.startsWith("XBM") || state.equals("XJ040"))) {
			return Code.DAMAGED;
		}
		return isTransient(e) ? Code.BUSY : Code.FAILED;
	}

	@Override
	public String user(Connection connection) {
		return System.getProperty("user.name", "?");
	}

	@Override
	public List<String> inconsistentTables(Connection connection, List<String> tables) throws SQLException {
		List<String> damaged = new ArrayList<>();
		try (PreparedStatement check = connection.prepareStatement("VALUES SYSCS_UTIL.SYSCS_CHECK_TABLE(?, ?)")) {
			for (String table : tables) {
				check.setString(1, schema());
				check.setString(2, table.toUpperCase(Locale.ROOT));
				try (ResultSet result = check.executeQuery()) {
					if (!result.next() || result.getInt(1) == 0) {
						damaged.add(table);
					}
				} catch (SQLException inconsistent) {
					damaged.add(table + ": " + inconsistent.getMessage());
				}
			}
		}
		return damaged;
	}

	@Override
	public void compact(Connection connection, List<String> tables) throws SQLException {
		try (CallableStatement compress = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_COMPRESS_TABLE(?, ?, 1)")) {
			for (String table : tables) {
				compress.setString(1, schema());
				compress.setString(2, table.toUpperCase(Locale.ROOT));
				compress.execute();
			}
		}
	}

	/** Derby hides what it knows in chains of causes and next exceptions. */
	private static List<String> states(SQLException e) {
		List<String> states = new ArrayList<>();
		for (SQLException next = e; next != null && states.size() < 50; next = next.getNextException()) {
			for (Throwable cause = next; cause != null && states.size() < 50; cause = cause.getCause()) {
				if (cause instanceof SQLException sql && sql.getSQLState() != null) {
					states.add(sql.getSQLState());
				} else if (cause.getClass().getSimpleName().equals("StandardException")) {
					states.add(stateIn(cause.toString()));
				}
			}
		}
		return states;
	}

	/** Derby's own exception, of a class that can't be seen from here, begins its text with {@code ERROR XSDB6:}. */
	private static String stateIn(String text) {
		int begin = text.indexOf("ERROR ");
		return begin >= 0 && text.length() >= begin + 11 ? text.substring(begin + 6, begin + 11) : "";
	}

	private static boolean hasNoSpace(SQLException e) {
		Throwable cause = e;
		for (int depth = 0; cause != null && depth < 50; depth++) {
			String message = cause.getMessage();
			if (message != null && message.contains("No space left")) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}
}
