package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import rebound.store.PolicyStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** The table of blocking policies. */
final class SqlPolicyStore implements PolicyStore {
	private static final String SELECT = "SELECT version, settings, first_used, chosen, chosen_by FROM policy_version ";
	private static final String CHOSEN = SELECT
			+ "WHERE chosen IS NOT NULL ORDER BY chosen DESC, version FETCH FIRST 1 ROWS ONLY";

	private final Database database;
	private final Runnable changed;

	SqlPolicyStore(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public void keep(String version, String settings, Instant now) {
		if (find(version).isEmpty()) {
			database.write(connection -> {
				insert(connection, version, settings, now);
				return null;
			});
		}
	}

	@Override
	public void choose(String version, String settings, String seen, String by, Instant now) {
		database.write(connection -> {
			// Two who choose at once come one after the other.
			Rows.update(connection, "UPDATE policy_version SET chosen = chosen");
			if (Rows.list(connection, CHOSEN, List.of(), SqlPolicyStore::read).stream()
					.anyMatch(chosen -> !chosen.version().equals(seen))) {
				throw new StoreException(Code.CHANGED, version, null);
			}
			insert(connection, version, settings, now);
			try (PreparedStatement update = connection
					.prepareStatement("UPDATE policy_version SET chosen = ?, chosen_by = ? WHERE version = ?")) {
				Rows.set(update, 1, now);
				update.setString(2, Text.clean(by, 200));
				update.setString(3, version);
				update.executeUpdate();
			}
			return null;
		});
		new SqlAddressStore(database, changed).judgeAllAgain();
	}

	private void insert(Connection connection, String version, String settings, Instant now) throws SQLException {
		if (!Rows.list(connection, SELECT + "WHERE version = ?", List.of(version), row -> 1).isEmpty()) {
			return;
		}
		try (PreparedStatement insert = connection.prepareStatement(
				"INSERT INTO policy_version (version, settings, first_used) VALUES (?, ?, ?)"
						+ database.dialect().onConflict(Dialect.Conflict.LEAVE))) {
			insert.setString(1, version);
			insert.setString(2, settings);
			Rows.set(insert, 3, now);
			insert.executeUpdate();
		}
	}

	@Override
	public Optional<Version> chosen() {
		return database.read(connection -> Rows.list(connection, CHOSEN, List.of(), SqlPolicyStore::read)).stream()
				.findFirst();
	}

	@Override
	public Optional<Version> find(String version) {
		return database.read(
				connection -> Rows.list(connection, SELECT + "WHERE version = ?", List.of(version),
						SqlPolicyStore::read))
				.stream().findFirst();
	}

	@Override
	public List<Version> list() {
		return database.read(
				connection -> Rows.list(connection, SELECT + "ORDER BY first_used, version", List.of(),
						SqlPolicyStore::read));
	}

	private static Version read(ResultSet row) throws SQLException {
		return new Version(row.getString(1), row.getString(2), Rows.instant(row, 3), Rows.instant(row, 4),
				row.getString(5));
	}
}
