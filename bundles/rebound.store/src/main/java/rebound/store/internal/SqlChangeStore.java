package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import rebound.model.AddressKey;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.store.ChangeStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** The table of changes for the customer database. */
final class SqlChangeStore implements ChangeStore {
	private static final String COLUMNS = "id, batch, customer, kind, old_value, new_value, source, evidence, state, "
			+ "accepted, by_whom, settled, found_instead";
	private static final int COUNT = 13;
	private static final String SELECT = "SELECT " + COLUMNS + " FROM customer_change ";
	private static final String IN_ORDER = " ORDER BY accepted, id";

	private final Database database;
	private final Runnable changed;

	SqlChangeStore(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public void add(Collection<CustomerChange> changes) {
		database.write(connection -> {
			add(connection, changes);
			return null;
		});
		changed.run();
	}

	private static void add(Connection connection, Collection<CustomerChange> changes) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement(
				"INSERT INTO customer_change (" + COLUMNS + ") VALUES (" + Rows.marks(COUNT) + ")")) {
			for (CustomerChange change : changes) {
				write(insert, change);
			}
			insert.executeBatch();
		}
	}

	@Override
	public void replace(Collection<CustomerChange> changes, Collection<CustomerChange> earlier, Instant at) {
		Set<String> seen = earlier.stream().map(CustomerChange::id).collect(Collectors.toSet());
		// Sorted keys keep several writers from deadlock.
		TreeMap<String, List<CustomerChange>> byCustomer = changes.stream().filter(SqlChangeStore::isOfAddress)
				.collect(Collectors.groupingBy(CustomerChange::customer, TreeMap::new, Collectors.toList()));
		database.write(connection -> {
			for (Map.Entry<String, List<CustomerChange>> each : byCustomer.entrySet()) {
				withdraw(connection, each.getKey(), each.getValue(), seen, at);
			}
			add(connection, changes);
			return null;
		});
		changed.run();
	}

	/** Keeps the customer's row to the end of the transaction: whoever else accepts comes before or behind. */
	private static void withdraw(Connection connection, String customer, List<CustomerChange> wanted, Set<String> seen,
			Instant at) throws SQLException {
		Rows.update(connection, "UPDATE customer SET external_id = external_id WHERE id = ?", customer);
		Set<AddressKey> addresses = wanted.stream().map(SqlChangeStore::address).collect(Collectors.toSet());
		List<CustomerChange> replaced = new ArrayList<>();
		for (CustomerChange known : ofCustomer(connection, customer)) {
			if (isOpen(known) && isOfAddress(known) && addresses.contains(address(known))) {
				if (!seen.contains(known.id())) {
					throw new StoreException(Code.CHANGED, customer, null);
				}
				replaced.add(known.settled(State.WITHDRAWN, at, known.found()));
			}
		}
		settle(connection, replaced);
	}

	private static boolean isOpen(CustomerChange change) {
		return change.state() == State.PENDING || change.state() == State.CONFLICT;
	}

	private static boolean isOfAddress(CustomerChange change) {
		return change.kind() == CustomerChange.Kind.EMAIL;
	}

	private static AddressKey address(CustomerChange change) {
		return AddressKey.of(change.oldValue());
	}

	private static void write(PreparedStatement insert, CustomerChange change) throws SQLException {
		insert.setString(1, change.id());
		insert.setString(2, change.batch());
		insert.setString(3, change.customer());
		insert.setString(4, change.kind().id());
		insert.setString(5, Text.clean(change.oldValue(), 2000));
		insert.setString(6, Text.clean(change.newValue(), 2000));
		insert.setString(7, change.source());
		insert.setString(8, Text.clean(change.evidence(), 1000));
		insert.setString(9, change.state().id());
		Rows.set(insert, 10, change.accepted());
		insert.setString(11, Text.clean(change.by(), 200));
		Rows.set(insert, 12, change.settled());
		insert.setString(13, Text.clean(change.found(), 2000));
		insert.addBatch();
	}

	@Override
	public void settle(Collection<CustomerChange> changes) {
		database.write(connection -> {
			settle(connection, changes);
			return null;
		});
		changed.run();
	}

	private static void settle(Connection connection, Collection<CustomerChange> changes) throws SQLException {
		try (PreparedStatement update = connection
				.prepareStatement(
						"UPDATE customer_change SET state = ?, settled = ?, found_instead = ? WHERE id = ?")) {
			for (CustomerChange change : changes) {
				update.setString(1, change.state().id());
				Rows.set(update, 2, change.settled());
				update.setString(3, Text.clean(change.found(), 2000));
				update.setString(4, change.id());
				update.addBatch();
			}
			update.executeBatch();
		}
	}

	@Override
	public List<CustomerChange> withdraw(String batch, Instant at) {
		List<CustomerChange> withdrawn = database.write(connection -> {
			List<CustomerChange> standing = new ArrayList<>();
			for (CustomerChange change : find(connection, batch)) {
				if (isOpen(change)) {
					standing.add(change.settled(State.WITHDRAWN, at, change.found()));
				}
			}
			settle(connection, standing);
			return standing;
		});
		changed.run();
		return withdrawn;
	}

	@Override
	public List<CustomerChange> find(String batch) {
		return database.read(connection -> find(connection, batch));
	}

	private static List<CustomerChange> find(Connection connection, String batch) throws SQLException {
		return Rows.list(connection, SELECT + "WHERE batch = ? OR id = ?" + IN_ORDER, List.of(batch, batch),
				SqlChangeStore::read);
	}

	@Override
	public List<CustomerChange> ofCustomer(String customer) {
		return database.read(connection -> ofCustomer(connection, customer));
	}

	private static List<CustomerChange> ofCustomer(Connection connection, String customer) throws SQLException {
		return Rows.list(connection, SELECT + "WHERE customer = ?" + IN_ORDER, List.of(customer), SqlChangeStore::read);
	}

	@Override
	public void forEach(Set<State> states, Consumer<CustomerChange> consumer) {
		if (states.isEmpty()) {
			return;
		}
		database.stream(connection -> Rows.each(connection,
				SELECT + "WHERE state IN (" + Rows.marks(states.size()) + ")" + IN_ORDER,
				states.stream().map(State::id).toList(), row -> consumer.accept(read(row))));
	}

	private static CustomerChange read(ResultSet row) throws SQLException {
		return new CustomerChange(row.getString(1), row.getString(2), row.getString(3),
				Words.CHANGE.of(row.getString(4)), row.getString(5), row.getString(6), row.getString(7),
				row.getString(8), Words.CHANGE_STATE.of(row.getString(9)), Rows.instant(row, 10), row.getString(11),
				Rows.instant(row, 12), row.getString(13));
	}
}
