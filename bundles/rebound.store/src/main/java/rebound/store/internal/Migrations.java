package rebound.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** Brings a database to the version of the schema that this program knows, all steps in one transaction. */
final class Migrations {
	/** The highest number of a {@code schema-N.sql}. */
	static final int NEWEST = 7;

	/** The version in which words of customers came to be packed, which SQL can't. */
	private static final int PACKED_WORDS = 7;

	private static final String ONLY = "--only ";

	private final Dialect dialect;
	private final int newest;

	Migrations(Dialect dialect) {
		this(dialect, NEWEST);
	}

	/** @param newest the version to bring a database to; tests make older ones */
	Migrations(Dialect dialect, int newest) {
		this.dialect = dialect;
		this.newest = newest;
	}

	/** @return which form a database has that is to be changed, or 0 if there is nothing to be changed in it */
	int older(Database.Connector connector, String location) {
		try (Connection connection = connector.connect()) {
			int version = version(connection);
			return version < newest ? version : 0;
		} catch (SQLException e) {
			throw new StoreException(dialect.code(e), location + ": " + e.getMessage(), e);
		}
	}

	void migrate(Database.Connector connector, String location) {
		SQLException failure = null;
		// another program may just be doing the same
		for (int attempt = 0; attempt < (dialect.isSingleWriter() ? 1 : 3); attempt++) {
			try (Connection connection = connector.connect()) {
				connection.setAutoCommit(false);
				try {
					migrate(connection, location);
					connection.commit();
					return;
				} finally {
					connection.rollback();
				}
			} catch (SQLException e) {
				failure = e;
			}
		}
		throw new StoreException(dialect.code(failure), location + ": " + failure.getMessage(), failure);
	}

	private void migrate(Connection connection, String location) throws SQLException {
		int version = version(connection);
		if (version > newest) {
			throw new StoreException(Code.NEWER_SCHEMA, location + ": " + version + " > " + newest, null);
		}
		if (version == 0) {
			createSchema(connection);
		}
		connection.setSchema(dialect.schema());
		for (int next = version + 1; next <= newest; next++) {
			try (Statement statement = connection.createStatement()) {
				for (String sql : statements(next)) {
					statement.executeUpdate(sql);
				}
			}
			if (next == PACKED_WORDS) {
				new WordIndex(connection, dialect).fill();
			}
			try (PreparedStatement insert = connection
					.prepareStatement("INSERT INTO schema_version (version, applied) VALUES (?, ?)")) {
				insert.setInt(1, next);
				insert.setLong(2, System.currentTimeMillis());
				insert.executeUpdate();
			}
		}
	}

	private void createSchema(Connection connection) throws SQLException {
		try (ResultSet schemas = connection.getMetaData().getSchemas(null, dialect.schema())) {
			if (schemas.next()) {
				return;
			}
		}
		try (Statement statement = connection.createStatement()) {
			statement.executeUpdate("CREATE SCHEMA " + dialect.schema());
		}
	}

	private int version(Connection connection) throws SQLException {
		String table = dialect.schema().equals("REBOUND") ? "SCHEMA_VERSION" : "schema_version";
		try (ResultSet tables = connection.getMetaData().getTables(null, dialect.schema(), table, null)) {
			if (!tables.next()) {
				return 0;
			}
		}
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement
						.executeQuery("SELECT MAX(version) FROM " + dialect.schema() + ".schema_version")) {
			return rows.next() ? rows.getInt(1) : 0;
		}
	}

	/**
	 * Statements end with a semicolon at the end of a line; lines that begin with two hyphens are comments, but
	 * {@code --only} and a dialect's name stands before a statement that is for that database only.
	 */
	private List<String> statements(int version) {
		List<String> statements = new ArrayList<>();
		StringBuilder statement = new StringBuilder();
		boolean wanted = true;
		for (String line : dialect.ddl(script(version)).lines().toList()) {
			if (line.startsWith(ONLY)) {
				wanted = line.substring(ONLY.length()).equals(dialect.name());
			} else if (!line.startsWith("--")) {
				statement.append(line).append('\n');
			}
			if (line.endsWith(";")) {
				if (wanted) {
					statements.add(statement.substring(0, statement.length() - 2));
				}
				statement.setLength(0);
				wanted = true;
			}
		}
		return statements;
	}

	private static String script(int version) {
		try (InputStream in = Migrations.class.getResourceAsStream("schema-" + version + ".sql")) {
			if (in == null) {
				throw new IllegalStateException("schema-" + version + ".sql");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
