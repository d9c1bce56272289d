package rebound.crm.jdbc.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

import rebound.customers.CrmConnection;
import rebound.customers.CrmConnector.WriteOrder;
import rebound.customers.CrmConnector.WriteResult;
import rebound.customers.CrmConnector.WriteResult.Outcome;
import rebound.customers.CrmNotes;
import rebound.model.AddressKey;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;

/** Writes changes into one table, each only if the row still holds what was read just before. */
final class JdbcWriter {

	private static final int LONGEST_NUMBER = 18;

	private final CrmConnection where;
	private final Connection connection;
	private final boolean dryRun;
	private final Quoting quoting;

	JdbcWriter(CrmConnection where, Connection connection, boolean dryRun) throws SQLException {
		this.where = where;
		this.connection = connection;
		this.dryRun = dryRun;
		this.quoting = new Quoting(connection);
	}

	List<WriteResult> write(List<WriteOrder> orders) throws SQLException, IOException {
		String table = where.setting("write.table", null);
		String id = where.setting("write.id", null);
		if (table == null || id == null) {
			throw new IOException(where + ": nothing is written without write.table= and write.id=");
		}
		List<WriteResult> results = new ArrayList<>();
		for (WriteOrder order : orders) {
			String column = where.setting("write." + order.change().kind().id(), null);
			results.add(column == null
					? new WriteResult(order.change(), Outcome.UNSUPPORTED, null)
					: write(quoting.name(table), quoting.name(id), quoting.name(column), order));
		}
		return results;
	}

	private WriteResult write(String table, String id, String column, WriteOrder order) throws SQLException {
		CustomerChange change = order.change();
		String current;
		try (PreparedStatement select = connection
				.prepareStatement("SELECT " + column + " FROM " + table + " WHERE " + id + " = ?")) {
			if (!setKey(select, 1, order.customer().id())) {
				return new WriteResult(change, Outcome.MISSING, null);
			}
			try (ResultSet rows = select.executeQuery()) {
				if (!rows.next()) {
					return new WriteResult(change, Outcome.MISSING, null);
				}
				current = rows.getString(1);
			}
		}
		boolean isAddress = change.kind() == Kind.EMAIL;
		if (isAddress && (current == null || !AddressKey.of(current).equals(AddressKey.of(change.oldValue())))) {
			return new WriteResult(change, Outcome.CONFLICT, current == null ? "" : current);
		}
		String wanted = isAddress ? change.newValue() : CrmNotes.apply(current, change);
		if (dryRun || update(table, id, column, order.customer().id(), current, wanted) == 1) {
			return new WriteResult(change, Outcome.WRITTEN, null);
		}
		return new WriteResult(change, Outcome.CONFLICT, current);
	}

	/** @return whether the column of ids can hold this one at all */
	private static boolean setKey(PreparedStatement statement, int index, String key) throws SQLException {
		switch (statement.getParameterMetaData().getParameterType(index)) {
			case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL -> {
				if (key.isEmpty() || key.length() > LONGEST_NUMBER || !key.chars().allMatch(Character::isDigit)) {
					return false;
				}
				statement.setLong(index, Long.parseLong(key));
			}
			default -> statement.setString(index, key);
		}
		return true;
	}

	private int update(String table, String id, String column, String key, String current, String wanted)
			throws SQLException {
		String isAsRead = current == null ? " IS NULL" : " = ?";
		try (PreparedStatement update = connection.prepareStatement("UPDATE " + table + " SET " + column
				+ " = ? WHERE " + id + " = ? AND " + column + isAsRead)) {
			update.setString(1, wanted);
			setKey(update, 2, key);
			if (current != null) {
				update.setString(3, current);
			}
			return update.executeUpdate();
		}
	}
}
