package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rebound.store.EventFilter;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/**
 * Goes through the window over a big database, and prints how long each step takes until its rows are to be seen. Runs
 * only when it is named: {@code tests/rebound.bench/run tour} makes the database and runs it.
 */
@ExtendWith(Screen.class)
class TourBenchmark {

	private static final long LONGEST_MILLIS = 120_000;
	private static final int JUMPS = 30;
	private static final String LOG = "log.table";
	private static final String LOOKUP = "lookup.table";

	private final AtomicLong stall = new AtomicLong();
	private volatile boolean isOver;

	@Test
	void tour() throws InterruptedException {
		String place = System.getProperty("rebound.tour", "");
		assumeFalse(place.isEmpty(), "-Drebound.tour names no database");
		Desk desk = Screen.service(Desk.class);
		desk.database().open(place);
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
		Thread watch = watch(PlatformUI.getWorkbench().getDisplay());
		Screen.command(Commands.SHOW_BOUNCES);
		waitFor(() -> hasRow(0));
		print("rows of the bounce log", desk.database().store().events().count(EventFilter.ALL), "");
		step("jump", jumps());
		step("sort by address", times(() -> sort(1)));
		step("sort by reason", times(() -> sort(3)));
		step("sort by host", times(() -> sort(5)));
		step("sort by date", times(() -> sort(0)));
		step("filter by reason", times(() -> choose("log.reason")));
		step("filter by campaign", times(() -> choose("log.campaign")));
		step("filter by state", times(() -> choose("log.state")));
		step("filter by text, each key", typing("log.text", LOG, Screen.with(() -> log().getItem(0).getText(1))));
		step("group by reason", times(() -> group(1)));
		step("group by host", times(() -> group(3)));
		group(0);
		Screen.command(Commands.SHOW_CUSTOMERS);
		waitFor(() -> find(LOOKUP) != null && find(LOOKUP).getItemCount() > 0);
		step("customer search, each key", typing("lookup.text", LOOKUP, "berg1234"));
		step("customer search, each key of a company", typing("lookup.text", LOOKUP, "company 77"));
		for (String view : new String[]{ Commands.SHOW_OVERVIEW, Commands.SHOW_CAMPAIGNS, Commands.SHOW_BLOCKING,
				Commands.SHOW_SOURCES, Commands.SHOW_BOUNCES }) {
			Screen.command(view);
			Thread.sleep(3_000);
			step("stall in " + view.substring(view.lastIndexOf('.') + 1), new long[0]);
		}
		isOver = true;
		watch.join();
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		print("heap in use", (runtime.totalMemory() - runtime.freeMemory()) >> 20, "MiB");
	}

	/** Measures how long the window's thread lets others wait. */
	private Thread watch(Display display) {
		Thread thread = new Thread(() -> {
			while (!isOver) {
				long start = System.nanoTime();
				display.syncExec(() -> {
				});
				stall.accumulateAndGet(System.nanoTime() - start, Math::max);
				Screen.pause();
			}
		}, "stall watch");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private void step(String what, long[] nanos) {
		long[] sorted = nanos.clone();
		Arrays.sort(sorted);
		if (sorted.length > 0) {
			print(what + ", median of " + sorted.length, sorted[sorted.length / 2] / 1_000_000, "ms");
			print(what + ", longest", sorted[sorted.length - 1] / 1_000_000, "ms");
		}
		print(what + ", longest stall of the window", stall.getAndSet(0) / 1_000_000, "ms");
	}

	private static void print(String what, long value, String unit) {
		System.out.printf(Locale.ROOT, "tour: %s\t%d %s%n", what, value, unit);
	}

	private static long[] times(Runnable work) {
		long[] nanos = new long[3];
		for (int i = 0; i < nanos.length; i++) {
			long start = System.nanoTime();
			work.run();
			nanos[i] = System.nanoTime() - start;
		}
		return nanos;
	}

	private static void waitFor(BooleanSupplier condition) {
		long end = System.nanoTime() + LONGEST_MILLIS * 1_000_000;
		while (!Screen.with(condition::getAsBoolean)) {
			if (System.nanoTime() > end) {
				throw new AssertionError("never came");
			}
			try {
				Thread.sleep(2);
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
		}
	}

	private static Table find(String id) {
		return Screen.find(Table.class, id);
	}

	private static Table log() {
		return find(LOG);
	}

	private static boolean hasRow(int index) {
		return log() != null && log().getItemCount() > index && !log().getItem(index).getText(1).isEmpty();
	}

	private static long[] jumps() {
		Random random = new Random(7);
		long[] nanos = new long[JUMPS];
		int rows = Screen.with(() -> log().getItemCount());
		for (int i = 0; i < JUMPS; i++) {
			int row = random.nextInt(rows);
			long start = System.nanoTime();
			Screen.run(() -> log().setTopIndex(row));
			waitFor(() -> hasRow(row));
			nanos[i] = System.nanoTime() - start;
		}
		return nanos;
	}

	/** What the first row is about; it changes when the table is filled anew. */
	private static Object first() {
		return log().getItemCount() == 0 ? "" : log().getItem(0).getData();
	}

	private static void change(Runnable change) {
		Object before = Screen.with(TourBenchmark::firstOrNothing);
		Screen.run(change);
		waitFor(() -> (log().getItemCount() == 0 || hasRow(0)) && first() != before);
	}

	private static Object firstOrNothing() {
		Object first = first();
		return first == null ? "" : first;
	}

	private static void sort(int column) {
		change(() -> Screen.select(log().getColumn(column)));
	}

	/** Chooses the next value of a list. */
	private static void choose(String id) {
		change(() -> {
			Combo combo = Screen.find(Combo.class, id);
			combo.select((combo.getSelectionIndex() + 1) % combo.getItemCount());
			Screen.select(combo);
		});
		Screen.run(() -> {
			Combo combo = Screen.find(Combo.class, id);
			combo.select(0);
			Screen.select(combo);
		});
		waitFor(() -> hasRow(0));
	}

	private static void group(int index) {
		Screen.run(() -> {
			Combo combo = Screen.find(Combo.class, "log.group");
			combo.select(index);
			Screen.select(combo);
		});
		waitFor(() -> index == 0 || find("log.groups") != null && find("log.groups").getItemCount() > 1);
	}

	private static long[] typing(String field, String table, String text) {
		long[] nanos = new long[text.length()];
		for (int i = 1; i <= text.length(); i++) {
			String typed = text.substring(0, i);
			Object before = Screen.with(() -> row(table));
			Object shown = Screen.with(() -> table.equals(LOG) ? firstOrNothing() : "");
			long start = System.nanoTime();
			Screen.run(() -> Screen.find(Text.class, field).setText(typed));
			waitFor(() -> table.equals(LOG)
					? (log().getItemCount() == 0 || hasRow(0)) && first() != shown
					: row(table) != before);
			nanos[i - 1] = System.nanoTime() - start;
		}
		Screen.type(field, "");
		return nanos;
	}

	/** What the first row is about, which is known when it is seen. */
	private static Object row(String table) {
		if (find(table).getItemCount() == 0) {
			return "";
		}
		TableItem item = find(table).getItem(0);
		item.getText();
		return item.getData();
	}
}
