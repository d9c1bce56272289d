package rebound.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import rebound.store.BounceStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;
import rebound.store.Upkeep;

/** Check, backup and the like. */
final class SqlUpkeep implements Upkeep {
	/** All tables with rows of the user's, those that others name before those that name them. */
	static final List<String> TABLES = List.of("mail", "campaign", "mail_host", "event", "past_event", "address",
			"sent_mail",
			"life_sign", "decision", "policy_version", "domain_check", "customer", "customer_address", "word_segment",
			"word_block",
			"follow_up", "customer_change",
			"mailbox", "mailbox_mail", "tombstone", "secret");

	private final Database database;

	SqlUpkeep(Database database) {
		this.database = database;
	}

	@Override
	public List<Damage> check(Watch watch) {
		List<Damage> damage = new ArrayList<>();
		database.read(connection -> {
			damage.clear();
			int tables = 0;
			for (String table : TABLES) {
				watch.done(tables / (2.0 * TABLES.size()), tables++);
				for (String found : database.dialect().inconsistentTables(connection, List.of(table))) {
					damage.add(new Damage(Damage.Code.INCONSISTENT_TABLE, found));
				}
			}
			watch.done(0.5, tables);
			missing(connection, "event", "mail", "SELECT e.id FROM event e LEFT JOIN mail m ON m.hash = e.mail "
					+ "WHERE e.mail IS NOT NULL AND m.hash IS NULL", damage);
			missing(connection, "event", "campaign", "SELECT e.id FROM event e LEFT JOIN campaign c "
					+ "ON c.id = e.campaign WHERE e.campaign IS NOT NULL AND c.id IS NULL", damage);
			missing(connection, "event", "address", "SELECT e.id FROM event e LEFT JOIN address a "
					+ "ON a.address = e.address WHERE a.address IS NULL", damage);
			mails(connection, damage, watch);
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
	private static void mails(Connection connection, List<Damage> damage, Watch watch) throws SQLException {
		double all = Rows.list(connection, "SELECT COUNT(*) FROM mail WHERE data IS NOT NULL", List.of(),
				row -> row.getLong(1)).getFirst();
		long[] done = new long[1];
		Rows.each(connection, "SELECT hash, kept, size, data FROM mail WHERE data IS NOT NULL", List.of(), row -> {
			byte[] raw = MailRow.unpack(row.getBytes(4), row.getInt(2));
			boolean whole = row.getLong(2) == row.getLong(3);
			if (raw == null || whole && !Arrays.equals(row.getBytes(1), Text.sha256().digest(raw))) {
				damage.add(new Damage(Damage.Code.BROKEN_MAIL, Text.hex(row.getBytes(1))));
			}
			watch.done(0.5 + ++done[0] / all / 2, done[0]);
		});
	}

	@Override
	public void backup(Path folder, Watch watch) {
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
				copyFrozen(connection, Path.of(database.location()).resolve("derby"), draft.resolve("derby"), watch);
				return null;
			});
			Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException e) {
			throw new StoreException(Code.NO_ACCESS, folder.toString(), e);
		} catch (UncheckedIOException e) {
			throw new StoreException(DerbyFolder.full(e.getCause()) ? Code.DISK_FULL : Code.NO_ACCESS,
					folder.toString(), e);
		} finally {
			discard(draft);
		}
	}

	/** Copies Derby's files while it writes nothing to them. */
	private static void copyFrozen(Connection connection, Path from, Path to, Watch watch) throws SQLException {
		call(connection, "CALL SYSCS_UTIL.SYSCS_FREEZE_DATABASE()");
		try {
			DerbyFolder.copy(from, to, watch);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			call(connection, "CALL SYSCS_UTIL.SYSCS_UNFREEZE_DATABASE()");
		}
	}

	private static void call(Connection connection, String procedure) throws SQLException {
		try (CallableStatement call = connection.prepareCall(procedure)) {
			call.execute();
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
	public void compact(Watch watch) {
		int[] done = new int[1];
		for (String table : TABLES) {
			watch.done((double) done[0] / TABLES.size(), done[0]++);
			database.outside(connection -> {
				database.dialect().compact(connection, List.of(table));
				return null;
			});
		}
	}

	@Override
	public List<String> createRoles() {
		if (database.dialect().isSingleWriter()) {
			throw new StoreException(Code.BAD_LOCATION, database.location(), null);
		}
		return database.write(new ServerRoles(database.dialect().schema())::create);
	}

	@Override
	public void copyTo(BounceStore target, Watch watch) {
		if (!(target instanceof SqlBounceStore other)) {
			throw new StoreException(Code.BAD_LOCATION, target.location(), null);
		}
		new TableCopy(database, other.database(), watch).copy(TABLES);
	}
}
