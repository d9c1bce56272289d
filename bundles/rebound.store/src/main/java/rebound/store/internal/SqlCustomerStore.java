package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.store.CustomerStore;
import rebound.store.internal.Dialect.Conflict;

/** The tables of customers, their addresses and the words they are found by. */
final class SqlCustomerStore implements CustomerStore {

	private static final int CHUNK = 1_000;
	private static final int LONGEST_ID = 200;
	private static final int SHORTEST_PART = 3;

	/** Whose an address is, and how the customer data write it. */
	private record Owner(String customer, String email, int position) {
	}

	private final Database database;
	private final Runnable changed;

	SqlCustomerStore(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public SaveResult save(Collection<Customer> customers) {
		return save(customers, false);
	}

	@Override
	public SaveResult add(Collection<Customer> customers) {
		return save(customers, true);
	}

	private SaveResult save(Collection<Customer> customers, boolean isNew) {
		TreeMap<String, Customer> wanted = new TreeMap<>();
		for (Customer customer : customers) {
			if (customer.id() == null || customer.id().isBlank() || customer.id().length() > LONGEST_ID) {
				throw new IllegalArgumentException("customer id: " + customer.id());
			}
			wanted.put(customer.id(), CustomerRow.stored(customer,
					List.copyOf(CustomerRow.addresses(customer).values())));
		}
		SaveResult result = database.write(connection -> save(connection, wanted,
				isNew ? Map.of() : CustomerRow.read(connection, wanted.keySet())));
		changed.run();
		return result;
	}

	private SaveResult save(Connection connection, TreeMap<String, Customer> wanted, Map<String, Customer> known)
			throws SQLException {
		List<Customer> written = wanted.values().stream()
				.filter(customer -> !customer.equals(known.get(customer.id()))).toList();
		List<WordIndex.Segment> segments = WordIndex.Segment.of(written);
		List<Customer> replaced = written.stream().map(Customer::id).map(known::get).filter(Objects::nonNull).toList();
		WordIndex words = new WordIndex(connection, database.dialect());
		words.forget(replaced.stream().map(Customer::id).toList());
		Set<String> addresses = deleteRows(connection, replaced);
		write(connection, segments, addresses);
		words.add(segments);
		words.tidy();
		// a customer may have become protected
		StandingRow.markKnownDue(connection, StandingRow.known(connection, addresses));
		return new SaveResult(written.size() - replaced.size(), replaced.size(), wanted.size() - written.size());
	}

	private void write(Connection connection, List<WordIndex.Segment> segments, Set<String> addresses)
			throws SQLException {
		// in the order of their index, which is larger than memory, so that its pages are read and written once
		TreeMap<AddressKey, List<Owner>> owners = new TreeMap<>();
		try (RowBatch insert = database.dialect().insert(connection, "customer", CustomerRow.COLUMNS + ", segment",
				Conflict.LEAVE)) {
			for (WordIndex.Segment segment : segments) {
				for (Customer next : segment.customers()) {
					CustomerRow.write(insert, next, segment.id());
					int position = 0;
					for (Map.Entry<AddressKey, String> entry : CustomerRow.addresses(next).entrySet()) {
						owners.computeIfAbsent(entry.getKey(), none -> new ArrayList<>(1))
								.add(new Owner(next.id(), entry.getValue(), position++));
					}
				}
			}
			insert.execute();
		}
		try (RowBatch insert = database.dialect().insert(connection, "customer_address",
				"address, customer, domain, email, position", Conflict.LEAVE)) {
			for (Map.Entry<AddressKey, List<Owner>> entry : owners.entrySet()) {
				addresses.add(entry.getKey().value());
				for (Owner owner : entry.getValue()) {
					insert.text(1, entry.getKey().value());
					insert.text(2, owner.customer);
					insert.text(3, entry.getKey().domain());
					insert.text(4, owner.email);
					insert.number(5, owner.position);
					insert.add();
				}
			}
			insert.execute();
		}
	}

	static int delete(Connection connection, Dialect dialect, Collection<String> ids) throws SQLException {
		List<Customer> known = ofIds(connection, List.copyOf(ids));
		WordIndex words = new WordIndex(connection, dialect);
		words.forget(ids);
		deleteRows(connection, known);
		words.tidy();
		return known.size();
	}

	/** @return the addresses of the customers deleted */
	private static Set<String> deleteRows(Connection connection, List<Customer> customers) throws SQLException {
		Set<String> addresses = new TreeSet<>();
		try (PreparedStatement row = connection.prepareStatement("DELETE FROM customer WHERE id = ?");
				PreparedStatement address = connection
						.prepareStatement("DELETE FROM customer_address WHERE address = ? AND customer = ?")) {
			for (Customer customer : customers) {
				for (AddressKey key : CustomerRow.addresses(customer).keySet()) {
					Rows.set(address, List.of(key.value(), customer.id()));
					address.addBatch();
					addresses.add(key.value());
				}
				row.setString(1, customer.id());
				row.addBatch();
			}
			address.executeBatch();
			row.executeBatch();
		}
		return addresses;
	}

	@Override
	public Optional<Customer> find(String id) {
		return database.read(connection -> ofIds(connection, List.of(id))).stream().findFirst();
	}

	@Override
	public List<Customer> byAddress(AddressKey address) {
		return database.read(connection -> ofIds(connection,
				Rows.list(connection, "SELECT customer FROM customer_address WHERE address = ? ORDER BY customer",
						List.of(address.value()), row -> row.getString(1))));
	}

	@Override
	public Map<AddressKey, String> owners(Collection<AddressKey> addresses) {
		return database.read(connection -> {
			Map<AddressKey, String> owners = new HashMap<>();
			Rows.eachOf(connection,
					"SELECT address, customer FROM " + Rows.byKey("customer_address") + " WHERE address IN ",
					addresses.stream().map(AddressKey::value).sorted().toList(),
					row -> owners.merge(new AddressKey(row.getString(1)), row.getString(2),
							(one, other) -> one.compareTo(other) <= 0 ? one : other));
			return owners;
		});
	}

	@Override
	public List<Customer> byDomain(String domain, int limit) {
		return database.read(connection -> ofIds(connection, Rows.list(connection,
				"SELECT DISTINCT customer FROM customer_address WHERE domain = ? ORDER BY customer "
						+ "FETCH FIRST ? ROWS ONLY",
				List.of(domain, limit), row -> row.getString(1))));
	}

	@Override
	public Map<String, Integer> domains(int atLeast) {
		return database.read(connection -> {
			Map<String, Integer> counts = new HashMap<>();
			Rows.list(connection,
					"SELECT domain, COUNT(*) FROM customer_address GROUP BY domain HAVING COUNT(*) >= ?",
					List.of(atLeast), row -> counts.put(row.getString(1), row.getInt(2)));
			return counts;
		});
	}

	@Override
	public List<Customer> search(String text, int limit) {
		List<String> words = List.copyOf(CustomerWords.typed(text));
		if (words.isEmpty()) {
			return text.isBlank() ? database.read(connection -> ofIds(connection, idsAfter("", limit))) : List.of();
		}
		return database.read(connection -> {
			WordIndex index = new WordIndex(connection, database.dialect());
			Set<String> ids = index.search(words, false, limit);
			boolean longEnough = words.stream().allMatch(word -> word.length() >= SHORTEST_PART);
			if (ids.size() < limit && longEnough) {
				ids.addAll(index.search(words, true, limit));
			}
			return ofIds(connection, ids.stream().limit(limit).toList());
		});
	}

	@Override
	public void forEach(Consumer<Customer> consumer) {
		database.stream(connection -> Rows.each(connection,
				"SELECT " + CustomerRow.COLUMNS + " FROM " + Rows.byKey("customer") + " ORDER BY id", List.of(),
				row -> consumer.accept(CustomerRow.read(row))));
	}

	private List<String> idsAfter(String id, int limit) {
		return database.read(connection -> Rows.list(connection,
				"SELECT id FROM customer WHERE id > ? ORDER BY id FETCH FIRST ? ROWS ONLY", List.of(id, limit),
				row -> row.getString(1)));
	}

	@Override
	public void forEachId(Consumer<String> consumer) {
		for (List<String> chunk = idsAfter("", CHUNK); !chunk.isEmpty(); chunk = idsAfter(chunk.getLast(), CHUNK)) {
			chunk.forEach(consumer);
		}
	}

	@Override
	public long count() {
		return database.read(connection -> Rows.list(connection, "SELECT COUNT(*) FROM customer", List.of(),
				row -> row.getLong(1))).getFirst();
	}

	@Override
	public int remove(Collection<String> ids) {
		int removed = database.write(connection -> delete(connection, database.dialect(), new TreeSet<>(ids)));
		changed.run();
		return removed;
	}

	private static List<Customer> ofIds(Connection connection, List<String> ids) throws SQLException {
		Map<String, Customer> customers = CustomerRow.read(connection, ids);
		return ids.stream().map(customers::get).filter(Objects::nonNull).toList();
	}
}
