package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import rebound.model.AddressKey;
import rebound.model.Decision;

/** A decision as a row of its table. Rows are only ever added. */
final class DecisionRow {
	static final String COLUMNS = "id, address, action, decided, by_whom, batch, rule, reason, grounds_count, "
			+ "grounds_first, grounds_last, grounds_event, policy, undoes, note";
	private static final int COUNT = 15;

	private DecisionRow() {
	}

	/** Adds decisions that are not known; @return addresses they are about, sorted */
	static Set<String> add(Connection connection, Dialect dialect, Collection<Decision> decisions)
			throws SQLException {
		Set<String> known = new HashSet<>();
		Rows.eachOf(connection, "SELECT id FROM " + Rows.byKey("decision") + " WHERE id IN ",
				decisions.stream().map(Decision::id).toList(),
				row -> known.add(row.getString(1)));
		Set<String> addresses = new TreeSet<>();
		String sql = "INSERT INTO decision (" + COLUMNS + ") VALUES (" + Rows.marks(COUNT) + ")"
				+ dialect.onConflict(Dialect.Conflict.LEAVE);
		try (PreparedStatement insert = connection.prepareStatement(sql)) {
			for (Decision decision : decisions) {
				if (known.add(decision.id())) {
					write(insert, decision);
					addresses.add(decision.address().value());
				}
			}
			insert.executeBatch();
		}
		return addresses;
	}

	private static void write(PreparedStatement insert, Decision decision) throws SQLException {
		insert.setString(1, decision.id());
		insert.setString(2, decision.address().value());
		insert.setString(3, decision.action().id());
		Rows.set(insert, 4, decision.at());
		insert.setString(5, Text.clean(decision.by(), 200));
		insert.setString(6, decision.batch());
		StandingRow.grounds(insert, 7, decision.grounds());
		insert.setString(13, decision.policyVersion());
		insert.setString(14, decision.undoes());
		insert.setString(15, Text.clean(decision.note(), 1000));
		insert.addBatch();
	}

	static Decision read(ResultSet row) throws SQLException {
		return new Decision(row.getString(1), new AddressKey(row.getString(2)), Words.DECISION.of(row.getString(3)),
				Rows.instant(row, 4), row.getString(5), row.getString(6), StandingRow.grounds(row, 7),
				row.getString(13), row.getString(14), row.getString(15));
	}
}
