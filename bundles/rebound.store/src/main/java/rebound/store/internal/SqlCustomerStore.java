package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.store.CustomerStore;

/** The tables of customers, their addresses and the words they are found by. */
final class SqlCustomerStore implements CustomerStore {
	private static final int CHUNK = 1_000;
	private static final int LONGEST_ID = 200;
	private static final int SHORTEST_PART = 3;

	private static final int WORTH_TWO_THREADS = 100;

	private final Database database;
	private final Runnable changed;

	SqlCustomerStore(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public SaveResult save(Collection<Customer> customers) {
		TreeMap<String, Customer> wanted = new TreeMap<>();
		for (Customer customer : customers) {
			if (customer.id() == null || customer.id().isBlank() || customer.id().length() > LONGEST_ID) {
				throw new IllegalArgumentException("customer id: " + customer.id());
			}
			wanted.put(customer.id(), CustomerRow.stored(customer,
					List.copyOf(CustomerRow.addresses(customer).values())));
		}
		SaveResult result = database.write(connection -> save(connection, wanted));
		changed.run();
		return result;
	}

	private SaveResult save(Connection connection, TreeMap<String, Customer> wanted) throws SQLException {
		Map<String, Customer> known = CustomerRow.read(connection, wanted.keySet());
		List<Customer> written = wanted.values().stream()
				.filter(customer -> !customer.equals(known.get(customer.id()))).toList();
		List<String> replaced = written.stream().map(Customer::id).filter(known::containsKey).toList();
		// Half of the work is words: where nobody else writes, another thread does it, in a transaction that ends first.
		// Words that stay behind when this one fails find nobody, and go at the next try.
		if (database.dialect().isSingleWriter() && written.size() >= WORTH_TWO_THREADS) {
			FutureTask<Integer> words = new FutureTask<>(() -> database.read(other -> {
				try (Statement lock = other.createStatement()) {
					lock.execute("LOCK TABLE customer_word IN EXCLUSIVE MODE");
				}
				return writeWords(other, written);
			}));
			Thread.ofPlatform().name("customer words").start(words);
			try {
				write(connection, written, replaced, known);
			} finally {
				await(words);
			}
		} else {
			write(connection, written, replaced, known);
			writeWords(connection, written);
		}
		return new SaveResult(written.size() - replaced.size(), replaced.size(), wanted.size() - written.size());
	}

	private static void await(FutureTask<?> words) {
		boolean interrupted = false;
		while (true) {
			try {
				words.get();
				break;
			} catch (InterruptedException stopped) {
				interrupted = true;
			} catch (ExecutionException failed) {
				throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static void write(Connection connection, List<Customer> written, List<String> replaced,
			Map<String, Customer> known) throws SQLException {
		Set<String> addresses = new TreeSet<>();
		for (String id : replaced) {
			CustomerRow.addresses(known.get(id)).keySet().forEach(key -> addresses.add(key.value()));
		}
		deleteRows(connection, replaced);
		try (PreparedStatement customer = connection.prepareStatement(CustomerRow.INSERT);
				PreparedStatement address = connection.prepareStatement("INSERT INTO customer_address "
						+ "(address, customer, domain, email, position) VALUES (?, ?, ?, ?, ?)")) {
			for (Customer next : written) {
				CustomerRow.write(customer, next);
				customer.addBatch();
				int position = 0;
				for (Map.Entry<AddressKey, String> entry : CustomerRow.addresses(next).entrySet()) {
					Rows.set(address, List.of(entry.getKey().value(), next.id(), entry.getKey().domain(),
							entry.getValue(), position++));
					address.addBatch();
					addresses.add(entry.getKey().value());
				}
			}
			customer.executeBatch();
			address.executeBatch();
		}
		// a customer may have become protected
		StandingRow.markKnownDue(connection, addresses);
	}

	private static int writeWords(Connection connection, List<Customer> written) throws SQLException {
		deleteWords(connection, written.stream().map(Customer::id).toList());
		TreeMap<String, List<String>> words = new TreeMap<>();
		for (Customer next : written) {
			CustomerWords.of(next)
					.forEach(text -> words.computeIfAbsent(text, none -> new ArrayList<>()).add(next.id()));
		}
		try (PreparedStatement word = connection
				.prepareStatement("INSERT INTO customer_word (word, customer) VALUES (?, ?)")) {
			// in the index's order, so that its pages are read and written once
			for (Map.Entry<String, List<String>> entry : words.entrySet()) {
				for (String id : entry.getValue()) {
					Rows.set(word, List.of(entry.getKey(), id));
					word.addBatch();
				}
			}
			return word.executeBatch().length;
		}
	}

	static int delete(Connection connection, Collection<String> ids) throws SQLException {
		deleteWords(connection, ids);
		return deleteRows(connection, ids);
	}

	private static void deleteWords(Connection connection, Collection<String> ids) throws SQLException {
		try (PreparedStatement word = connection.prepareStatement("DELETE FROM customer_word WHERE customer = ?")) {
			for (String id : ids) {
				word.setString(1, id);
				word.executeUpdate();
			}
		}
	}

	private static int deleteRows(Connection connection, Collection<String> ids) throws SQLException {
		int deleted = 0;
		try (PreparedStatement customer = connection.prepareStatement("DELETE FROM customer WHERE id = ?");
				PreparedStatement address = connection
						.prepareStatement("DELETE FROM customer_address WHERE customer = ?")) {
			for (String id : ids) {
				address.setString(1, id);
				address.executeUpdate();
				customer.setString(1, id);
				deleted += customer.executeUpdate();
			}
		}
		return deleted;
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
	public List<Customer> byDomain(String domain, int limit) {
		return database.read(connection -> ofIds(connection, Rows.list(connection,
				"SELECT DISTINCT customer FROM customer_address WHERE domain = ? ORDER BY customer "
						+ "FETCH FIRST ? ROWS ONLY",
				List.of(domain, limit), row -> row.getString(1))));
	}

	@Override
	public List<Customer> search(String text, int limit) {
		List<String> words = List.copyOf(CustomerWords.typed(text));
		if (words.isEmpty()) {
			return text.isBlank() ? after("", limit) : List.of();
		}
		return database.read(connection -> {
			Set<String> ids = new LinkedHashSet<>(beginnings(connection, words, limit));
			boolean longEnough = words.stream().allMatch(word -> word.length() >= SHORTEST_PART);
			if (ids.size() < limit && longEnough) {
				ids.addAll(parts(connection, words, limit));
			}
			return ofIds(connection, ids.stream().limit(limit).toList());
		});
	}

	/** Customers that have a word beginning with each of the words typed. */
	private static List<String> beginnings(Connection connection, List<String> words, int limit) throws SQLException {
		StringBuilder sql = new StringBuilder("SELECT DISTINCT w0.customer FROM customer_word w0");
		StringBuilder where = new StringBuilder();
		List<Object> parameters = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			if (i > 0) {
				sql.append(" JOIN customer_word w").append(i).append(" ON w").append(i)
						.append(".customer = w0.customer");
			}
			where.append(i == 0 ? " WHERE " : " AND ").append("w").append(i).append(".word >= ? AND w").append(i)
					.append(".word < ?");
			parameters.add(words.get(i));
			parameters.add(EventQuery.behind(words.get(i)));
		}
		parameters.add(limit);
		return Rows.list(connection, sql + where.toString() + " ORDER BY w0.customer FETCH FIRST ? ROWS ONLY",
				parameters, row -> row.getString(1));
	}

	private static List<String> parts(Connection connection, List<String> words, int limit) throws SQLException {
		List<Object> parameters = new ArrayList<>();
		words.forEach(word -> parameters.add("%" + Text.likePart(word) + "%"));
		parameters.add(limit);
		return Rows.list(connection, "SELECT id FROM customer WHERE "
				+ String.join(" AND ", words.stream().map(word -> "search LIKE ? ESCAPE '!'").toList())
				+ " ORDER BY id FETCH FIRST ? ROWS ONLY", parameters, row -> row.getString(1));
	}

	@Override
	public void forEach(Consumer<Customer> consumer) {
		String last = "";
		while (true) {
			List<Customer> chunk = after(last, CHUNK);
			if (chunk.isEmpty()) {
				return;
			}
			chunk.forEach(consumer);
			last = chunk.getLast().id();
		}
	}

	private List<Customer> after(String id, int limit) {
		List<String> ids = idsAfter(id, limit);
		return database.read(connection -> ofIds(connection, ids));
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
		int removed = database.write(connection -> delete(connection, new TreeSet<>(ids)));
		changed.run();
		return removed;
	}

	private static List<Customer> ofIds(Connection connection, List<String> ids) throws SQLException {
		Map<String, Customer> customers = CustomerRow.read(connection, ids);
		return ids.stream().map(customers::get).filter(Objects::nonNull).toList();
	}
}
