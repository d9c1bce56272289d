package rebound.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
import rebound.store.internal.SqlBounceStores;

/**
 * Measures the store: {@code StoreBenchmark LOCATION EVENTS ADDRESSES}. Imports {@link Bounces} into an empty database,
 * lets the policy judge all addresses, and asks. A location that holds a database is only asked. Prints one line a
 * measurement, its fields separated by tabs: events, what, value, unit.
 */
public final class StoreBenchmark {

	private static final int BATCH = 1_000;
	private static final int TIMES = 5;
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
				System.out.printf(Locale.ROOT, "%d\tsize on disk\t%d\tMiB%n", events, bytes >> 20);
			}
		}
	}

	private void add() {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long processor = 0;
		long busy = 0;
		long tenth = 0;
		for (int done = 0; done < events;) {
			int next = Math.min(events, done + BATCH);
			List<NewMail> mails = new Bounces(events, addresses).mails(done, next);
			long start = System.nanoTime();
			long used = threads.getCurrentThreadCpuTime();
			store.events().add(mails);
			processor += threads.getCurrentThreadCpuTime() - used;
			long took = System.nanoTime() - start;
			busy += took;
			tenth += took;
			if (next / (events / 10) > done / (events / 10)) {
				print("import of a tenth", events / 10 / (tenth / 1e9), "a second");
				tenth = 0;
			}
			done = next;
		}
		print("import", events / (busy / 1e9), "a second");
		print("processor time of the import's thread", processor / 1e3 / events, "us each");
	}

	private void judge() {
		BlockingPolicy policy = new BlockingPolicy(PolicySettings.DEFAULT);
		long start = System.nanoTime();
		store.campaigns().checkHalts(policy::doubt);
		int judged = store.addresses().judgeDue(NOW, history -> policy.judge(history, NOW));
		print("judge all addresses", judged / ((System.nanoTime() - start) / 1e9), "a second");
	}

	private void ask() {
		Map<String, Runnable> pages = pages();
		Map<String, Double> slowest = new LinkedHashMap<>();
		pages.forEach((what, page) -> slowest.put(what, median(page)));
		slowest.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(8)
				.forEach(entry -> print("page " + entry.getKey(), entry.getValue(), "ms"));
		double[] all = slowest.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
		print("slowest of " + all.length + " pages of the log", all[all.length - 1], "ms");
		print("median of the pages", all[all.length / 2], "ms");
		int[] person = { 0 };
		measure("standing and history of an address", () -> {
			AddressKey address = AddressKey.of(Bounces.address(person[0] += addresses / 20));
			store.addresses().standing(address).orElseThrow();
			store.addresses().history(address);
			store.events().ofAddress(address);
		});
		List<CampaignSummary> campaigns = store.campaigns().list();
		measure("campaign statistics",
				() -> store.campaigns().statistics(campaigns.get(campaigns.size() / 2).campaign().id()));
		measure("list of campaigns", () -> store.campaigns().list());
		once("suggest", () -> {
			Map<Reason, Long> suggested = new EnumMap<>(Reason.class);
			store.addresses().forEach(StandingFilter.ALL.withStates(State.SUGGESTED),
					standing -> suggested.merge(standing.grounds().reason(), 1L, Long::sum));
			return "suggested " + suggested.values().stream().mapToLong(Long::longValue).sum();
		});
		once("judge everything again", () -> {
			store.addresses().judgeAllAgain();
			BlockingPolicy policy = new BlockingPolicy(PolicySettings.DEFAULT);
			return "judged " + store.addresses().judgeDue(NOW, history -> policy.judge(history, NOW));
		});
		once("replay of a policy", () -> {
			Replay replay = new Replay(PolicySettings.DEFAULT, NOW);
			store.addresses().forEachHistory(replay::add);
			return replay.result();
		});
		once("check", () -> store.upkeep().check());
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
		long start = System.nanoTime();
		work.run();
		print(what + ", first", (System.nanoTime() - start) / 1e6, "ms");
		print(what, median(work), "ms");
	}

	private static double median(Runnable work) {
		double[] times = new double[TIMES];
		for (int i = 0; i < TIMES; i++) {
			long start = System.nanoTime();
			work.run();
			times[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		return times[TIMES / 2];
	}

	/** Something that takes long enough to be measured once. */
	private void once(String what, Supplier<Object> work) {
		long start = System.nanoTime();
		Object result = work.get();
		print(what, (System.nanoTime() - start) / 1e9, "s");
		System.err.println(what + ": " + result);
	}

	private void print(String what, double value, String unit) {
		System.out.printf(Locale.ROOT, "%d\t%s\t%.1f\t%s%n", events, what, value, unit);
	}
}
