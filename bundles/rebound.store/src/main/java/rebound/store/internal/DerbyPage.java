package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import rebound.model.Reason;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.internal.EventQuery.Place;

/**
 * Finds the events of a page in Derby, which goes through an index in one direction only, and else sorts all rows that
 * match. So: few matches are read by the index that finds them and sorted here; many are gone through in the order
 * asked for. Where no index has that order, it is made of pieces: of windows of time, or of groups of one value.
 */
final class DerbyPage {
	/** As long as so many match, sorting them costs less than going through others to find them. */
	static final int FEW = 10_000;
	private static final int GROUPS = 64;
	/** Far before and after all times that mails tell, in milliseconds. */
	private static final long EARLIEST = -(1L << 43);
	private static final long LATEST = 1L << 43;

	private final Connection connection;
	private final EventFilter filter;
	private final EventQuery query;
	private final int few;
	private final String column;
	private final Place begin;
	private final long wanted;
	private final List<Place> found = new ArrayList<>();

	DerbyPage(Connection connection, EventFilter filter) {
		this(connection, filter, FEW);
	}

	/** @param few up to so many matches are all read and sorted */
	DerbyPage(Connection connection, EventFilter filter, int few) {
		this.connection = connection;
		this.few = few;
		this.filter = filter;
		this.query = new EventQuery(filter).narrow();
		this.column = query.column();
		this.begin = Place.of(filter);
		this.wanted = filter.offset() + filter.limit() + 1;
	}

	/**
	 * A condition that an index finds the rows of.
	 *
	 * @param isOne whether all its rows have the same value, so that the index gives them by time
	 */
	private record Way(String index, String condition, List<Object> parameters, boolean isOne) {
		static final Way ALL = new Way("event_occurred", "1 = 1", List.of(), true);
	}

	/** @return the ids of the page's events and of one more, sorted */
	List<byte[]> ids() throws SQLException {
		Way narrowest = null;
		int least = few + 1;
		for (Way way : ways()) {
			int count = count(way.index(), way.condition(), way.parameters(), few + 1);
			if (count < least || narrowest == null && way.isOne()) {
				narrowest = way;
				least = count;
			}
		}
		// a campaign's events lie together; going through other orders to find them costs far more
		boolean isCampaign = narrowest != null && narrowest.condition().equals("campaign = ?");
		if (narrowest != null && (least <= few || column != null && isCampaign)) {
			read(narrowest.index(), narrowest.condition(), narrowest.parameters(), "", Long.MAX_VALUE);
		} else if (column != null) {
			byColumn();
		} else {
			byTime(narrowest == null ? Way.ALL : narrowest);
		}
		return found.stream().sorted(order()).skip(filter.offset()).limit(filter.limit() + 1L).map(Place::id).toList();
	}

	private List<Way> ways() {
		List<Way> ways = new ArrayList<>();
		if (filter.address() != null) {
			ways.add(new Way("event_address", "address = ?", List.of(filter.address().value()), true));
		}
		List<Object> prefix = EventQuery.prefix(filter);
		if (!prefix.isEmpty()) {
			ways.add(new Way("event_address", "address >= ? AND address < ?", prefix, false));
		}
		if (filter.campaignId() != null) {
			boolean none = EventFilter.NO_CAMPAIGN.equals(filter.campaignId());
			ways.add(new Way("event_campaign", none ? "campaign IS NULL" : "campaign = ?",
					none ? List.of() : List.of(filter.campaignId()), true));
		}
		if (filter.reasons().size() == 1) {
			ways.add(new Way("event_reason", "reason = ?", List.of(filter.reasons().iterator().next().id()), true));
		}
		if (filter.mailHost() != null) {
			ways.add(new Way("event_mail_host", "mail_host = ?", List.of(filter.mailHost()), true));
		}
		if (filter.from() != null && filter.until() != null) {
			ways.add(new Way("event_occurred", "occurred >= ? AND occurred < ?",
					List.of(filter.from().toEpochMilli(), filter.until().toEpochMilli()), false));
		}
		return ways;
	}

	private void byTime(Way way) throws SQLException {
		if (filter.ascending()) {
			windows(way);
		} else {
			read(way.index(), way.condition(), way.parameters(), " ORDER BY occurred DESC", wanted);
		}
	}

	/** Goes up in time, a window after the other. Their ends are sought so that each has enough rows and not many. */
	private void windows(Way way) throws SQLException {
		long from = begin != null
				? begin.occurred()
				: filter.from() != null ? filter.from().toEpochMilli() : Long.MIN_VALUE;
		long until = filter.until() != null ? filter.until().toEpochMilli() : Long.MAX_VALUE;
		for (int rows = (int) Math.min(wanted + 100, 1 << 20); from < until && found.size() < wanted; rows *= 4) {
			long end = end(way, from, until, rows);
			read(way.index(), way.condition() + " AND occurred >= ? AND occurred < ?",
					with(way.parameters(), from, end), "", Long.MAX_VALUE);
			from = end;
		}
	}

	private long end(Way way, long from, long until, int rows) throws SQLException {
		int most = rows * 4;
		if (countBetween(way, from, until, most + 1) <= most) {
			return until;
		}
		long low = Math.max(from, EARLIEST);
		long high = Math.min(until, LATEST);
		while (high - low > 1) {
			long middle = low + (high - low) / 2;
			int count = countBetween(way, from, middle, most + 1);
			if (count >= rows && count <= most) {
				return middle;
			}
			if (count < rows) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return high;
	}

	private int countBetween(Way way, long from, long until, int most) throws SQLException {
		return count(way.index(), way.condition() + " AND occurred >= ? AND occurred < ?",
				with(way.parameters(), from, until), most);
	}

	private void byColumn() throws SQLException {
		String index = "event_" + column;
		if (filter.ascending()) {
			read(index, "1 = 1", List.of(), " ORDER BY " + column + ", occurred DESC", wanted);
			return;
		}
		List<String> groups = firstGroups();
		while (!groups.isEmpty() && found.size() < wanted) {
			if (filter.sort() == Sort.ADDRESS) {
				List<String> keys = new ArrayList<>(groups);
				keys.addAll(Collections.nCopies(GROUPS + 1 - keys.size(), groups.getLast()));
				read(index, "address IN (" + Rows.marks(keys.size()) + ")", List.copyOf(keys), "", Long.MAX_VALUE);
			} else {
				for (String group : groups) {
					boolean isNull = column.equals("campaign") && group.isEmpty();
					read(index, column + (isNull ? " IS NULL" : " = ?"), isNull ? List.of() : List.of(group),
							" ORDER BY occurred DESC", wanted);
					if (found.size() >= wanted) {
						return;
					}
				}
			}
			groups = only() != null ? List.of() : groupsBelow(groups.getLast());
		}
	}

	private List<String> firstGroups() throws SQLException {
		if (only() != null) {
			return List.of(only());
		}
		if (begin != null) {
			return List.of(begin.key());
		}
		return switch (filter.sort()) {
			case CAMPAIGN -> List.of("");
			default -> groupsBelow(null);
		};
	}

	/** @return the one value of the column that the filter lets through, or {@code null} */
	private String only() {
		return switch (filter.sort()) {
			case ADDRESS -> filter.address() == null ? null : filter.address().value();
			case CAMPAIGN -> filter.campaignId();
			case MAIL_HOST -> filter.mailHost();
			case REASON -> filter.reasons().size() == 1 ? filter.reasons().iterator().next().id() : null;
			case OCCURRED -> null;
		};
	}

	/** @return some values of the column, the highest first; an event without a campaign stands before all others */
	private List<String> groupsBelow(String last) throws SQLException {
		if (filter.sort() == Sort.REASON) {
			return Stream.of(Reason.values()).map(Reason::id).filter(id -> last == null || id.compareTo(last) < 0)
					.sorted(Comparator.reverseOrder()).toList();
		}
		String[] source = switch (filter.sort()) {
			case ADDRESS -> new String[]{ "address", "address_down", "address" };
			case CAMPAIGN -> new String[]{ "campaign", "campaign_down", "id" };
			default -> new String[]{ "mail_host", "mail_host_down", "name" };
		};
		List<Object> parameters = new ArrayList<>();
		String condition = " WHERE 1 = 1";
		if (last != null && !last.isEmpty()) {
			condition += " AND " + source[2] + " < ?";
			parameters.add(last);
		}
		List<Object> prefix = EventQuery.prefix(filter);
		if (filter.sort() == Sort.ADDRESS && !prefix.isEmpty()) {
			condition += " AND address >= ? AND address < ?";
			parameters.addAll(prefix);
		}
		return Rows.list(connection, "SELECT " + source[2] + " FROM " + Rows.using(source[0], source[1]) + condition
				+ " ORDER BY " + source[2] + " DESC FETCH FIRST " + GROUPS + " ROWS ONLY", parameters,
				row -> row.getString(1));
	}

	/** Reads places, up to the last of those that are equal but for their id when there are enough. */
	private void read(String index, String condition, List<Object> parameters, String order, long enough)
			throws SQLException {
		String where = query.where().isEmpty() ? " WHERE " : query.where() + " AND ";
		List<Object> all = new ArrayList<>(query.parameters());
		all.addAll(parameters);
		int key = column == null ? 0 : filter.sort().ordinal() + 2;
		Rows.until(connection, EventQuery.SELECT_PLACES + Rows.using("event", index) + where + condition + order, all,
				row -> {
					String text = key == 0 ? "" : row.getString(key);
					Place next = new Place(row.getBytes(1), row.getLong(2), text == null ? "" : text);
					boolean more = found.size() < enough || next.occurred() == found.getLast().occurred()
							&& next.key().equals(found.getLast().key());
					if (more) {
						found.add(next);
					}
					return more;
				});
	}

	private int count(String index, String condition, List<Object> parameters, int most) throws SQLException {
		int[] count = new int[1];
		Rows.until(connection, "SELECT occurred FROM " + Rows.using("event", index) + " WHERE " + condition, parameters,
				row -> ++count[0] < most);
		return count[0];
	}

	private Comparator<Place> order() {
		Comparator<Place> byId = Comparator.comparing(Place::id, Arrays::compareUnsigned);
		if (column == null) {
			Comparator<Place> byTime = Comparator.comparingLong(Place::occurred);
			return (filter.ascending() ? byTime : byTime.reversed()).thenComparing(byId);
		}
		// without a campaign comes last going up
		Comparator<Place> byKey = Comparator.comparing((Place place) -> place.key().isEmpty())
				.thenComparing(Place::key);
		return (filter.ascending() ? byKey : byKey.reversed())
				.thenComparing(Comparator.comparingLong(Place::occurred).reversed()).thenComparing(byId);
	}

	private static List<Object> with(List<Object> parameters, long from, long until) {
		List<Object> all = new ArrayList<>(parameters);
		all.add(from);
		all.add(until);
		return all;
	}
}
