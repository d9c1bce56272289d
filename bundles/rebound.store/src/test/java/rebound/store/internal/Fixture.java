package rebound.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Databases of each version of the schema with a row in each of its tables. */
final class Fixture {

	private Fixture() {
	}

	/** Makes a database as a program of an older version left it. */
	static void make(Database.Connector connector, Dialect dialect, int version) throws SQLException, IOException {
		for (int step = 1; step <= version; step++) {
			new Migrations(dialect, step).migrate(connector, "fixture");
			try (Connection connection = connector.connect(); Statement statement = connection.createStatement()) {
				connection.setSchema(dialect.schema());
				for (String line : script(step)) {
					if (!line.startsWith("--")) {
						String sql = line.substring(0, line.length() - 1);
						statement.executeUpdate(dialect.isSingleWriter()
								? sql
								: sql.replaceAll("\\bX'", "'\\\\x").replace(" AS BLOB", " AS BYTEA"));
					}
				}
			}
		}
	}

	/** @return the rows of each table, sorted, each as its columns with their values */
	static Map<String, List<Map<String, Object>>> rows(Database.Connector connector, Dialect dialect)
			throws SQLException {
		Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
		try (Connection connection = connector.connect()) {
			connection.setSchema(dialect.schema());
			List<String> names = new ArrayList<>();
			try (ResultSet found = connection.getMetaData().getTables(null, dialect.schema(), "%",
					new String[]{ "TABLE" })) {
				while (found.next()) {
					names.add(found.getString(3).toLowerCase(Locale.ROOT));
				}
			}
			names.remove("schema_version");
			for (String name : names) {
				List<Map<String, Object>> rows = new ArrayList<>(
						Rows.list(connection, "SELECT * FROM " + name, List.of(), Fixture::columns));
				rows.sort((one, other) -> one.toString().compareTo(other.toString()));
				tables.put(name, rows);
			}
		}
		return tables;
	}

	private static Map<String, Object> columns(ResultSet row) throws SQLException {
		Map<String, Object> columns = new TreeMap<>();
		ResultSetMetaData names = row.getMetaData();
		for (int i = 1; i <= names.getColumnCount(); i++) {
			Object value = switch (names.getColumnType(i)) {
				case Types.BINARY, Types.VARBINARY, Types.BLOB -> Text.hex(row.getBytes(i));
				case Types.INTEGER, Types.SMALLINT, Types.BIGINT -> row.getObject(i) == null ? null : row.getLong(i);
				default -> row.getObject(i);
			};
			columns.put(names.getColumnName(i).toLowerCase(Locale.ROOT), String.valueOf(value));
		}
		return columns;
	}

	private static List<String> script(int version) throws IOException {
		try (InputStream in = Fixture.class.getResourceAsStream("rows-" + version + ".sql")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}
}
