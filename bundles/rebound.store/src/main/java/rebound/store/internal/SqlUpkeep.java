package rebound.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

import rebound.store.BounceStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;
import rebound.store.Upkeep;

/** Check, backup and the like. */
final class SqlUpkeep implements Upkeep {
	/** All tables with rows of the user's, those that others name before those that name them. */
	static final List<String> TABLES = List.of("mail", "campaign", "mail_host", "event", "past_event", "address",
			"sent_mail",
			"life_sign", "decision", "policy_version", "domain_check", "customer", "customer_address", "customer_word",
			"follow_up", "customer_change",
			"mailbox", "mailbox_mail", "tombstone", "secret");

	private final Database database;

	SqlUpkeep(Database database) {
		this.database = database;
	}

	@Override
	public List<Damage> check() {
		List<Damage> damage = new ArrayList<>();
		database.read(connection -> {
			damage.clear();
			for (String table : database.dialect().inconsistentTables(connection, TABLES)) {
				damage.add(new Damage(Damage.Code.INCONSISTENT_TABLE, table));
			}
			missing(connection, "event", "mail", "SELECT e.id FROM event e LEFT JOIN mail m ON m.hash = e.mail "
					+ "WHERE e.mail IS NOT NULL AND m.hash IS NULL", damage);
			missing(connection, "event", "campaign", "SELECT e.id FROM event e LEFT JOIN campaign c "
					+ "ON c.id = e.campaign WHERE e.campaign IS NOT NULL AND c.id IS NULL", damage);
			missing(connection, "event", "address", "SELECT e.id FROM event e LEFT JOIN address a "
					+ "ON a.address = e.address WHERE a.address IS NULL", damage);
			mails(connection, damage);
			return null;
		});
		return damage;
	}

	private static void missing(Connection connection, String from, String to, String sql, List<Damage> damage)
			throws SQLException {
		Rows.each(connection, sql, List.of(), row -> damage.add(
				new Damage(Damage.Code.MISSING_ROW, from + " " + Text.hex(row.getBytes(1)) + " -> " + to)));
	}

	/** A mail that is kept whole must have the hash it is known by. */
	private static void mails(Connection connection, List<Damage> damage) throws SQLException {
		Rows.each(connection, "SELECT hash, kept, size, data FROM mail WHERE data IS NOT NULL", List.of(), row -> {
			byte[] raw = MailRow.unpack(row.getBytes(4), row.getInt(2));
			boolean whole = row.getLong(2) == row.getLong(3);
			if (raw == null || whole && !Arrays.equals(row.getBytes(1), Text.sha256().digest(raw))) {
				damage.add(new Damage(Damage.Code.BROKEN_MAIL, Text.hex(row.getBytes(1))));
			}
		});
	}

	@Override
	public void backup(Path folder) {
		if (!(database.dialect() instanceof DerbyDialect)) {
			throw new StoreException(Code.BAD_LOCATION, database.location(), null);
		}
		if (Files.exists(folder)) {
			throw new StoreException(Code.NOT_EMPTY, folder.toString(), null);
		}
		Path target = folder.toAbsolutePath().normalize();
		Path draft = target.resolveSibling("." + target.getFileName() + ".part");
		try {
			DerbyFolder.deleteTree(draft);
			Files.createDirectories(draft);
			Files.createFile(draft.resolve(DerbyFolder.LOCK));
			database.read(connection -> {
				try (CallableStatement backup = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
					backup.setString(1, draft.toString());
					return backup.execute();
				}
			});
			Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException e) {
			throw new StoreException(Code.NO_ACCESS, folder.toString(), e);
		} finally {
			discard(draft);
		}
	}

	/** What could not be finished is of no use; what could is no longer there. */
	private static void discard(Path draft) {
		try {
			DerbyFolder.deleteTree(draft);
		} catch (IOException e) {
			throw new StoreException(Code.NO_ACCESS, draft.toString(), e);
		}
	}

	@Override
	public void compact() {
		database.outside(connection -> {
			database.dialect().compact(connection, TABLES);
			return null;
		});
	}

	@Override
	public void copyTo(BounceStore target, LongConsumer copied) {
		if (!(target instanceof SqlBounceStore other)) {
			throw new StoreException(Code.BAD_LOCATION, target.location(), null);
		}
		new TableCopy(database, other.database(), copied).copy(TABLES);
	}
}
