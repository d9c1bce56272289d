package rebound.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import rebound.classify.RuleChainClassifier;
import rebound.customers.CustomerSources;
import rebound.customers.ReadSettings;
import rebound.parse.ReportParser;
import rebound.pipeline.MailReading;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.pipeline.WorkFilter;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.report.ReportOptions;
import rebound.store.BounceStore;
import rebound.store.internal.SqlBounceStores;

/**
 * Measures customers: {@code CustomerBenchmark FOLDER CUSTOMERS EVENTS [only]}. Imports a CSV file of customers into a new
 * Derby database, and again; with EVENTS above 0 also the {@link Bounces} of these customers, and writes the joined report
 * and the work list, unless only the database is wanted. Prints one line a measurement as {@link StoreBenchmark} does, here with the process's processor time,
 * and the most memory that the process had so far.
 */
public final class CustomerBenchmark {

	private static final int BATCH = 1_000;

	private final Path folder;
	private final int customers;
	private final int events;
	private final boolean only;
	private final Pipeline pipeline = new Pipeline(
			new MailReading(List.of(), new ReportParser(), RuleChainClassifier.stock()),
			new BlockingPolicy(PolicySettings.DEFAULT), CustomerSources.stock(), BounceReport.stock());

	/** Something that is measured. */
	private interface Work {
		void run() throws IOException;
	}

	private CustomerBenchmark(Path folder, int customers, int events, boolean only) {
		this.folder = folder;
		this.customers = customers;
		this.events = events;
		this.only = only;
	}

	public static void main(String... arguments) throws IOException {
		new CustomerBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]),
				arguments.length > 3).run();
	}

	private void run() throws IOException {
		String file = table();
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("derby").toString())) {
			measure("customers, import", () -> load(file, store));
			if (events == 0) {
				measure("customers, import again", () -> load(file, store));
				measure("customers, duplicates", () -> pipeline.duplicates(store, 1_000, Progress.NONE));
				return;
			}
			for (int done = 0; done < events; done += BATCH) {
				store.events().add(new Bounces(events, customers).mails(done, Math.min(events, done + BATCH)));
			}
			pipeline.judge(store);
			if (only) {
				return;
			}
			report(store, "csv");
			report(store, "xlsx");
			measure("work list", () -> pipeline.workList(store, WorkFilter.OPEN, Progress.NONE));
		}
	}

	private void load(String file, BounceStore store) throws IOException {
		pipeline.importCustomers(file, ReadSettings.AUTOMATIC, store, Progress.NONE);
	}

	private void report(BounceStore store, String format) throws IOException {
		measure("report as " + format, () -> pipeline.report(store, format, true, ReportOptions.DEFAULT,
				folder.resolve("report." + format), Progress.NONE));
	}

	private String table() throws IOException {
		Path file = folder.resolve("customers.csv");
		try (BufferedWriter text = Files.newBufferedWriter(file)) {
			text.write("customer_id,first_name,last_name,company,email,phone,city,customer_value,last_order_date\n");
			for (int i = 0; i < customers; i++) {
				text.write("C%d,Anna,Berg%d,\"Company %d, Ltd\",%s,+49 30 %d,Berlin,%d.50,2026-0%d-11\n".formatted(i, i,
						i % 20_000, Bounces.address(i), i, i % 5_000, 1 + i % 9));
			}
		}
		return file.toString();
	}

	private void measure(String what, Work work) throws IOException {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		long wall = System.nanoTime();
		long processor = system.getProcessCpuTime();
		work.run();
		System.out.printf(Locale.ROOT, "%d\t%s\t%.1f\t%.1f\tms\t%d MiB%n", events == 0 ? customers : events, what,
				(System.nanoTime() - wall) / 1e6, (system.getProcessCpuTime() - processor) / 1e6, Memory.peak() >> 20);
	}
}
