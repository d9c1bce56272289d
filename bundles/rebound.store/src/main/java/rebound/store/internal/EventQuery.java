package rebound.store.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import rebound.model.BounceEvent;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;

/** Makes SQL of a filter. Values are always parameters. */
final class EventQuery {
	private static final char UNIT = '\u001F';
	private static final int SHORTEST_PART = 3;

	private final EventFilter filter;
	private final List<Object> parameters = new ArrayList<>();
	private final StringBuilder where = new StringBuilder();

	EventQuery(EventFilter filter) {
		this.filter = filter;
	}

	List<Object> parameters() {
		return parameters;
	}

	/** @return the query of the ids of one page and of one more event, which tells whether there is a next page */
	String page() {
		conditions();
		place();
		// only the ids, because without an index all that match are sorted
		String sql = "SELECT id, occurred" + (column() == null ? "" : ", " + column()) + " FROM " + table() + where
				+ order() + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
		parameters.add(filter.offset());
		parameters.add(filter.limit() + 1);
		return sql;
	}

	String all() {
		conditions();
		return "SELECT " + EventRow.COLUMNS + " FROM " + table() + where + order();
	}

	String count() {
		conditions();
		return "SELECT COUNT(*) FROM event" + where;
	}

	/** @return stands for the place behind an event */
	String placeAfter(BounceEvent event) {
		String key = switch (filter.sort()) {
			case OCCURRED -> "";
			case ADDRESS -> event.address().value();
			case REASON -> event.verdict().reason().id();
			case CAMPAIGN -> event.campaignId() == null ? "" : event.campaignId();
			case MAIL_HOST -> Text.clean(event.mailHost(), 255);
		};
		return event.occurred().toEpochMilli() + "" + UNIT + event.id() + UNIT + key;
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
		if (text.length() < SHORTEST_PART || text.indexOf('@') > 0) {
			and("address >= ? AND address < ?", text, behind(text));
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
		if (filter.place() == null) {
			return;
		}
		String[] parts = filter.place().split(String.valueOf(UNIT), 3);
		byte[] id = parts.length == 3 ? Text.bytes(parts[1], 16) : null;
		if (id == null) {
			throw new IllegalArgumentException(filter.place());
		}
		long occurred = Long.parseLong(parts[0]);
		String key = column();
		if (key == null) {
			String than = filter.ascending() ? ">" : "<";
			and("occurred " + than + "= ? AND (occurred " + than + " ? OR id > ?)", occurred, occurred, id);
		} else if (key.equals("campaign") && parts[2].isEmpty()) {
			String others = filter.ascending() ? "" : "campaign IS NOT NULL OR ";
			and("(" + others + "campaign IS NULL AND (occurred < ? OR occurred = ? AND id > ?))", occurred, occurred,
					id);
		} else {
			String than = filter.ascending() ? ">" : "<";
			String nulls = key.equals("campaign") && filter.ascending() ? " OR campaign IS NULL" : "";
			and("(" + key + " " + than + "= ?" + nulls + ") AND (" + key + " " + than + " ?" + nulls
					+ " OR occurred < ? OR occurred = ? AND id > ?)", parts[2], parts[2], occurred, occurred, id);
		}
	}

	private String order() {
		String key = column();
		String direction = filter.ascending() ? "" : " DESC";
		return key == null
				? " ORDER BY occurred" + direction + ", id"
				: " ORDER BY " + key + direction + ", occurred DESC, id";
	}

	private String column() {
		return filter.sort() == Sort.OCCURRED ? null : filter.sort().name().toLowerCase(Locale.ROOT);
	}

	/** The index that gives the rows in the order asked for, so that nothing is sorted, or {@code null}. */
	private String index() {
		if (filter.sort() == Sort.OCCURRED) {
			boolean selective = filter.address() != null || filter.campaignId() != null
					|| filter.reasons().size() == 1;
			return selective || filter.ascending() ? null : "event_occurred";
		}
		boolean indexed = filter.sort() != Sort.MAIL_HOST && filter.ascending();
		return indexed ? "event_" + column() : null;
	}

	private String table() {
		return index() == null ? "event" : Rows.using("event", index());
	}

	private void equal(String column, String value) {
		if (value != null) {
			and(column + " = ?", value);
		}
	}

	private void in(String column, Collection<String> values) {
		if (!values.isEmpty()) {
			and(column + " IN (" + Rows.marks(values.size()) + ")", values.toArray());
		}
	}

	private void and(String condition, Object... values) {
		where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
		parameters.addAll(List.of(values));
	}
}
