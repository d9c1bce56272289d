package rebound.pipeline.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import rebound.customers.CustomerHandler;
import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;
import rebound.model.Customer;
import rebound.pipeline.CustomerImport;
import rebound.pipeline.Progress;
import rebound.store.BounceStore;
import rebound.store.CustomerStore;
import rebound.store.CustomerStore.SaveResult;

/** Stores customers batch by batch as a source hands them over: one is stored while the next is read. */
public final class CustomerRows implements CustomerHandler, AutoCloseable {

	private static final int BATCH = 4_000;

	private final CustomerStore store;
	private final ChangeCheck changes;
	private final SeenIds seen = new SeenIds();
	private final Progress progress;
	private final boolean wasEmpty;
	private List<Customer> batch = new ArrayList<>();
	private boolean isNew = true;
	private FutureTask<SaveResult> saving;
	private final List<RowProblem> problems = new ArrayList<>();
	private List<MappedColumn> columns = List.of();
	private long rows;
	private long added;
	private long changed;
	private long unchanged;
	private long problemCount;
	private long leftOut;

	/** @param now when the customers are read */
	public CustomerRows(BounceStore store, Progress progress, Instant now) {
		this.store = store.customers();
		this.changes = new ChangeCheck(store.changes(), now);
		this.progress = progress;
		this.wasEmpty = this.store.search("", 1).isEmpty();
	}

	@Override
	public void columns(List<MappedColumn> understood) {
		columns = understood;
	}

	@Override
	public void customer(long row, Customer customer) {
		if (progress.cancelled()) {
			throw new CancellationException();
		}
		progress.done(0, ++rows);
		batch.add(customer);
		isNew &= seen.add(customer.id());
		changes.read(customer);
		if (batch.size() >= BATCH) {
			flush();
		}
	}

	@Override
	public void problem(RowProblem problem) {
		problemCount++;
		leftOut += problem.code().customerRead() ? 0 : 1;
		if (problems.size() < CustomerImport.MOST_PROBLEMS) {
			problems.add(problem);
		}
	}

	/**
	 * Stores what is waiting, and looks which customers were not among those read.
	 *
	 * @param removeGone whether to remove these
	 */
	public CustomerImport finish(boolean removeGone) {
		flush();
		await();
		Gone gone = new Gone();
		store.forEachId(id -> {
			if (!seen.has(id)) {
				gone.add(id, removeGone);
			}
		});
		return summary(gone, false);
	}

	/**
	 * Stores what is waiting, where only changes were read.
	 *
	 * @param records    the record ids of the customers that are not there any more
	 * @param removeGone whether to remove these
	 */
	public CustomerImport finishChanges(Set<String> records, boolean removeGone) {
		flush();
		await();
		Gone gone = new Gone();
		if (!records.isEmpty()) {
			store.forEach(customer -> {
				if (records.contains(customer.crmRecordId()) && !seen.has(customer.id())) {
					gone.add(customer.id(), removeGone);
				}
			});
		}
		return summary(gone, true);
	}

	private CustomerImport summary(Gone gone, boolean changesOnly) {
		for (int from = 0; from < gone.removed.size(); from += BATCH) {
			store.remove(gone.removed.subList(from, Math.min(gone.removed.size(), from + BATCH)));
		}
		return new CustomerImport(columns, rows, added, changed, unchanged, gone.named, gone.count, changes.finish(),
				problems, problemCount, leftOut, changesOnly);
	}

	/** The customers that are not there any more. */
	private final class Gone {
		private final List<String> named = new ArrayList<>();
		private final List<String> removed = new ArrayList<>();
		private long count;

		void add(String id, boolean remove) {
			count++;
			changes.gone(id);
			if (named.size() < CustomerImport.MOST_PROBLEMS) {
				named.add(id);
			}
			if (remove) {
				removed.add(id);
			}
		}
	}

	private void flush() {
		await();
		List<Customer> full = batch;
		boolean allNew = wasEmpty && isNew;
		saving = new FutureTask<>(() -> allNew ? store.add(full) : store.save(full));
		Thread.ofPlatform().name("customers").start(saving);
		batch = new ArrayList<>();
		isNew = true;
	}

	/** Waits for what is being stored, even when interrupted: nobody may close the store before. */
	private void await() {
		boolean interrupted = false;
		while (saving != null) {
			try {
				SaveResult result = saving.get();
				added += result.added();
				changed += result.changed();
				unchanged += result.unchanged();
				saving = null;
			} catch (InterruptedException stopped) {
				interrupted = true;
			} catch (ExecutionException failed) {
				saving = null;
				throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits for what is being stored when an import ends before its end. */
	@Override
	public void close() {
		await();
	}
}
