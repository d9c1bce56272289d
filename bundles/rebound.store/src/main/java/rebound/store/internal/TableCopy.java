package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

import rebound.store.StoreException;
import rebound.store.StoreException.Code;
import rebound.store.Upkeep.Watch;

/** Copies tables from one database into another, empty one, all in one transaction. */
final class TableCopy {
	private static final int BATCH = 500;

	private final Database from;
	private final Database to;

	private final Watch watch;
	private double all;
	private long count;

	TableCopy(Database from, Database to, Watch watch) {
		this.from = from;
		this.to = to;
		this.watch = watch;
	}

	void copy(List<String> tables) {
		to.write(target -> {
			count = 0;
			all = from.read(source -> rows(source, tables));
			for (String table : tables) {
				watch.done(count / all, count);
				refuseRows(target, table);
				from.stream(source -> copy(source, target, table));
			}
			return null;
		});
	}

	private static double rows(Connection source, List<String> tables) throws SQLException {
		double rows = 1;
		for (String table : tables) {
			rows += Rows.list(source, "SELECT COUNT(*) FROM " + table, List.of(), row -> row.getLong(1)).getFirst();
		}
		return rows;
	}

	private void refuseRows(Connection target, String table) throws SQLException {
		Rows.each(target, "SELECT COUNT(*) FROM " + table, List.of(), row -> {
			if (row.getLong(1) > 0) {
				throw new StoreException(Code.NOT_EMPTY, to.location(), null);
			}
		});
	}

	private void copy(Connection source, Connection target, String table) throws SQLException {
		try (PreparedStatement select = source.prepareStatement("SELECT * FROM " + table);
				ResultSet rows = select.executeQuery()) {
			ResultSetMetaData columns = rows.getMetaData();
			List<String> names = new ArrayList<>();
			for (int i = 1; i <= columns.getColumnCount(); i++) {
				names.add(columns.getColumnName(i));
			}
			try (PreparedStatement insert = target.prepareStatement("INSERT INTO " + table + " ("
					+ String.join(", ", names) + ") VALUES (" + Rows.marks(names.size()) + ")")) {
				int waiting = 0;
				while (rows.next()) {
					copyRow(rows, insert, columns);
					insert.addBatch();
					count++;
					if (++waiting % BATCH == 0) {
						insert.executeBatch();
						watch.done(count / all, count);
					}
				}
				insert.executeBatch();
			}
		}
	}

	/** Column types differ in name only: numbers, texts, and byte strings of several kinds. */
	private static void copyRow(ResultSet rows, PreparedStatement insert, ResultSetMetaData columns)
			throws SQLException {
		for (int i = 1; i <= columns.getColumnCount(); i++) {
			switch (columns.getColumnType(i)) {
				case Types.BINARY, Types.VARBINARY, Types.BLOB ->
					insert.setBytes(i, rows.getBytes(i));
				case Types.VARCHAR -> insert.setString(i, rows.getString(i));
				default -> {
					Object value = rows.getObject(i);
					if (value == null) {
						insert.setNull(i, columns.getColumnType(i));
					} else {
						insert.setObject(i, value);
					}
				}
			}
		}
	}
}
