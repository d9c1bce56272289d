package rebound.store.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import rebound.model.Customer;
import rebound.store.internal.Dialect.Conflict;

/**
 * Finds customers by their words. The words of the customers that are saved together are a segment, which is never
 * changed: who is saved again has words in a new one, and the old ones are of the past. When too many segments have few
 * customers left, these move to a new one.
 */
final class WordIndex {

	/** The most customers of a segment. */
	static final int MOST = 4_000;
	private static final int FEW = MOST / 2;
	/** So many segments may have few customers. */
	private static final int SOME = 16;

	private final Connection connection;
	private final Dialect dialect;

	WordIndex(Connection connection, Dialect dialect) {
		this.connection = connection;
		this.dialect = dialect;
	}

	/** Customers whose words are worked out on another processor, while the caller stores what else they have. */
	record Segment(byte[] id, List<Customer> customers, CompletableFuture<List<WordBlocks.Block>> blocks) {

		/** @param customers sorted by id */
		static List<Segment> of(List<Customer> customers) {
			List<Segment> segments = new ArrayList<>();
			for (int from = 0; from < customers.size(); from += MOST) {
				List<Customer> some = customers.subList(from, Math.min(customers.size(), from + MOST));
				UUID random = UUID.randomUUID();
				byte[] id = ByteBuffer.allocate(2 * Long.BYTES).putLong(random.getMostSignificantBits())
						.putLong(random.getLeastSignificantBits()).array();
				segments.add(new Segment(id, some, CompletableFuture
						.supplyAsync(() -> WordBlocks.of(some.stream().map(CustomerWords::of).toList()))));
			}
			return segments;
		}
	}

	void add(List<Segment> segments) throws SQLException {
		try (RowBatch segment = dialect.insert(connection, "word_segment", "id, first_customer, live, customers",
				Conflict.LEAVE);
				RowBatch block = dialect.insert(connection, "word_block", "segment, last_word, content",
						Conflict.LEAVE)) {
			for (Segment next : segments) {
				segment.bytes(1, next.id);
				segment.text(2, next.customers.getFirst().id());
				segment.number(3, next.customers.size());
				segment.bytes(4, written(next.customers));
				segment.add();
				for (WordBlocks.Block words : next.blocks.join()) {
					block.bytes(1, next.id);
					block.bytes(2, words.last());
					block.bytes(3, words.content());
					block.add();
				}
			}
			segment.execute();
			block.execute();
		}
	}

	/** To be called before customers are replaced or removed: their words are of the past. */
	void forget(Collection<String> ids) throws SQLException {
		TreeMap<String, Integer> gone = new TreeMap<>();
		Rows.eachOf(connection, "SELECT DISTINCT id, segment FROM " + Rows.byKey("customer") + " WHERE id IN ", ids,
				row -> {
					if (row.getBytes(2) != null) {
						gone.merge(Text.hex(row.getBytes(2)), 1, Integer::sum);
					}
				});
		try (PreparedStatement update = connection
				.prepareStatement("UPDATE word_segment SET live = live - ? WHERE id = ?")) {
			for (Map.Entry<String, Integer> segment : gone.entrySet()) {
				update.setInt(1, segment.getValue());
				update.setBytes(2, Text.bytes(segment.getKey(), 16));
				update.executeUpdate();
			}
		}
	}

	/** Puts together the segments that have few customers left, when they are too many. */
	void tidy() throws SQLException {
		List<byte[]> few = new ArrayList<>();
		List<byte[]> empty = new ArrayList<>();
		Rows.each(connection, "SELECT id, live FROM " + Rows.using("word_segment", "word_segment_live")
				+ " WHERE live < ?", List.of(FEW), row -> (row.getInt(2) > 0 ? few : empty).add(row.getBytes(1)));
		remove(empty);
		if (few.size() > SOME) {
			rewrite(few);
		}
	}

	/** Leaves no word of customers that were erased or lost an address, nor that address where it is of the past. */
	void erase(Collection<String> ids, String address) throws SQLException {
		Set<String> erased = new HashSet<>(ids);
		byte[] text = address.getBytes(StandardCharsets.UTF_8);
		List<byte[]> concerned = new ArrayList<>();
		for (byte[] segment : Rows.list(connection, "SELECT id FROM word_segment", List.of(), row -> row.getBytes(1))) {
			if (customers(segment).stream().anyMatch(erased::contains) || !beginnings(segment, text).isEmpty()) {
				concerned.add(segment);
			}
		}
		rewrite(concerned);
	}

	/** Gives words to the customers of an older version, whose addresses were in their own table only. */
	void fill() throws SQLException {
		Map<String, List<String>> emails = new LinkedHashMap<>();
		Rows.each(connection, "SELECT customer, email FROM customer_address ORDER BY customer, position", List.of(),
				row -> emails.computeIfAbsent(row.getString(1), id -> new ArrayList<>(1)).add(row.getString(2)));
		try (PreparedStatement update = connection.prepareStatement("UPDATE customer SET emails = ? WHERE id = ?")) {
			for (Map.Entry<String, List<String>> customer : emails.entrySet()) {
				update.setString(1, CustomerRow.emails(customer.getValue()));
				update.setString(2, customer.getKey());
				update.executeUpdate();
			}
		}
		List<String> ids = Rows.list(connection, "SELECT id FROM customer ORDER BY id", List.of(),
				row -> row.getString(1));
		for (int from = 0; from < ids.size(); from += MOST) {
			move(ids.subList(from, Math.min(ids.size(), from + MOST)));
		}
	}

	private void rewrite(List<byte[]> segments) throws SQLException {
		List<String> living = new ArrayList<>();
		for (byte[] segment : segments) {
			living.addAll(living(segment, customers(segment)));
		}
		remove(segments);
		for (int from = 0; from < living.size(); from += MOST) {
			move(living.subList(from, Math.min(living.size(), from + MOST)));
		}
	}

	private void move(List<String> ids) throws SQLException {
		List<Segment> segments = Segment
				.of(List.copyOf(new TreeMap<>(CustomerRow.read(connection, ids)).values()));
		try (PreparedStatement update = connection.prepareStatement("UPDATE customer SET segment = ? WHERE id = ?")) {
			for (Segment segment : segments) {
				for (Customer customer : segment.customers) {
					update.setBytes(1, segment.id);
					update.setString(2, customer.id());
					update.addBatch();
				}
			}
			update.executeBatch();
		}
		add(segments);
	}

	private void remove(List<byte[]> segments) throws SQLException {
		for (byte[] segment : segments) {
			Rows.update(connection, "DELETE FROM word_block WHERE segment = ?", segment);
			Rows.update(connection, "DELETE FROM word_segment WHERE id = ?", segment);
		}
	}

	/**
	 * Searches.
	 *
	 * @param words folded as the words of customers are; all must match
	 * @param parts whether any part of a word matches, or its beginning only
	 * @return ids of customers, at most the limit
	 */
	Set<String> search(Collection<String> words, boolean parts, int limit) throws SQLException {
		List<byte[]> texts = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
		List<byte[]> segments = Rows.list(connection, "SELECT id FROM "
				+ Rows.using("word_segment", "word_segment_order") + " WHERE live > 0 ORDER BY first_customer, id",
				List.of(), row -> row.getBytes(1));
		Set<String> found = new LinkedHashSet<>();
		for (byte[] segment : segments) {
			BitSet matching = null;
			for (byte[] text : texts) {
				BitSet customers = parts ? parts(segment, text) : beginnings(segment, text);
				if (matching == null) {
					matching = customers;
				} else {
					matching.and(customers);
				}
				if (matching.isEmpty()) {
					break;
				}
			}
			if (matching != null && !matching.isEmpty()) {
				List<String> ids = customers(segment);
				addLiving(segment, matching.stream().mapToObj(ids::get).toList(), limit, found);
			}
			if (found.size() >= limit) {
				break;
			}
		}
		return found;
	}

	/** One letter matches thousands; whether they are of the past is asked of no more than are wanted. */
	private void addLiving(byte[] segment, List<String> ids, int limit, Set<String> found) throws SQLException {
		for (int from = 0; from < ids.size() && found.size() < limit; from += limit) {
			found.addAll(living(segment, ids.subList(from, Math.min(ids.size(), from + limit))));
		}
	}

	private BitSet beginnings(byte[] segment, byte[] text) throws SQLException {
		BitSet customers = new BitSet();
		Rows.until(connection, "SELECT content FROM " + Rows.byKey("word_block")
				+ " WHERE segment = ? AND last_word >= ? ORDER BY segment, last_word", List.of(segment, text),
				row -> new WordBlocks.Reader(row.getBytes(1)).beginnings(text, customers));
		return customers;
	}

	private BitSet parts(byte[] segment, byte[] text) throws SQLException {
		BitSet customers = new BitSet();
		Rows.each(connection, "SELECT content FROM " + Rows.byKey("word_block") + " WHERE segment = ?",
				List.of(segment), row -> new WordBlocks.Reader(row.getBytes(1)).parts(text, customers));
		return customers;
	}

	/** @return those of the customers whose words in this segment are not of the past, in order */
	private List<String> living(byte[] segment, List<String> ids) throws SQLException {
		Map<String, String> segments = new HashMap<>();
		Rows.eachOf(connection, "SELECT id, segment FROM " + Rows.byKey("customer") + " WHERE id IN ", ids,
				row -> segments.put(row.getString(1), Text.hex(row.getBytes(2))));
		return ids.stream().filter(id -> Text.hex(segment).equals(segments.get(id))).toList();
	}

	private List<String> customers(byte[] segment) throws SQLException {
		return Rows.list(connection, "SELECT customers FROM word_segment WHERE id = ?", List.of(segment),
				row -> read(row.getBytes(1))).stream().flatMap(List::stream).toList();
	}

	private static byte[] written(List<Customer> customers) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			for (Customer customer : customers) {
				out.writeUTF(customer.id());
			}
		} catch (IOException inMemory) {
			throw new UncheckedIOException(inMemory);
		}
		return bytes.toByteArray();
	}

	private static List<String> read(byte[] customers) {
		List<String> ids = new ArrayList<>();
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(customers))) {
			while (in.available() > 0) {
				ids.add(in.readUTF());
			}
		} catch (IOException damaged) {
			throw new UncheckedIOException(damaged);
		}
		return ids;
	}
}
