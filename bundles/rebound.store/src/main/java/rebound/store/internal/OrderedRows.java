package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of a query in the order of addresses, to be read side by side with others of that order. */
final class OrderedRows implements AutoCloseable {
	private final PreparedStatement query;
	private final ResultSet rows;
	private final int column;
	private String address;

	/** @param column has the address */
	OrderedRows(Connection connection, String sql, int column) throws SQLException {
		this.column = column;
		query = connection.prepareStatement(sql);
		boolean ready = false;
		try {
			rows = query.executeQuery();
			next();
			ready = true;
		} finally {
			if (!ready) {
				query.close();
			}
		}
	}

	/** @return the address of the row it stands on, {@code null} behind the last one */
	String address() {
		return address;
	}

	boolean isAt(String wanted) {
		return wanted.equals(address);
	}

	ResultSet row() {
		return rows;
	}

	void next() throws SQLException {
		address = rows.next() ? rows.getString(column) : null;
	}

	/** Closes the rows, too. */
	@Override
	public void close() throws SQLException {
		query.close();
	}
}
