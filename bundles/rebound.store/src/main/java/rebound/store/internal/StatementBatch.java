package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Rows as JDBC's own batch of one statement. */
final class StatementBatch implements RowBatch {
	private final PreparedStatement insert;

	/** @param columns separated by commas */
	StatementBatch(Connection connection, String table, String columns) throws SQLException {
		insert = connection.prepareStatement("INSERT INTO " + table + " (" + columns + ") VALUES ("
				+ Rows.marks(columns.split(",").length) + ")");
	}

	@Override
	public void text(int column, String value) throws SQLException {
		insert.setString(column, value);
	}

	@Override
	public void number(int column, Long value) throws SQLException {
		if (value == null) {
			insert.setNull(column, Types.BIGINT);
		} else {
			insert.setLong(column, value);
		}
	}

	@Override
	public void decimal(int column, Double value) throws SQLException {
		if (value == null) {
			insert.setNull(column, Types.DOUBLE);
		} else {
			insert.setDouble(column, value);
		}
	}

	@Override
	public void bytes(int column, byte[] value) throws SQLException {
		insert.setBytes(column, value);
	}

	@Override
	public void add() throws SQLException {
		insert.addBatch();
	}

	@Override
	public void execute() throws SQLException {
		insert.executeBatch();
	}

	@Override
	public void close() throws SQLException {
		insert.close();
	}
}
