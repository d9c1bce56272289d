package rebound.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import rebound.model.AddressKey;
import rebound.model.Reason;
import rebound.model.Standing.State;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.policy.Replay;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.CampaignSummary;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.NewMail;
import rebound.store.Upkeep.Watch;
import rebound.store.internal.SqlBounceStores;

/**
 * Measures the store: {@code StoreBenchmark LOCATION EVENTS ADDRESSES}. Imports {@link Bounces} into an empty database,
 * lets the policy judge all addresses, and asks. A location that holds a database is only asked. Prints one line a
 * measurement, its fields separated by tabs: events, what, time on the wall, processor time of the thread that waits,
 * unit. On a machine with other work the latter tells more.
 */
public final class StoreBenchmark {

	private static final int BATCH = 1_000;
	private static final int TIMES = 5;
	private static final int SLOWEST = 8;
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private static final Instant NOW = Bounces.sent(Bounces.NEWSLETTERS);

	private final BounceStore store;
	private final int events;
	private final int addresses;

	private StoreBenchmark(BounceStore store, int events, int addresses) {
		this.store = store;
		this.events = events;
		this.addresses = addresses;
	}

	public static void main(String[] arguments) throws IOException {
		String location = arguments[0];
		int events = Integer.parseInt(arguments[1]);
		int addresses = Integer.parseInt(arguments[2]);
		try (BounceStore store = new SqlBounceStores().open(location)) {
			StoreBenchmark benchmark = new StoreBenchmark(store, events, addresses);
			if (store.events().page(EventFilter.ALL.limit(0, 1).withAddress(AddressKey.of(Bounces.address(1)))).events()
					.isEmpty()) {
				benchmark.add();
				benchmark.judge();
			}
			benchmark.ask();
		}
		if (!location.startsWith("jdbc:")) {
			try (Stream<Path> files = Files.walk(Path.of(location))) {
				long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
				System.out.printf(Locale.ROOT, "%d\tsize on disk\t%d\t\tMiB%n", events, bytes >> 20);
			}
		}
	}

	/** Time on the wall and the thread's processor time, in nanoseconds. */
	private record Spent(long wall, long processor) {
		static Spent now() {
			return new Spent(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
		}

		Spent since(Spent start) {
			return new Spent(wall - start.wall, processor - start.processor);
		}

		Spent plus(Spent other) {
			return new Spent(wall + other.wall, processor + other.processor);
		}
	}

	private void add() {
		Spent all = new Spent(0, 0);
		Spent tenth = all;
		for (int done = 0; done < events;) {
			int next = Math.min(events, done + BATCH);
			List<NewMail> mails = new Bounces(events, addresses).mails(done, next);
			Spent start = Spent.now();
			store.events().add(mails);
			Spent took = Spent.now().since(start);
			all = all.plus(took);
			tenth = tenth.plus(took);
			if (next / (events / 10) > done / (events / 10)) {
				print("import of a tenth, each event", tenth, 1e3 * events / 10, "us");
				tenth = new Spent(0, 0);
			}
			done = next;
		}
		print("import, each event", all, 1e3 * events, "us");
	}

	private void judge() {
		BlockingPolicy policy = new BlockingPolicy(PolicySettings.DEFAULT);
		Spent start = Spent.now();
		store.campaigns().checkHalts(policy::doubt);
		int judged = store.addresses().judgeDue(NOW, history -> policy.judge(history, NOW));
		print("judge, each address", Spent.now().since(start), 1e3 * judged, "us");
	}

	private void ask() {
		Map<String, Spent> pages = new LinkedHashMap<>();
		pages().forEach((what, page) -> pages.put(what, median(page)));
		List<Map.Entry<String, Spent>> sorted = pages.entrySet().stream()
				.sorted(Comparator.comparingLong(entry -> -entry.getValue().processor())).toList();
		sorted.stream().limit(SLOWEST).forEach(page -> print("page " + page.getKey(), page.getValue(), 1e6, "ms"));
		print("median of " + sorted.size() + " pages", sorted.get(sorted.size() / 2).getValue(), 1e6, "ms");
		int[] person = { 0 };
		measure("standing and history of an address", () -> {
			AddressKey address = AddressKey.of(Bounces.address(person[0] += addresses / 20));
			store.addresses().standing(address).orElseThrow();
			store.addresses().history(address);
			store.events().ofAddress(address);
		});
		List<CampaignSummary> campaigns = store.campaigns().list();
		measure("statistics of a campaign",
				() -> store.campaigns().statistics(campaigns.get(campaigns.size() / 2).campaign().id()));
		measure("list of campaigns", () -> store.campaigns().list());
		once("suggest", () -> {
			Map<Reason, Long> suggested = new EnumMap<>(Reason.class);
			store.addresses().forEach(StandingFilter.ALL.withStates(State.SUGGESTED),
					standing -> suggested.merge(standing.grounds().reason(), 1L, Long::sum));
		});
		once("replay of a policy", () -> {
			Replay replay = new Replay(PolicySettings.DEFAULT, NOW);
			store.addresses().forEachHistory(replay::add);
		});
		once("check", () -> store.upkeep().check(Watch.NONE));
	}

	/** Every order in both directions, of everything and of each thing that has an index, from several places. */
	private Map<String, Runnable> pages() {
		List<CampaignSummary> campaigns = store.campaigns().list();
		String campaign = campaigns.get(campaigns.size() / 2).campaign().id();
		Map<String, EventFilter> filters = new LinkedHashMap<>();
		filters.put("of all", EventFilter.ALL);
		filters.put("of a campaign", EventFilter.ALL.withCampaign(campaign));
		filters.put("of a common reason", EventFilter.ALL.withReasons(Set.of(Reason.USERUNKNOWN)));
		filters.put("of a rare reason", EventFilter.ALL.withReasons(Set.of(Bounces.RARE)));
		filters.put("of a big host", EventFilter.ALL.withMailHost(Bounces.BIG_HOST));
		filters.put("of a small host", EventFilter.ALL.withMailHost("domain1000.example"));
		filters.put("of an address", EventFilter.ALL.withAddress(AddressKey.of(Bounces.address(addresses / 2))));
		filters.put("of a week", EventFilter.ALL.withPeriod(Bounces.sent(Bounces.NEWSLETTERS / 3),
				Bounces.sent(Bounces.NEWSLETTERS / 3).plus(Duration.ofDays(7))));
		Map<String, Runnable> pages = new LinkedHashMap<>();
		filters.forEach((what, filter) -> {
			for (Sort sort : Sort.values()) {
				for (boolean ascending : new boolean[]{ true, false }) {
					EventFilter sorted = filter.sortedBy(sort, ascending);
					String name = what + " by " + sort.name().toLowerCase(Locale.ROOT) + (ascending ? " up" : " down");
					pages.put(name, () -> store.events().page(sorted));
					String next = store.events().page(sorted.limit(0, 1_000)).next();
					if (next != null) {
						pages.put(name + ", further", () -> store.events().page(sorted.after(next)));
					}
				}
			}
		});
		return pages;
	}

	private void measure(String what, Runnable work) {
		once(what + ", first time", work);
		print(what, median(work), 1e6, "ms");
	}

	private void once(String what, Runnable work) {
		Spent start = Spent.now();
		work.run();
		print(what, Spent.now().since(start), 1e6, "ms");
	}

	private static Spent median(Runnable work) {
		Spent[] times = new Spent[TIMES];
		for (int i = 0; i < TIMES; i++) {
			Spent start = Spent.now();
			work.run();
			times[i] = Spent.now().since(start);
		}
		Arrays.sort(times, Comparator.comparingLong(Spent::processor));
		return times[TIMES / 2];
	}

	private void print(String what, Spent spent, double divisor, String unit) {
		System.out.printf(Locale.ROOT, "%d\t%s\t%.1f\t%.1f\t%s%n", events, what, spent.wall() / divisor,
				spent.processor() / divisor, unit);
	}
}
