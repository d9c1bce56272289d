package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import rebound.customers.CustomerHandler;
import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;
import rebound.model.Customer;
import rebound.pipeline.CustomerImport;
import rebound.pipeline.Progress;
import rebound.store.CustomerStore;
import rebound.store.CustomerStore.SaveResult;

/** Stores customers batch by batch as a source hands them over. */
public final class CustomerRows implements CustomerHandler {

	private static final int BATCH = 1000;

	private final CustomerStore store;
	private final Progress progress;
	private final List<Customer> batch = new ArrayList<>();
	private final List<RowProblem> problems = new ArrayList<>();
	private List<MappedColumn> columns = List.of();
	private long rows;
	private long added;
	private long changed;
	private long unchanged;
	private long problemCount;
	private long leftOut;

	public CustomerRows(CustomerStore store, Progress progress) {
		this.store = store;
		this.progress = progress;
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

	/** Stores what is waiting. */
	public CustomerImport finish() {
		flush();
		return new CustomerImport(columns, rows, added, changed, unchanged, problems, problemCount, leftOut);
	}

	private void flush() {
		SaveResult result = store.save(batch);
		added += result.added();
		changed += result.changed();
		unchanged += result.unchanged();
		batch.clear();
	}
}
