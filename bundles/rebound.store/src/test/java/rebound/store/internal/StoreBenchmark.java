package rebound.store.internal;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import com.sun.management.OperatingSystemMXBean;
import rebound.model.AddressKey;
import rebound.model.Reason;
import rebound.model.Standing.State;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.NewMail;

/**
 * Measures import and queries: {@code java ... StoreBenchmark LOCATION EVENTS ADDRESSES [BATCH]}. Prints one line a
 * measurement.
 */
final class StoreBenchmark {

	private static final Reason[] REASONS = { Reason.USERUNKNOWN, Reason.MAILBOXFULL, Reason.EXPIRED,
			Reason.AUTHFAILURE, Reason.FILTERED };

	private StoreBenchmark() {
	}

	public static void main(String[] arguments) {
		String location = arguments[0];
		int events = Integer.parseInt(arguments[1]);
		int addresses = Integer.parseInt(arguments[2]);
		int batch = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2_000;
		boolean isNew = location.startsWith("jdbc:") || !Files.exists(Path.of(location, "derby"));
		try (BounceStore store = new SqlBounceStores().open(location)) {
			if (isNew) {
				add(store, events, addresses, batch);
			}
			query(store, addresses);
		}
	}

	private static void add(BounceStore store, int events, int addresses, int batch) {
		Random random = new Random(7);
		long busy = 0;
		long processor = 0;
		int tenth = Math.max(batch, events / 10);
		for (int done = 0; done < events; done += batch) {
			List<NewMail> mails = new ArrayList<>();
			for (int i = 0; i < batch; i++) {
				int person = random.nextInt(addresses);
				int newsletter = (int) ((done + i) * 60L / events);
				mails.add(Sample.bounce("person" + person + "@domain" + person % 2_000 + ".example", newsletter,
						REASONS[person % REASONS.length]));
			}
			long start = System.nanoTime();
			long used = processorTime();
			store.events().add(mails);
			busy += System.nanoTime() - start;
			processor += processorTime() - used;
			if ((done + batch) / tenth > done / tenth) {
				System.out.printf("  %,d events, %,.0f a second so far, %.0f us processor time each%n", done + batch,
						(done + batch) / (busy / 1e9), processor / 1e3 / (done + batch));
			}
		}
		System.out.printf("import: %,d events in %.1f s, %,.0f a second; %.1f s processor time%n", events, busy / 1e9,
				events / (busy / 1e9), processor / 1e9);
	}

	private static void query(BounceStore store, int addresses) {
		for (int round = 0; round < 2; round++) {
			measure("count", () -> store.events().count(EventFilter.ALL));
			measure("first page", () -> store.events().page(EventFilter.ALL));
			measure("page by address", () -> store.events().page(EventFilter.ALL.sortedBy(Sort.ADDRESS, true)));
			measure("page by reason", () -> store.events().page(EventFilter.ALL.sortedBy(Sort.REASON, true)));
			measure("page of a host", () -> store.events().page(EventFilter.ALL.withMailHost("domain7.example")));
			measure("page of a reason",
					() -> store.events().page(EventFilter.ALL.withReasons(Set.of(Reason.MAILBOXFULL))));
			measure("next page", () -> store.events().page(
					EventFilter.ALL.after(store.events().page(EventFilter.ALL.limit(0, 1000)).next())));
			measure("oldest page", () -> store.events().page(EventFilter.ALL.sortedBy(Sort.OCCURRED, true)));
			measure("text", () -> store.events().page(EventFilter.ALL.withText("person77@")));
			measure("history", () -> store.addresses().history(AddressKey.of("person77@domain77.example")));
			measure("campaign list", () -> store.campaigns().list());
			measure("campaign statistics",
					() -> store.campaigns().statistics(store.campaigns().find(campaign(store)).orElseThrow().id()));
			measure("suggested", () -> store.addresses().page(StandingFilter.ALL.withStates(State.SUGGESTED)));
		}
		long[] count = new long[1];
		measure("all histories", () -> store.addresses().forEachHistory(history -> count[0]++));
		System.out.println("addresses: " + count[0] + " of " + addresses);
		System.out.printf("heap used %d MB%n",
				(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
		measure("check", () -> store.upkeep().check());
	}

	private static String campaign(BounceStore store) {
		return store.events().page(EventFilter.ALL.withPeriod(Instant.EPOCH, Sample.BEGIN.plus(Duration.ofDays(140)))
				.limit(0, 1)).events().getFirst().campaignId();
	}

	private static void measure(String what, Runnable work) {
		long start = System.nanoTime();
		long used = processorTime();
		work.run();
		System.out.printf("%s: %.1f ms, %.1f ms processor time%n", what, (System.nanoTime() - start) / 1e6,
				(processorTime() - used) / 1e6);
	}

	/** Of all threads; the clock on the wall tells little on a machine that others use, too. */
	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}
}
