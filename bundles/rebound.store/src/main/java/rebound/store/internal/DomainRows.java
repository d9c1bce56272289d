package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import rebound.model.DomainAnswer;
import rebound.model.DomainAnswer.State;

/** The table of what the DNS said of domains. */
final class DomainRows {

	private DomainRows() {
	}

	static void add(Connection connection, Dialect dialect, Collection<DomainAnswer> answers) throws SQLException {
		Map<String, List<DomainAnswer>> known = of(connection,
				Set.copyOf(answers.stream().map(DomainAnswer::domain).toList()));
		try (PreparedStatement insert = connection.prepareStatement(
				"INSERT INTO domain_check (domain, checked, state) VALUES (?, ?, ?)"
						+ dialect.onConflict(Dialect.Conflict.LEAVE))) {
			for (DomainAnswer answer : answers) {
				// As it is stored: to the millisecond.
				Instant checked = Instant.ofEpochMilli(answer.checked().toEpochMilli());
				if (known.getOrDefault(answer.domain(), List.of()).stream()
						.noneMatch(old -> old.checked().equals(checked))) {
					insert.setString(1, Text.clean(answer.domain(), 255));
					Rows.set(insert, 2, checked);
					insert.setString(3, answer.state().id());
					insert.addBatch();
				}
			}
			insert.executeBatch();
		}
	}

	/** @return the last one of each domain */
	static Map<String, DomainAnswer> last(Connection connection) throws SQLException {
		Map<String, DomainAnswer> answers = new HashMap<>();
		try (PreparedStatement select = connection
				.prepareStatement("SELECT domain, checked, state FROM domain_check ORDER BY checked");
				ResultSet rows = select.executeQuery()) {
			while (rows.next()) {
				DomainAnswer answer = answer(rows);
				answers.put(answer.domain(), answer);
			}
		}
		return answers;
	}

	private static DomainAnswer answer(ResultSet row) throws SQLException {
		return new DomainAnswer(row.getString(1), State.of(row.getString(3)).orElse(State.UNCHECKED), List.of(),
				Rows.instant(row, 2));
	}

	/** @return by domain, in the order of time */
	static Map<String, List<DomainAnswer>> of(Connection connection, Set<String> domains) throws SQLException {
		Map<String, List<DomainAnswer>> answers = new HashMap<>();
		Rows.eachOf(connection,
				"SELECT domain, checked, state FROM " + Rows.byKey("domain_check") + " WHERE domain IN ",
				domains, row -> answers.computeIfAbsent(row.getString(1), domain -> new ArrayList<>())
						.add(answer(row)));
		answers.values().forEach(list -> list.sort(Comparator.comparing(DomainAnswer::checked)));
		// A key may be asked for twice.
		answers.replaceAll((domain, list) -> list.stream().distinct().toList());
		return answers;
	}
}
