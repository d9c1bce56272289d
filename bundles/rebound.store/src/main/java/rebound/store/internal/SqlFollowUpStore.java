package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import rebound.model.FollowUp;
import rebound.model.FollowUp.Outcome;
import rebound.store.FollowUpStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** The table of the user's notes on lost customers. */
final class SqlFollowUpStore implements FollowUpStore {
	private static final String SELECT = "SELECT customer, owner, due, note, outcome, changed, by_whom FROM follow_up ";

	private final Database database;
	private final Runnable changed;

	SqlFollowUpStore(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public void save(FollowUp followUp, FollowUp before) {
		database.write(connection -> {
			if (!remove(connection, followUp.customer(), before) || !insert(connection, followUp)) {
				throw new StoreException(Code.CHANGED, followUp.customer(), null);
			}
			return null;
		});
		changed.run();
	}

	/** @return whether what is there is what the user saw */
	private static boolean remove(Connection connection, String customer, FollowUp before) throws SQLException {
		if (before == null || before.changed() == null) {
			return Rows.list(connection, SELECT + "WHERE customer = ?", List.of(customer), SqlFollowUpStore::read)
					.isEmpty();
		}
		return Rows.update(connection, "DELETE FROM follow_up WHERE customer = ? AND changed = ?", customer,
				before.changed().toEpochMilli()) == 1;
	}

	/** @return whether nobody else has been faster */
	private boolean insert(Connection connection, FollowUp followUp) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement("INSERT INTO follow_up "
				+ "(customer, owner, due, note, outcome, changed, by_whom) VALUES (" + Rows.marks(7) + ")"
				+ database.dialect().onConflict(Dialect.Conflict.LEAVE))) {
			insert.setString(1, followUp.customer());
			insert.setString(2, Text.clean(followUp.owner(), 200));
			insert.setString(3, EventRow.day(followUp.due()));
			insert.setString(4, Text.clean(followUp.note(), 2000));
			insert.setString(5, followUp.outcome() == null ? null : followUp.outcome().id());
			Rows.set(insert, 6, followUp.changed());
			insert.setString(7, Text.clean(followUp.by(), 200));
			return insert.executeUpdate() == 1;
		}
	}

	@Override
	public Optional<FollowUp> find(String customer) {
		return database.read(connection -> Rows.list(connection, SELECT + "WHERE customer = ?", List.of(customer),
				SqlFollowUpStore::read)).stream().findFirst();
	}

	@Override
	public void forEach(Consumer<FollowUp> consumer) {
		database.stream(connection -> Rows.each(connection, SELECT + "ORDER BY customer", List.of(),
				row -> consumer.accept(read(row))));
	}

	private static FollowUp read(ResultSet row) throws SQLException {
		return new FollowUp(row.getString(1), row.getString(2), date(row.getString(3)), row.getString(4),
				Outcome.of(row.getString(5)).orElse(null), Rows.instant(row, 6), row.getString(7));
	}

	private static LocalDate date(String text) {
		try {
			return text == null ? null : LocalDate.parse(text);
		} catch (DateTimeException writtenByOthers) {
			return null;
		}
	}
}
