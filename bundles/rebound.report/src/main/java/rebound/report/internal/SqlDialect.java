package rebound.report.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import rebound.report.Column;
import rebound.report.ReportException;
import rebound.report.ReportOptions;

/** What SQL differs in from one database to the next. */
enum SqlDialect {
	/** ISO/IEC 9075; the tables are made once by a script of their own. */
	ANSI, POSTGRESQL, MYSQL, SQLSERVER, SQLITE;

	private static final int ANSI_TEXT = 4_000;
	private static final int KEY = 320;

	/** @return the stable id, for example {@code "postgresql"} */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @throws ReportException if there is no such dialect; it names those there are */
	static SqlDialect of(ReportOptions options) throws ReportException {
		String id = options.setting("dialect", ANSI.id());
		return Arrays.stream(values()).filter(dialect -> dialect.id().equalsIgnoreCase(id)).findFirst()
				.orElseThrow(() -> ReportException.setting("dialect",
						Arrays.stream(values()).map(SqlDialect::id).toList()));
	}

	/** @return the dialect of a database, ANSI if it is none of the others */
	static SqlDialect of(Connection connection) throws SQLException {
		return switch (connection.getMetaData().getDatabaseProductName()) {
			case "PostgreSQL" -> POSTGRESQL;
			case "Microsoft SQL Server" -> SQLSERVER;
			case "SQLite" -> SQLITE;
			default -> ANSI;
		};
	}

	/** @return what must be said before the first text, and begins the transaction */
	String begin() {
		return switch (this) {
			case ANSI -> "";
			case POSTGRESQL -> "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nBEGIN;\n";
			case MYSQL -> "SET NAMES utf8mb4;\n"
					+ "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES';\n";
			case SQLSERVER -> "SET NOCOUNT ON;\nSET XACT_ABORT ON;\nBEGIN TRANSACTION;\n";
			case SQLITE -> "BEGIN IMMEDIATE;\n";
		};
	}

	String commit() {
		return this == SQLSERVER ? "COMMIT TRANSACTION;\n" : "COMMIT;\n";
	}

	String name(String identifier) {
		return this == SQLSERVER ? '[' + identifier + ']' : '"' + identifier + '"';
	}

	/** @return the name of the table that rows wait in until all have arrived */
	String waiting(String table) {
		return name(this == SQLSERVER ? '#' + table : table + "_new");
	}

	/** @return statements that make the table unless it exists */
	String create(String table, List<? extends Column<?>> columns, List<String> keys) {
		String definition = definition(columns, keys);
		return switch (this) {
			case ANSI ->
				"CREATE TABLE " + name(table) + definition + ";\nCREATE TABLE " + waiting(table) + definition + ";\n";
			case SQLSERVER -> "IF OBJECT_ID(N'" + table + "') IS NULL CREATE TABLE " + name(table) + definition + ";\n";
			case POSTGRESQL, MYSQL, SQLITE -> "CREATE TABLE IF NOT EXISTS " + name(table) + definition + ";\n";
		};
	}

	/** @return the statement that makes a table for a file to be loaded into: no keys, everything may be null */
	String createPlain(String table, List<? extends Column<?>> columns) {
		return "CREATE TABLE " + name(table) + definition(columns, List.of()) + ";\n";
	}

	/** @return the statement that makes a table with a primary key; its name may have a schema */
	String createKeyed(String table, List<? extends Column<?>> columns, List<String> keys) {
		String name = Arrays.stream(table.split("\\.")).map(this::name).collect(Collectors.joining("."));
		return "CREATE TABLE " + name + definition(columns, keys);
	}

	/** @return statements that make the waiting table, empty */
	String createWaiting(String table, List<? extends Column<?>> columns, List<String> keys) {
		return switch (this) {
			case ANSI -> "DELETE FROM " + waiting(table) + ";\n";
			case SQLSERVER -> "CREATE TABLE " + waiting(table) + definition(columns, keys) + ";\n";
			case POSTGRESQL, MYSQL, SQLITE ->
				"CREATE TEMPORARY TABLE " + waiting(table) + definition(columns, keys) + ";\n";
		};
	}

	/** @return statements that take the waiting rows over: what is known is changed, what is new is added */
	String takeOver(String table, List<? extends Column<?>> columns, List<String> keys) {
		List<String> names = columns.stream().map(column -> name(column.name())).toList();
		List<String> others = columns.stream().map(Column::name).filter(name -> !keys.contains(name)).toList();
		String list = String.join(", ", names);
		String copy = "INSERT INTO " + name(table) + " (" + list + ") SELECT " + list + " FROM " + waiting(table);
		String statement = switch (this) {
			case POSTGRESQL -> copy + conflict(keys, others);
			case SQLITE -> copy + " WHERE true" + conflict(keys, others);
			case MYSQL -> copy + " ON DUPLICATE KEY UPDATE " + others.stream()
					.map(other -> name(other) + " = VALUES(" + name(other) + ')').collect(Collectors.joining(", "));
			case ANSI, SQLSERVER -> merge(table, names, keys, others);
		};
		String clean = this == ANSI ? "DELETE FROM " : this == MYSQL ? "DROP TEMPORARY TABLE " : "DROP TABLE ";
		return statement + ";\n" + clean + waiting(table) + ";\n";
	}

	/** @return the text as a literal; on one line, so no client takes part of it for a command of its own */
	String text(String text) {
		String line = Text.oneLine(text);
		if (this == ANSI && line.length() > ANSI_TEXT) {
			line = line.substring(0, Character.isHighSurrogate(line.charAt(ANSI_TEXT - 1)) ? ANSI_TEXT - 1 : ANSI_TEXT);
		}
		String literal = (this == SQLSERVER ? "N'" : "'") + line.replace("'", "''") + '\'';
		return this == SQLSERVER ? literal.replace("$(", "$' + N'(") : literal;
	}

	/** @return the time, given in ISO 8601 with a Z, as a literal */
	String timestamp(String iso) {
		String local = iso.substring(0, iso.length() - 1);
		return switch (this) {
			case ANSI -> "CAST('" + local.replace('T', ' ') + "' AS TIMESTAMP)";
			case MYSQL -> "TIMESTAMP '" + local.replace('T', ' ') + '\'';
			case POSTGRESQL -> "TIMESTAMPTZ '" + iso + '\'';
			case SQLSERVER -> '\'' + local + '\'';
			case SQLITE -> '\'' + iso + '\'';
		};
	}

	String date(String iso) {
		return switch (this) {
			case ANSI -> "CAST('" + iso + "' AS DATE)";
			case POSTGRESQL, MYSQL -> "DATE '" + iso + '\'';
			case SQLSERVER, SQLITE -> '\'' + iso + '\'';
		};
	}

	/** @return columns and, unless there are no keys, the primary key */
	private String definition(List<? extends Column<?>> columns, List<String> keys) {
		List<String> lines = new ArrayList<>();
		for (Column<?> column : columns) {
			boolean key = keys.contains(column.name());
			lines.add("  " + name(column.name()) + ' ' + (key ? keyType() + " NOT NULL" : type(column.type())));
		}
		if (!keys.isEmpty()) {
			lines.add("  PRIMARY KEY (" + keys.stream().map(this::name).collect(Collectors.joining(", ")) + ')');
		}
		return " (\n" + String.join(",\n", lines) + ')';
	}

	private String keyType() {
		return this == SQLSERVER ? "NVARCHAR(" + KEY + ')' : "VARCHAR(" + KEY + ')';
	}

	private String type(Column.Type type) {
		return switch (type) {
			case TEXT, IDENTIFIER ->
				this == ANSI ? "VARCHAR(" + ANSI_TEXT + ')' : this == SQLSERVER ? "NVARCHAR(MAX)" : "TEXT";
			case INTEGER -> "BIGINT";
			case DECIMAL -> "DOUBLE PRECISION";
			case DATE -> this == SQLITE ? "TEXT" : "DATE";
			case TIMESTAMP -> switch (this) {
				case ANSI -> "TIMESTAMP";
				case POSTGRESQL -> "TIMESTAMP WITH TIME ZONE";
				case MYSQL -> "DATETIME";
				case SQLSERVER -> "DATETIME2(0)";
				case SQLITE -> "TEXT";
			};
		};
	}

	private String conflict(List<String> keys, List<String> others) {
		return " ON CONFLICT (" + keys.stream().map(this::name).collect(Collectors.joining(", ")) + ") DO UPDATE SET "
				+ others.stream().map(other -> name(other) + " = excluded." + name(other))
						.collect(Collectors.joining(", "));
	}

	private String merge(String table, List<String> names, List<String> keys, List<String> others) {
		String hint = this == SQLSERVER ? " WITH (HOLDLOCK)" : "";
		return "MERGE INTO " + name(table) + hint + " AS t USING " + waiting(table) + " AS n ON "
				+ keys.stream().map(key -> "t." + name(key) + " = n." + name(key)).collect(Collectors.joining(" AND "))
				+ " WHEN MATCHED THEN UPDATE SET "
				+ others.stream().map(other -> name(other) + " = n." + name(other)).collect(Collectors.joining(", "))
				+ " WHEN NOT MATCHED THEN INSERT (" + String.join(", ", names) + ") VALUES ("
				+ names.stream().map(name -> "n." + name).collect(Collectors.joining(", ")) + ')';
	}
}
