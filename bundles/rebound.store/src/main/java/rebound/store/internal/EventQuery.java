package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import rebound.model.BounceEvent;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.EventGroup;

/** Makes SQL of a filter. Values are always parameters. */
final class EventQuery {
	private static final char UNIT = '\u001F';
	private static final int SHORTEST_PART = 3;
	private static final long DAY = 86_400_000;
	/** Ids and what they are sorted by: what else an event has is read of a page's events only. */
	static final String SELECT_PLACES = "SELECT id, occurred, address, reason, campaign, mail_host FROM ";

	private final EventFilter filter;
	private final List<Object> parameters = new ArrayList<>();
	private final StringBuilder where = new StringBuilder();

	EventQuery(EventFilter filter) {
		this.filter = filter;
	}

	List<Object> parameters() {
		return parameters;
	}

	/** @return the ids of one page's events, and of one more, which tells whether there is a next page */
	List<byte[]> ids(Connection connection) throws SQLException {
		narrow();
		String sql = SELECT_PLACES + "event" + where + order() + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
		parameters.add(filter.offset());
		parameters.add(filter.limit() + 1);
		return Rows.list(connection, sql, parameters, row -> row.getBytes(1));
	}

	/** Takes in what the filter asks for and the place where its page begins; {@link #where} says it. */
	EventQuery narrow() {
		conditions();
		place();
		return this;
	}

	/** @return conditions, beginning with WHERE, or the empty string */
	String where() {
		return where.toString();
	}

	/** @return the bounds of the addresses that begin with the text asked for, or an empty list */
	static List<Object> prefix(EventFilter filter) {
		if (filter.text() == null || filter.text().isBlank()) {
			return List.of();
		}
		String text = filter.text().strip().toLowerCase(Locale.ROOT);
		return text.length() < SHORTEST_PART || text.indexOf('@') > 0 ? List.of(text, behind(text)) : List.of();
	}

	/** @return the query of all events; where an index gives their order, equal ones are not sorted by id */
	String all() {
		conditions();
		String index = filter.sort() == Sort.OCCURRED
				? filter.ascending() ? null : "event_occurred"
				: filter.ascending() ? "event_" + column() : null;
		return index == null
				? "SELECT " + EventRow.COLUMNS + " FROM event" + where + order()
				: "SELECT " + EventRow.COLUMNS + " FROM " + Rows.using("event", index) + where
						+ order().substring(0, order().length() - ", id".length());
	}

	String count() {
		conditions();
		return "SELECT COUNT(*) FROM event" + where;
	}

	/** @return the query of a group's key, its hard and soft bounces, and its events; a day is one since 1970 */
	String groups(EventGroup.By by, ZoneOffset zone, int limit) {
		conditions();
		String key = by == EventGroup.By.DAY
				? "(occurred + " + zone.getTotalSeconds() * 1000L + ") / " + DAY
				: by.name().toLowerCase(Locale.ROOT);
		String order = by == EventGroup.By.DAY ? "1 DESC" : "4 DESC, 1";
		return "SELECT " + key + ", SUM(CASE WHEN type = 'hard' THEN 1 ELSE 0 END), "
				+ "SUM(CASE WHEN type = 'soft' THEN 1 ELSE 0 END), COUNT(*) FROM event" + where + " GROUP BY " + key
				+ " ORDER BY " + order + " FETCH FIRST " + limit + " ROWS ONLY";
	}

	/**
	 * A place in the list of events.
	 *
	 * @param key what the list is sorted by; the empty string if that is the time, or the campaign of an event without
	 */
	record Place(byte[] id, long occurred, String key) {
		/** @return where the page begins, or {@code null} for the beginning of the list */
		static Place of(EventFilter filter) {
			if (filter.place() == null) {
				return null;
			}
			String[] parts = filter.place().split(String.valueOf(UNIT), 3);
			byte[] id = parts.length == 3 ? Text.bytes(parts[1], 16) : null;
			if (id == null) {
				throw new IllegalArgumentException(filter.place());
			}
			return new Place(id, Long.parseLong(parts[0]), parts[2]);
		}
	}

	/** @return stands for the place behind an event */
	static String placeAfter(EventFilter filter, BounceEvent event) {
		return event.occurred().toEpochMilli() + "" + UNIT + event.id() + UNIT + key(filter.sort(), event);
	}

	/** @return whether only their ids put one of two events before the other */
	boolean areEqual(BounceEvent one, BounceEvent other) {
		return one.occurred().equals(other.occurred()) && key(filter.sort(), one).equals(key(filter.sort(), other));
	}

	private static String key(Sort sort, BounceEvent event) {
		return switch (sort) {
			case OCCURRED -> "";
			case ADDRESS -> event.address().value();
			case REASON -> event.verdict().reason().id();
			case CAMPAIGN -> event.campaignId() == null ? "" : event.campaignId();
			case MAIL_HOST -> Text.clean(event.mailHost(), 255);
		};
	}

	private void conditions() {
		text();
		in("kind", filter.kinds().stream().map(kind -> kind.id()).sorted().toList());
		equal("type", filter.type() == null ? null : filter.type().id());
		in("reason", filter.reasons().stream().map(reason -> reason.id()).sorted().toList());
		equal("fault", filter.fault() == null ? null : filter.fault().id());
		if (EventFilter.NO_CAMPAIGN.equals(filter.campaignId())) {
			and("campaign IS NULL");
		} else {
			equal("campaign", filter.campaignId());
		}
		equal("mail_host", filter.mailHost());
		equal("domain", filter.domain());
		equal("address", filter.address() == null ? null : filter.address().value());
		if (filter.state() != null) {
			and("address IN (SELECT address FROM address WHERE state = ?)", filter.state().id());
		}
		if (filter.from() != null) {
			and("occurred >= ?", filter.from().toEpochMilli());
		}
		if (filter.until() != null) {
			and("occurred < ?", filter.until().toEpochMilli());
		}
	}

	private void text() {
		if (filter.text() == null || filter.text().isBlank()) {
			return;
		}
		String text = filter.text().strip().toLowerCase(Locale.ROOT);
		List<Object> prefix = prefix(filter);
		if (!prefix.isEmpty()) {
			and("address >= ? AND address < ?", prefix.toArray());
		} else {
			String part = "%" + Text.likePart(Text.clean(text, 200)) + "%";
			and("(address LIKE ? ESCAPE '!' OR LOWER(subject) LIKE ? ESCAPE '!'"
					+ " OR LOWER(diagnostic) LIKE ? ESCAPE '!')", part, part, part);
		}
	}

	/** @return the least text that is greater than all that begin with this one */
	static String behind(String prefix) {
		int last = prefix.length() - 1;
		return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
	}

	/** Goes on behind the event that a place stands for; the first condition lets the index begin there. */
	private void place() {
		Place behind = Place.of(filter);
		if (behind == null) {
			return;
		}
		byte[] id = behind.id();
		long occurred = behind.occurred();
		String key = column();
		if (key == null) {
			String than = filter.ascending() ? ">" : "<";
			and("occurred " + than + "= ? AND (occurred " + than + " ? OR id > ?)", occurred, occurred, id);
		} else if (key.equals("campaign") && behind.key().isEmpty()) {
			String others = filter.ascending() ? "" : "campaign IS NOT NULL OR ";
			and("(" + others + "campaign IS NULL AND (occurred < ? OR occurred = ? AND id > ?))", occurred, occurred,
					id);
		} else {
			String than = filter.ascending() ? ">" : "<";
			String nulls = key.equals("campaign") && filter.ascending() ? " OR campaign IS NULL" : "";
			and("(" + key + " " + than + "= ?" + nulls + ") AND (" + key + " " + than + " ?" + nulls
					+ " OR occurred < ? OR occurred = ? AND id > ?)", behind.key(), behind.key(), occurred, occurred,
					id);
		}
	}

	private String order() {
		String key = column();
		String direction = filter.ascending() ? "" : " DESC";
		return key == null
				? " ORDER BY occurred" + direction + ", id"
				: " ORDER BY " + key + direction + ", occurred DESC, id";
	}

	/** @return the column that events are sorted by before their time, or {@code null} */
	String column() {
		return filter.sort() == Sort.OCCURRED ? null : filter.sort().name().toLowerCase(Locale.ROOT);
	}

	private void equal(String column, String value) {
		if (value != null) {
			and(column + " = ?", value);
		}
	}

	private void in(String column, Collection<String> values) {
		if (values.size() == 1) {
			equal(column, values.iterator().next());
		} else if (!values.isEmpty()) {
			and(column + " IN (" + Rows.marks(values.size()) + ")", values.toArray());
		}
	}

	private void and(String condition, Object... values) {
		where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
		parameters.addAll(List.of(values));
	}
}
