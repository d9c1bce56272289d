package rebound.ui.internal.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.model.Kind;
import rebound.model.Standing;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.EventPage;

/**
 * The bounce log without its window: counts what matches a filter, and hands out its rows, page by page as they are
 * looked at. The first page does not wait for the count, which takes longer where much matches. All methods are for the
 * window's thread; the database is asked in the background.
 */
public final class BounceLog {

	/** Rows of a page. */
	public static final int PAGE = 200;
	private static final int KEPT_PAGES = 50;

	/** Takes notice of what has come from the database. */
	public interface Listener {
		/**
		 * The first page is loaded, and only that one.
		 *
		 * @param isOther whether something else is shown than before, or in another order
		 */
		void shown(boolean isOther);

		/** The number of rows is known. */
		void counted();

		/** The rows from this one up to, not including, the other one are loaded. */
		void loaded(int from, int to);
	}

	private final Database database;
	private final Asker counter;
	private final Asker first;
	private final Listener listener;
	private final Map<Integer, List<BounceRow>> pages = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Integer, List<BounceRow>> eldest) {
			return size() > KEPT_PAGES;
		}
	};
	private final Map<Integer, Asker> loading = new HashMap<>();
	/** Where pages begin: page number to place. */
	private final TreeMap<Integer, String> places = new TreeMap<>();
	private EventFilter filter = EventFilter.ALL;
	private Counts counts = new Counts(0, 0, 0);
	private boolean totalsKnown;
	/** Whether it is known how many match the filter, even if there may be more by now. */
	private boolean isCounted;
	/** The filter of what is shown; {@code null} before anything is. */
	private EventFilter shownFilter;

	/**
	 * How many there are.
	 *
	 * @param shown   events that match the filter
	 * @param bounces bounces in the database
	 * @param all     events in the database
	 */
	public record Counts(long shown, long bounces, long all) {

		static Counts of(BounceStore store, EventFilter wanted) {
			return new Counts(store.events().count(wanted),
					store.events().count(EventFilter.ALL.withKinds(Set.of(Kind.BOUNCE))),
					store.events().count(EventFilter.ALL));
		}

		Counts showing(long number) {
			return new Counts(number, bounces, all);
		}
	}

	private record Loaded(List<BounceRow> rows, String next) {
	}

	public BounceLog(Database database, Listener listener) {
		this.database = database;
		this.counter = database.asker();
		this.first = database.asker();
		this.listener = listener;
	}

	/** @return what is wanted, in which order */
	public EventFilter filter() {
		return filter;
	}

	/** Shows something else of the same events. */
	public void show(EventFilter wanted) {
		EventFilter last = filter;
		filter = wanted.limit(0, PAGE);
		EventFilter asked = filter;
		first.ask(store -> rows(store, asked), this::shown);
		boolean isSame = filter.sortedBy(last.sort(), last.ascending()).equals(last);
		isCounted &= isSame;
		if (!isSame || !totalsKnown) {
			boolean known = totalsKnown;
			Counts before = counts;
			counter.ask(store -> known ? before.showing(store.events().count(asked)) : Counts.of(store, asked),
					this::counted);
		}
	}

	/** Shows what is in the database by now. */
	public void refresh(EventFilter wanted) {
		totalsKnown = false;
		show(wanted);
	}

	private void shown(Loaded found) {
		pages.clear();
		places.clear();
		loading.values().forEach(Asker::forget);
		loading.clear();
		keep(0, found);
		boolean isOther = !filter.equals(shownFilter);
		shownFilter = filter;
		if (found.next == null && totalsKnown) {
			counter.forget();
			counts = counts.showing(found.rows.size());
			isCounted = true;
		}
		listener.shown(isOther);
		if (isCounted && totalsKnown) {
			listener.counted();
		}
	}

	private void counted(Counts found) {
		totalsKnown = true;
		isCounted = true;
		counts = found;
		if (filter.equals(shownFilter)) {
			listener.counted();
		}
	}

	private void keep(int page, Loaded found) {
		pages.put(page, found.rows);
		if (found.next != null) {
			places.put(page + 1, found.next);
		}
	}

	/** @return how many there are */
	public Counts counts() {
		return counts;
	}

	/** @return how many rows there are, as far as is known */
	public long rows() {
		return isCounted ? counts.shown() : pages.getOrDefault(0, List.of()).size();
	}

	/** @return the row, or {@code null} while it is being loaded */
	public BounceRow row(int index) {
		int page = index / PAGE;
		List<BounceRow> rows = pages.get(page);
		if (rows == null) {
			load(page);
			return null;
		}
		int within = index % PAGE;
		return within < rows.size() ? rows.get(within) : null;
	}

	private void load(int page) {
		if (loading.containsKey(page)) {
			return;
		}
		Asker asker = database.asker();
		loading.put(page, asker);
		Map.Entry<Integer, String> known = places.floorEntry(page);
		int start = known == null ? 0 : known.getKey();
		EventFilter wanted = filter.after(known == null ? null : known.getValue())
				.limit((long) (page - start) * PAGE, PAGE);
		asker.ask(store -> rows(store, wanted), found -> {
			loading.remove(page);
			keep(page, found);
			listener.loaded(page * PAGE, page * PAGE + found.rows.size());
		});
	}

	private static Loaded rows(BounceStore store, EventFilter wanted) {
		EventPage page = store.events().page(wanted);
		Function<String, String> names = campaignNames(store);
		Map<AddressKey, Standing> standings = store.addresses()
				.standings(page.events().stream().map(BounceEvent::address).toList());
		List<BounceRow> rows = new ArrayList<>(page.events().size());
		for (BounceEvent event : page.events()) {
			rows.add(new BounceRow(event, names.apply(event.campaignId()), standings.get(event.address())));
		}
		return new Loaded(rows, page.next());
	}

	/** @return looks a campaign's name up, each one once */
	static Function<String, String> campaignNames(BounceStore store) {
		Map<String, String> names = new HashMap<>();
		return id -> id == null
				? ""
				: names.computeIfAbsent(id, key -> store.campaigns().find(key).map(Campaign::name).orElse(""));
	}
}
