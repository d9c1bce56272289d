package rebound.store.internal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.store.Privacy;

/** Export, erasure and retention; the key of the tombstones' hash is made once for each database. */
final class SqlPrivacy implements Privacy {

	private static final String KEY = "tombstone.key";
	private static final int KEY_BYTES = 32;
	private static final String PAST = "id, address, mail_host, occurred, campaign, message_id, action, kind, type, "
			+ "reason, fault, track, strength, person";

	private final Database database;
	private final Runnable changed;

	SqlPrivacy(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public Person export(AddressKey address) {
		AddressHistory history = new SqlAddressStore(database, changed).history(address);
		Standing standing = new SqlAddressStore(database, changed).standing(address).orElse(null);
		List<Customer> customers = new SqlCustomerStore(database, changed).byAddress(address);
		List<BounceEvent> events = new SqlEventStore(database, changed).ofAddress(address);
		Set<String> whole = events.stream().map(BounceEvent::id).collect(Collectors.toSet());
		return new Person(address, customers, each(customers, new SqlFollowUpStore(database, changed)::find),
				customers.stream().flatMap(customer -> new SqlChangeStore(database, changed).ofCustomer(customer.id())
						.stream()).toList(),
				standing, events,
				history.occurrences().stream().filter(past -> !whole.contains(past.eventId())).toList(),
				events.stream().map(BounceEvent::mailHash).filter(Objects::nonNull).distinct()
						.map(new SqlEventStore(database, changed)::mail).flatMap(Optional::stream).toList(),
				sent(address), history.lifeSigns(), history.decisions());
	}

	private static <T> List<T> each(List<Customer> customers, Function<String, Optional<T>> of) {
		return customers.stream().map(Customer::id).map(of).flatMap(Optional::stream).toList();
	}

	private List<Sent> sent(AddressKey address) {
		return database.read(connection -> Rows.list(connection, "SELECT m.campaign, c.name, m.message_id, "
				+ "COALESCE(m.sent, c.sent) FROM sent_mail m LEFT JOIN campaign c ON c.id = m.campaign "
				+ "WHERE m.address = ? ORDER BY 4, 1", List.of(address.value()),
				row -> new Sent(row.getString(1), row.getString(2), row.getString(3), Rows.instant(row, 4))));
	}

	@Override
	public Erased erase(AddressKey address, Instant at) {
		Erased erased = database.write(connection -> erase(connection, address.value(), at));
		changed.run();
		return erased;
	}

	private Erased erase(Connection connection, String address, Instant at) throws SQLException {
		String hash = hash(connection, address);
		bury(connection, address, hash, at);
		List<byte[]> mails = mailsOfNobodyElse(connection, address);
		List<String> hosts = Rows.list(connection, "SELECT DISTINCT mail_host FROM event WHERE address = ?",
				List.of(address), row -> row.getString(1));
		markCampaigns(connection, address);
		int events = Rows.update(connection, "DELETE FROM event WHERE address = ?", address);
		Rows.update(connection, "DELETE FROM past_event WHERE address = ?", address);
		for (String host : hosts) {
			Rows.update(connection, "DELETE FROM mail_host WHERE name = ? AND NOT EXISTS (SELECT id FROM event "
					+ "WHERE mail_host = ?)", host, host);
		}
		for (byte[] mail : mails) {
			Rows.update(connection, "UPDATE mail SET data = NULL, kept = 0 WHERE hash = ?", mail);
		}
		int decisions = Rows.update(connection, "UPDATE decision SET address = ?, note = NULL WHERE address = ?",
				"erased:" + hash, address);
		int customers = eraseCustomers(connection, address);
		Rows.update(connection, "DELETE FROM life_sign WHERE address = ?", address);
		Rows.update(connection, "DELETE FROM sent_mail WHERE address = ?", address);
		Rows.update(connection, "DELETE FROM address WHERE address = ?", address);
		return new Erased(events, mails.size(), customers, decisions);
	}

	private static void bury(Connection connection, String address, String hash, Instant at) throws SQLException {
		List<String> reasons = Rows.list(connection, "SELECT reason FROM address WHERE address = ? AND state = ?",
				List.of(address, Standing.State.BLOCKED.id()), row -> String.valueOf(row.getString(1)));
		boolean known = !Rows.list(connection, "SELECT hash FROM tombstone WHERE hash = ?", List.of(hash), row -> 1)
				.isEmpty();
		if (!reasons.isEmpty() && !known) {
			try (PreparedStatement insert = connection
					.prepareStatement("INSERT INTO tombstone (hash, reason, erased) VALUES (?, ?, ?)")) {
				insert.setString(1, hash);
				insert.setString(2, Reason.of(reasons.getFirst()).map(Reason::id).orElse(null));
				Rows.set(insert, 3, at);
				insert.executeUpdate();
			}
		}
	}

	/** A mail that tells of other addresses, too, is theirs as well and stays until its time is over. */
	private static List<byte[]> mailsOfNobodyElse(Connection connection, String address) throws SQLException {
		Set<String> mails = new TreeSet<>(Rows.list(connection, "SELECT mail FROM event WHERE address = ? "
				+ "AND mail IS NOT NULL", List.of(address), row -> Text.hex(row.getBytes(1))));
		Rows.each(connection, "SELECT mail FROM event WHERE address <> ? AND mail IN "
				+ "(SELECT mail FROM event WHERE address = ?)", List.of(address, address),
				row -> mails.remove(Text.hex(row.getBytes(1))));
		return mails.stream().map(mail -> Text.bytes(mail, 32)).toList();
	}

	private int eraseCustomers(Connection connection, String address) throws SQLException {
		Set<String> ids = new TreeSet<>(Rows.list(connection, "SELECT customer FROM customer_address WHERE address = ?",
				List.of(address), row -> row.getString(1)));
		Rows.update(connection, "DELETE FROM customer_address WHERE address = ?", address);
		int erased = 0;
		for (Customer customer : CustomerRow.read(connection, ids).values()) {
			String id = customer.id();
			Rows.update(connection, "DELETE FROM customer_change WHERE customer = ?", id);
			Map<AddressKey, String> emails = CustomerRow.addresses(customer);
			emails.remove(new AddressKey(address));
			if (emails.isEmpty()) {
				Rows.update(connection, "DELETE FROM follow_up WHERE customer = ?", id);
				erased += SqlCustomerStore.delete(connection, database.dialect(), List.of(id));
			} else {
				Rows.update(connection, "UPDATE customer SET emails = ? WHERE id = ?",
						CustomerRow.emails(emails.values()), id);
			}
		}
		new WordIndex(connection, database.dialect()).erase(ids, address);
		return erased;
	}

	@Override
	public Optional<Tombstone> tombstone(AddressKey address) {
		return database.write(connection -> Rows.list(connection,
				"SELECT hash, reason, erased FROM tombstone WHERE hash = ?",
				List.of(hash(connection, address.value())),
				row -> new Tombstone(row.getString(1),
						row.getString(2) == null ? null : Words.REASON.of(row.getString(2)), Rows.instant(row, 3))))
				.stream().findFirst();
	}

	@Override
	public Removed removeOld(Instant mailsBefore, Instant eventsBefore, boolean dryRun) {
		long mails = mailsBefore.toEpochMilli();
		long events = eventsBefore.toEpochMilli();
		Removed removed = database.write(connection -> dryRun
				? new Removed(
						count(connection, "SELECT COUNT(*) FROM mail WHERE data IS NOT NULL AND received < ?", mails),
						count(connection, "SELECT COUNT(*) FROM event WHERE occurred < ?", events))
				: new Removed(Rows.update(connection,
						"UPDATE mail SET data = NULL, kept = 0 WHERE data IS NOT NULL AND received < ?", mails),
						removeEvents(connection, events)));
		if (!dryRun) {
			changed.run();
		}
		return removed;
	}

	/** How addresses stand and what was counted of campaigns stays, so what counts of an event does. */
	private static int removeEvents(Connection connection, long before) throws SQLException {
		Rows.update(connection, "INSERT INTO past_event (" + PAST + ") SELECT " + PAST
				+ " FROM event e WHERE occurred < ? AND NOT EXISTS (SELECT id FROM past_event p WHERE p.id = e.id)",
				before);
		return Rows.update(connection, "DELETE FROM event WHERE occurred < ?", before);
	}

	private static void markCampaigns(Connection connection, String address) throws SQLException {
		Set<String> campaigns = new TreeSet<>();
		for (String table : Histories.TABLES) {
			campaigns.addAll(Rows.list(connection, "SELECT DISTINCT campaign FROM " + table
					+ " WHERE address = ? AND campaign IS NOT NULL", List.of(address), row -> row.getString(1)));
		}
		CampaignRow.markDue(connection, campaigns);
	}

	private static long count(Connection connection, String sql, long parameter) throws SQLException {
		return Rows.list(connection, sql, List.of(parameter), row -> row.getLong(1)).getFirst();
	}

	private static String hash(Connection connection, String address) throws SQLException {
		List<byte[]> keys = Rows.list(connection, "SELECT content FROM secret WHERE name = ?", List.of(KEY),
				row -> row.getBytes(1));
		byte[] key = keys.isEmpty() ? newKey(connection) : keys.getFirst();
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return Text.hex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException | InvalidKeyException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}

	private static byte[] newKey(Connection connection) throws SQLException {
		byte[] key = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(key);
		Rows.update(connection, "INSERT INTO secret (name, content) VALUES (?, ?)", KEY, key);
		return key;
	}
}
