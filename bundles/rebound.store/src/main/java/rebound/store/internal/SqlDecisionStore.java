package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import rebound.model.AddressKey;
import rebound.model.Decision;
import rebound.model.Standing;
import rebound.store.DecisionStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** The table of decisions. */
final class SqlDecisionStore implements DecisionStore {
	private static final String SELECT = "SELECT " + DecisionRow.COLUMNS + " FROM decision ";

	private final Database database;
	private final Runnable changed;

	SqlDecisionStore(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public void add(Collection<Decision> decisions) {
		database.write(connection -> {
			add(connection, decisions);
			return null;
		});
		changed.run();
	}

	@Override
	public void add(Collection<Decision> decisions, Map<AddressKey, Optional<Standing>> seen) {
		// Sorted keys keep several writers from deadlock.
		Map<String, Optional<Standing>> sorted = new TreeMap<>();
		seen.forEach((address, standing) -> sorted.put(address.value(), standing));
		database.write(connection -> {
			for (Map.Entry<String, Optional<Standing>> each : sorted.entrySet()) {
				boolean isSame = each.getValue().isPresent()
						? isSame(connection, each.getKey(), each.getValue().get())
						: isUndecided(connection, each.getKey());
				if (!isSame) {
					throw new StoreException(Code.CHANGED, each.getKey(), null);
				}
			}
			add(connection, decisions);
			return null;
		});
		changed.run();
	}

	/** Keeps the row to the end of the transaction: whoever else decides about the address comes before or behind. */
	private static boolean isSame(Connection connection, String address, Standing seen) throws SQLException {
		Rows.update(connection, "UPDATE address SET revision = revision WHERE address = ?", address);
		return Rows.list(connection,
				"SELECT " + StandingRow.COLUMNS + " FROM address WHERE address = ? AND (due IS NULL OR due > 0)",
				List.of(address), StandingRow::read).stream()
				.anyMatch(now -> now.state() == seen.state() && now.isProtected() == seen.isProtected()
						&& Objects.equals(now.decision(), seen.decision()));
	}

	/** The same for an address that nothing is known of: its row is made, so that there is one to keep. */
	private boolean isUndecided(Connection connection, String address) throws SQLException {
		StandingRow.markDue(connection, database.dialect(), Set.of(address));
		return Rows.list(connection, "SELECT id FROM decision WHERE address = ?", List.of(address),
				row -> row.getString(1)).isEmpty();
	}

	@Override
	public List<Decision> undo(String batch, String by, Instant at) {
		List<Decision> undone = database.write(connection -> undo(connection, batch, by, at));
		changed.run();
		return undone;
	}

	private List<Decision> undo(Connection connection, String batch, String by, Instant at) throws SQLException {
		List<Decision> standing = Rows.list(connection,
				SELECT + "WHERE batch = ? OR id = ? ORDER BY address, decided, id",
				List.of(batch, batch), DecisionRow::read);
		Set<String> undone = new HashSet<>();
		for (Decision decision : standing) {
			undone.addAll(Rows.list(connection, "SELECT undoes FROM decision WHERE address = ? AND undoes IS NOT NULL",
					List.of(decision.address().value()), row -> row.getString(1)));
		}
		List<Decision> undos = new ArrayList<>();
		List<Decision> taken = new ArrayList<>();
		for (Decision decision : standing) {
			if (decision.action() != Decision.Action.UNDO && !undone.contains(decision.id())) {
				// the id is made of the decision's, so two who undo at once undo it once
				undos.add(new Decision(Text.hex(Text.id("undo", decision.id())), decision.address(),
						Decision.Action.UNDO, at, by, null, null, null, decision.id(), null));
				taken.add(decision);
			}
		}
		add(connection, undos);
		return taken;
	}

	private void add(Connection connection, Collection<Decision> decisions) throws SQLException {
		StandingRow.markDue(connection, database.dialect(),
				DecisionRow.add(connection, database.dialect(), decisions));
	}

	@Override
	public Optional<Decision> find(String id) {
		return list("WHERE id = ?", id).stream().findFirst();
	}

	@Override
	public List<Decision> ofAddress(AddressKey address) {
		return list("WHERE address = ? ORDER BY decided DESC, id", address.value());
	}

	@Override
	public List<Decision> page(long offset, int limit) {
		return list("ORDER BY decided DESC, id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY", offset, limit);
	}

	private List<Decision> list(String rest, Object... parameters) {
		return database
				.read(connection -> Rows.list(connection, SELECT + rest, List.of(parameters), DecisionRow::read));
	}
}
