package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import rebound.store.FolderState;
import rebound.store.MailboxStore;
import rebound.store.ReadMark;

/** The tables of mailboxes. */
final class SqlMailboxStore implements MailboxStore {
	private static final String PLACE = " WHERE source = ? AND folder = ? AND validity = ?";

	private final Database database;

	SqlMailboxStore(Database database) {
		this.database = database;
	}

	@Override
	public FolderState state(String source, String folder) {
		return database.read(connection -> Rows.list(connection,
				"SELECT validity, last_uid FROM mailbox WHERE source = ? AND folder = ?", List.of(source, folder),
				row -> new FolderState(source, folder, row.getLong(1), row.getLong(2)))).stream().findFirst()
				.orElse(new FolderState(source, folder, 0, 0));
	}

	@Override
	public Set<String> noted(String source, String folder, long validity) {
		return new HashSet<>(uids(PLACE, List.of(source, folder, validity)));
	}

	@Override
	public List<String> waiting(String source, String folder, long validity, Instant before) {
		return uids(PLACE + " AND waiting = 1 AND noted < ? ORDER BY noted, uid",
				List.of(source, folder, validity, before.toEpochMilli()));
	}

	private List<String> uids(String condition, List<?> parameters) {
		return database.read(connection -> Rows.list(connection, "SELECT uid FROM mailbox_mail" + condition,
				parameters, row -> row.getString(1)));
	}

	@Override
	public void forget(String source, String folder, long validity, Collection<String> uids) {
		if (uids.isEmpty()) {
			return;
		}
		database.write(connection -> delete(connection, source, folder, validity, uids));
	}

	@Override
	public void forget(String source) {
		database.write(connection -> Rows.update(connection, "DELETE FROM mailbox_mail WHERE source = ?", source)
				+ Rows.update(connection, "DELETE FROM mailbox WHERE source = ?", source));
	}

	/** Notes how far a folder is read, in the transaction that stores its mails. */
	static void mark(Connection connection, Dialect dialect, ReadMark mark) throws SQLException {
		FolderState state = mark.state();
		int changed = Rows.update(connection,
				"UPDATE mailbox SET validity = ?, last_uid = ? WHERE source = ? AND folder = ?", state.validity(),
				state.lastUid(), state.source(), state.folder());
		if (changed == 0) {
			Rows.update(connection, "INSERT INTO mailbox (source, folder, validity, last_uid) VALUES (?, ?, ?, ?)",
					state.source(), state.folder(), state.validity(), state.lastUid());
		}
		// Ids of an earlier validity mean other mails now; nothing may be done to those.
		Rows.update(connection, "DELETE FROM mailbox_mail WHERE source = ? AND folder = ? AND validity <> ?",
				state.source(), state.folder(), state.validity());
		List<String> uids = mark.mails().stream().map(ReadMark.Noted::uid).distinct().toList();
		delete(connection, state.source(), state.folder(), state.validity(), uids);
		try (PreparedStatement insert = connection.prepareStatement("INSERT INTO mailbox_mail "
				+ "(source, folder, validity, uid, noted, waiting) VALUES (?, ?, ?, ?, ?, ?)"
				+ dialect.onConflict(Dialect.Conflict.LEAVE))) {
			Set<String> written = new HashSet<>();
			for (ReadMark.Noted mail : mark.mails()) {
				if (written.add(mail.uid())) {
					place(insert, state.source(), state.folder(), state.validity());
					insert.setString(4, mail.uid());
					Rows.set(insert, 5, mail.read());
					insert.setInt(6, mail.waiting() ? 1 : 0);
					insert.addBatch();
				}
			}
			insert.executeBatch();
		}
	}

	private static int delete(Connection connection, String source, String folder, long validity,
			Collection<String> uids) throws SQLException {
		try (PreparedStatement delete = connection
				.prepareStatement("DELETE FROM mailbox_mail" + PLACE + " AND uid = ?")) {
			for (String uid : uids) {
				place(delete, source, folder, validity);
				delete.setString(4, uid);
				delete.addBatch();
			}
			return delete.executeBatch().length;
		}
	}

	private static void place(PreparedStatement statement, String source, String folder, long validity)
			throws SQLException {
		statement.setString(1, source);
		statement.setString(2, folder);
		statement.setLong(3, validity);
	}
}
