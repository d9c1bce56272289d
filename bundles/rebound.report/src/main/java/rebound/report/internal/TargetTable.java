package rebound.report.internal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import rebound.report.ReportException;
import rebound.report.ReportException.Code;

/**
 * A table as its database has it: a user may have made it in capitals, with shorter columns, or with more of them.
 *
 * @param quoted  its name as SQL writes it
 * @param columns by name in lower case
 */
record TargetTable(String quoted, Map<String, TargetColumn> columns) {

	private static final int LONGEST_NAME = 40;

	/**
	 * A column of the table.
	 *
	 * @param quoted its name as SQL writes it
	 * @param type   of {@link java.sql.Types}
	 * @param size   characters of a text
	 */
	record TargetColumn(String quoted, int type, int size) {
	}

	/** @return whether a text may name a table: letters, digits and underscores, perhaps behind a schema and a dot */
	static boolean isName(String text) {
		String[] parts = text.split("\\.", -1);
		if (parts.length > 2) {
			return false;
		}
		for (String part : parts) {
			if (!SqlFormat.isName(part, LONGEST_NAME)) {
				return false;
			}
		}
		return true;
	}

	/** @return the table of the name in any case, {@code null} if there is none */
	static TargetTable find(Connection connection, String name) throws SQLException {
		int dot = name.indexOf('.');
		String wanted = name.substring(dot + 1);
		String schema = dot < 0 ? connection.getSchema() : name.substring(0, dot);
		DatabaseMetaData database = connection.getMetaData();
		for (String spelled : List.of(wanted, wanted.toLowerCase(Locale.ROOT), wanted.toUpperCase(Locale.ROOT))) {
			try (ResultSet tables = database.getTables(connection.getCatalog(), null, spelled, null)) {
				while (tables.next()) {
					String found = tables.getString("TABLE_NAME");
					String in = tables.getString("TABLE_SCHEM");
					// An underscore stands for any character there.
					if (found.equals(spelled) && (schema == null || in == null || in.equalsIgnoreCase(schema))) {
						return read(connection, database, in, found);
					}
				}
			}
		}
		return null;
	}

	private static TargetTable read(Connection connection, DatabaseMetaData database, String schema, String table)
			throws SQLException {
		String quote = database.getIdentifierQuoteString().strip();
		Map<String, TargetColumn> columns = new HashMap<>();
		try (ResultSet found = database.getColumns(connection.getCatalog(), schema, table, "%")) {
			while (found.next()) {
				if (found.getString("TABLE_NAME").equals(table)) {
					String name = found.getString("COLUMN_NAME");
					columns.put(name.toLowerCase(Locale.ROOT), new TargetColumn(quote + name + quote,
							found.getInt("DATA_TYPE"), found.getInt("COLUMN_SIZE")));
				}
			}
		}
		String place = schema == null ? "" : quote + schema + quote + '.';
		return new TargetTable(place + quote + table + quote, columns);
	}

	/** @throws ReportException if the table has no such column */
	TargetColumn column(String name) throws ReportException {
		TargetColumn column = columns.get(name);
		if (column == null) {
			throw new ReportException(Code.NO_TABLE_COLUMN, quoted + ", " + name, null);
		}
		return column;
	}
}
