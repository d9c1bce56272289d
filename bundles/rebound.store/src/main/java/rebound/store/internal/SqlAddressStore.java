package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Decision;
import rebound.model.DomainAnswer;
import rebound.model.Judgement;
import rebound.model.LifeSign;
import rebound.model.Standing;
import rebound.store.AddressRow;
import rebound.store.AddressStore;

/** The tables of addresses and their signs of life. */
final class SqlAddressStore implements AddressStore {
	private static final int CHUNK = 2_000;
	private static final Duration LOOK_AGAIN = Duration.ofDays(1);
	private static final String SELECT = "SELECT " + StandingRow.COLUMNS + " FROM address";

	private final Database database;
	private final Runnable changed;

	SqlAddressStore(Database database, Runnable changed) {
		this.database = database;
		this.changed = changed;
	}

	@Override
	public AddressHistory history(AddressKey address) {
		return database.read(connection -> Histories.of(connection, address.value()).read(connection,
				List.of(address.value())))
				.getFirst();
	}

	@Override
	public Optional<Standing> standing(AddressKey address) {
		return database.read(connection -> Rows.list(connection, SELECT + " WHERE address = ?",
				List.of(address.value()), StandingRow::read)).stream().findFirst();
	}

	@Override
	public Map<AddressKey, Standing> standings(Collection<AddressKey> addresses) {
		Set<String> keys = addresses.stream().map(AddressKey::value).collect(Collectors.toCollection(TreeSet::new));
		return database.read(connection -> {
			Map<AddressKey, Standing> found = new HashMap<>();
			Rows.eachOf(connection,
					"SELECT " + StandingRow.COLUMNS + " FROM " + Rows.byKey("address") + " WHERE address IN ", keys,
					row -> {
						Standing standing = StandingRow.read(row);
						found.put(standing.address(), standing);
					});
			return found;
		});
	}

	@Override
	public Map<Standing.State, Long> counts() {
		return database.read(connection -> {
			Map<Standing.State, Long> counts = new EnumMap<>(Standing.State.class);
			Rows.each(connection, "SELECT state, COUNT(*) FROM address GROUP BY state", List.of(),
					row -> counts.merge(Words.STATE.of(row.getString(1)), row.getLong(2), Long::sum));
			return counts;
		});
	}

	@Override
	public List<Standing> page(StandingFilter filter) {
		List<Object> parameters = new ArrayList<>();
		String sql = SELECT + where(filter, parameters) + order(filter) + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
		parameters.add(filter.offset());
		parameters.add(filter.limit());
		return database.read(connection -> Rows.list(connection, sql, parameters, StandingRow::read));
	}

	@Override
	public void forEach(StandingFilter filter, Consumer<Standing> consumer) {
		List<Object> parameters = new ArrayList<>();
		String sql = SELECT + where(filter, parameters) + order(filter);
		database.stream(connection -> Rows.each(connection, sql, parameters,
				row -> consumer.accept(StandingRow.read(row))));
	}

	private static String where(StandingFilter filter, List<Object> parameters) {
		List<String> conditions = new ArrayList<>();
		if (!filter.states().isEmpty()) {
			conditions.add("state IN (" + Rows.marks(filter.states().size()) + ")");
			filter.states().forEach(state -> parameters.add(state.id()));
		}
		if (filter.text() != null && !filter.text().isBlank()) {
			conditions.add("address LIKE ? ESCAPE '!'");
			String text = Text.clean(filter.text().strip().toLowerCase(Locale.ROOT), 320);
			parameters.add("%" + Text.likePart(text) + "%");
		}
		return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
	}

	private static String order(StandingFilter filter) {
		String column = filter.order().name().toLowerCase(Locale.ROOT);
		String direction = filter.ascending() ? "" : " DESC";
		return " ORDER BY " + column + direction + (column.equals("address") ? "" : ", address");
	}

	@Override
	public int judgeDue(Instant now, Function<AddressHistory, Judgement> judge) {
		int judged = 0;
		Histories known = null;
		while (true) {
			Map<String, Integer> revisions = database.read(connection -> due(connection, now));
			if (revisions.isEmpty()) {
				break;
			}
			Histories histories = known == null ? database.read(Histories::ofAll) : known;
			known = histories;
			List<Judgement> judgements = read(histories, revisions.keySet()).stream().map(judge).toList();
			database.write(connection -> keep(connection, judgements, revisions, now));
			judged += judgements.size();
		}
		if (judged > 0) {
			changed.run();
		}
		return judged;
	}

	private List<AddressHistory> read(Histories histories, Set<String> addresses) {
		List<AddressHistory> read = database.read(connection -> histories.read(connection, addresses));
		Set<String> suspects = LogTwins.suspects(read);
		if (suspects.isEmpty() || database.write(connection -> LogTwins.join(connection, suspects)) == 0) {
			return read;
		}
		return database.read(connection -> histories.read(connection, addresses));
	}

	private static Map<String, Integer> due(Connection connection, Instant now) throws SQLException {
		Map<String, Integer> due = new TreeMap<>();
		Rows.each(connection, "SELECT address, revision FROM address WHERE due <= ? FETCH FIRST " + CHUNK
				+ " ROWS ONLY", List.of(now.toEpochMilli()), row -> due.put(row.getString(1), row.getInt(2)));
		return due;
	}

	/** Campaigns that become known later may clear what counts, and scores fade: such addresses are looked at daily. */
	private static Instant due(Standing standing, Instant now) {
		Instant review = standing.reviewAt();
		boolean counts = standing.state() != Standing.State.ACTIVE && standing.state() != Standing.State.BLOCKED;
		Instant soon = now.plus(LOOK_AGAIN);
		if (review == null) {
			return counts ? soon : null;
		}
		return review.isAfter(now) && (!counts || review.isBefore(soon)) ? review : soon;
	}

	private Void keep(Connection connection, List<Judgement> judgements, Map<String, Integer> revisions, Instant now)
			throws SQLException {
		List<Decision> decisions = new ArrayList<>();
		try (PreparedStatement update = connection.prepareStatement(StandingRow.UPDATE)) {
			for (Judgement judgement : judgements) {
				Standing standing = judgement.standing();
				StandingRow.update(update, standing, due(standing, now), revisions.get(standing.address().value()));
				update.addBatch();
				if (judgement.decision() != null) {
					decisions.add(judgement.decision());
				}
			}
			update.executeBatch();
		}
		DecisionRow.add(connection, database.dialect(), decisions);
		return null;
	}

	@Override
	public void judgeAllAgain() {
		database.write(connection -> Rows.update(connection, "UPDATE address SET due = 0, revision = revision + 1"));
		changed.run();
	}

	@Override
	public void forEachHistory(Consumer<AddressHistory> consumer) {
		Histories histories = database.read(Histories::ofAll);
		AddressCursor cursor = new AddressCursor();
		for (List<String> chunk = next(cursor); !chunk.isEmpty(); chunk = next(cursor)) {
			List<String> addresses = chunk;
			database.read(connection -> histories.read(connection, addresses)).forEach(consumer);
		}
	}

	@Override
	public void addLifeSigns(Collection<LifeSign> signs) {
		database.write(connection -> {
			addLifeSigns(connection, signs);
			return null;
		});
		changed.run();
	}

	private void addLifeSigns(Connection connection, Collection<LifeSign> signs) throws SQLException {
		Set<String> addresses = new TreeSet<>();
		signs.forEach(sign -> addresses.add(sign.address().value()));
		Set<List<Object>> known = new HashSet<>();
		Rows.eachOf(connection, "SELECT address, kind, happened FROM " + Rows.byKey("life_sign") + " WHERE address IN ",
				addresses,
				row -> known.add(List.of(row.getString(1), row.getString(2), row.getLong(3))));
		String sql = "INSERT INTO life_sign (address, kind, happened, source) VALUES (?, ?, ?, ?)"
				+ database.dialect().onConflict(Dialect.Conflict.LEAVE);
		try (PreparedStatement insert = connection.prepareStatement(sql)) {
			for (LifeSign sign : signs) {
				if (known.add(List.of(sign.address().value(), sign.kind().id(), sign.at().toEpochMilli()))) {
					insert.setString(1, sign.address().value());
					insert.setString(2, sign.kind().id());
					Rows.set(insert, 3, sign.at());
					insert.setString(4, Text.clean(sign.source(), 200));
					insert.addBatch();
				}
			}
			insert.executeBatch();
		}
		StandingRow.markDue(connection, database.dialect(), addresses);
	}

	@Override
	public void addDomainAnswers(Collection<DomainAnswer> answers, Collection<AddressKey> concerned) {
		database.write(connection -> {
			DomainRows.add(connection, database.dialect(), answers);
			StandingRow.markKnownDue(connection,
					concerned.stream().map(AddressKey::value).collect(Collectors.toCollection(TreeSet::new)));
			return null;
		});
		changed.run();
	}

	@Override
	public List<DomainAnswer> domainAnswers(String domain) {
		return database.read(connection -> DomainRows.of(connection, Set.of(domain))).getOrDefault(domain, List.of());
	}

	@Override
	public Map<String, DomainAnswer> lastDomainAnswers() {
		return database.read(DomainRows::last);
	}

	@Override
	public void forEachRow(RowFilter filter, Consumer<AddressRow> consumer) {
		forEachRow(filter, consumer, event -> {
		});
	}

	@Override
	public void forEachRow(RowFilter filter, Consumer<AddressRow> consumer, Consumer<BounceEvent> events) {
		database.stream(connection -> ReportRows.read(connection, database.dialect(), filter, consumer, events));
	}

	private List<String> next(AddressCursor cursor) {
		return database.read(cursor::next);
	}
}
