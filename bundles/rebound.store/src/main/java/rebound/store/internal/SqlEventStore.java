package rebound.store.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Verdict;
import rebound.store.AddResult;
import rebound.store.EventFilter;
import rebound.store.EventGroup;
import rebound.store.EventPage;
import rebound.store.EventStore;
import rebound.store.NewMail;
import rebound.store.ReadMark;
import rebound.store.StoredMail;

/** The tables of mails and events. */
final class SqlEventStore implements EventStore {
	private static final String SELECT = "SELECT " + EventRow.COLUMNS + " FROM event WHERE ";

	private final Database database;
	private final EventWriter writer;
	private final Runnable changed;

	SqlEventStore(Database database, Runnable changed) {
		this.database = database;
		this.writer = new EventWriter(database.dialect());
		this.changed = changed;
	}

	@Override
	public AddResult add(List<NewMail> mails) {
		if (mails.isEmpty()) {
			return new AddResult(List.of(), 0, 0, 0);
		}
		return write(mails, null);
	}

	@Override
	public AddResult add(List<NewMail> mails, ReadMark mark) {
		return write(mails, mark);
	}

	private AddResult write(List<NewMail> mails, ReadMark mark) {
		List<MailRow> rows = MailRow.of(mails);
		AddResult result = database.write(connection -> {
			AddResult added = writer.write(connection, rows);
			if (mark != null) {
				SqlMailboxStore.mark(connection, database.dialect(), mark);
			}
			return added;
		});
		changed.run();
		return result;
	}

	@Override
	public Set<String> known(Collection<String> mailHashes) {
		List<byte[]> hashes = mailHashes.stream().map(hash -> Text.bytes(hash, 32)).filter(Objects::nonNull).toList();
		return database.read(connection -> EventWriter.known(connection, hashes));
	}

	@Override
	public EventPage page(EventFilter filter) {
		List<BounceEvent> events = database.read(connection -> {
			Map<String, BounceEvent> found = new HashMap<>();
			List<byte[]> ids = database.dialect().walksForwardsOnly()
					? new DerbyPage(connection, filter).ids()
					: new EventQuery(filter).ids(connection);
			Rows.eachOf(connection, "SELECT " + EventRow.COLUMNS + " FROM " + Rows.byKey("event") + " WHERE id IN ",
					ids,
					row -> found.put(Text.hex(row.getBytes(1)), EventRow.read(row)));
			return ids.stream().map(id -> found.get(Text.hex(id))).filter(Objects::nonNull).toList();
		});
		if (events.size() <= filter.limit()) {
			return new EventPage(events, null);
		}
		List<BounceEvent> page = events.subList(0, filter.limit());
		return new EventPage(page, EventQuery.placeAfter(filter, page.getLast()));
	}

	@Override
	public long count(EventFilter filter) {
		EventQuery query = new EventQuery(filter);
		String sql = query.count();
		return database.read(connection -> Rows.list(connection, sql, query.parameters(), row -> row.getLong(1)))
				.getFirst();
	}

	@Override
	public List<EventGroup> groups(EventFilter filter, EventGroup.By by, ZoneOffset zone, int limit) {
		EventQuery query = new EventQuery(filter);
		String sql = query.groups(by, zone, limit);
		return database.read(connection -> Rows.list(connection, sql, query.parameters(), row -> {
			String of = by == EventGroup.By.DAY ? LocalDate.ofEpochDay(row.getLong(1)).toString() : row.getString(1);
			return new EventGroup(of == null ? "" : of, row.getLong(2), row.getLong(3), row.getLong(4));
		}));
	}

	@Override
	public void forEach(EventFilter filter, Consumer<BounceEvent> consumer) {
		EventQuery query = new EventQuery(filter);
		String sql = query.all();
		// an index gives events that are equal but for their id in any order
		List<BounceEvent> equal = new ArrayList<>();
		database.stream(connection -> Rows.each(connection, sql, query.parameters(), row -> {
			BounceEvent event = EventRow.read(row);
			if (!equal.isEmpty() && !query.areEqual(equal.getFirst(), event)) {
				handOver(equal, consumer);
			}
			equal.add(event);
		}));
		handOver(equal, consumer);
	}

	private static void handOver(List<BounceEvent> equal, Consumer<BounceEvent> consumer) {
		equal.sort(Comparator.comparing(BounceEvent::id));
		equal.forEach(consumer);
		equal.clear();
	}

	@Override
	public Optional<BounceEvent> find(String id) {
		byte[] key = Text.bytes(id, 16);
		return key == null ? Optional.empty() : list("id = ?", key).stream().findFirst();
	}

	@Override
	public List<BounceEvent> ofAddress(AddressKey address) {
		return list("address = ? ORDER BY occurred DESC, id", address.value());
	}

	@Override
	public Optional<StoredMail> mail(String mailHash) {
		byte[] key = Text.bytes(mailHash, 32);
		if (key == null) {
			return Optional.empty();
		}
		List<StoredMail> found = new ArrayList<>();
		database.read(connection -> {
			found.clear();
			Rows.each(connection, "SELECT data, kept, size FROM mail WHERE hash = ?", List.of(key), row -> {
				byte[] data = row.getBytes(1);
				byte[] raw = data == null ? null : MailRow.unpack(data, row.getInt(2));
				if (raw != null) {
					found.add(new StoredMail(mailHash, raw, row.getLong(3)));
				}
			});
			return null;
		});
		return found.stream().findFirst();
	}

	@Override
	public int assign(Collection<String> eventIds, String campaignId) {
		int count = database.write(connection -> writer.assign(connection, eventIds, campaignId));
		changed.run();
		return count;
	}

	@Override
	public int relabel(Map<String, Verdict> verdicts) {
		int count = database.write(connection -> writer.relabel(connection, verdicts));
		changed.run();
		return count;
	}

	private List<BounceEvent> list(String condition, Object parameter) {
		return database
				.read(connection -> Rows.list(connection, SELECT + condition, List.of(parameter), EventRow::read));
	}
}
