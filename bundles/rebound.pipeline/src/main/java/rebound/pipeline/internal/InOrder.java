package rebound.pipeline.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does pieces of work on all processors and hands their results on in the order in which the pieces came. Used by one
 * thread, which also takes the results. Whoever adds more than is being worked on has to wait, so what is waiting needs
 * little memory.
 *
 * @param <T> result of a piece
 */
public final class InOrder<T> implements AutoCloseable {

	private static final int MOST_IN_BATCH = 64;
	/** Enough to make handing over cheap; what is in work at a time has to be moved by every garbage collection. */
	private static final long BATCH_BYTES = 1 << 17;
	private static final int BATCHES_PER_THREAD = 4;
	private static final long MOST_BYTES = 1 << 24;
	/** A piece that is larger holds a part of its file, not the bytes. */
	private static final long MOST_HELD = 1 << 20;

	private final int threads = Runtime.getRuntime().availableProcessors();
	private final Consumer<T> sink;
	private final Deque<Running<T>> running = new ArrayDeque<>();
	private List<Supplier<T>> batch = new ArrayList<>();
	private long batchBytes;
	private long runningBytes;
	private ExecutorService workers;

	/** @param sink takes the results */
	public InOrder(Consumer<T> sink) {
		this.sink = sink;
	}

	private record Running<T>(Future<List<T>> results, long bytes) {
	}

	/**
	 * Adds a piece of work.
	 *
	 * @param bytes what it holds in memory, about
	 */
	public void add(Supplier<T> piece, long bytes) {
		batch.add(piece);
		batchBytes += Math.min(bytes, MOST_HELD);
		if (batch.size() >= MOST_IN_BATCH || batchBytes >= BATCH_BYTES) {
			start();
			while (runningBytes > MOST_BYTES || running.size() > BATCHES_PER_THREAD * threads || isFirstDone()) {
				takeFirst();
			}
		}
	}

	/** Waits for all pieces. */
	public void finish() {
		if (workers == null) {
			// Threads for a handful of mails cost more than they save.
			batch.forEach(piece -> sink.accept(piece.get()));
			batch = new ArrayList<>();
			return;
		}
		start();
		while (!running.isEmpty()) {
			takeFirst();
		}
	}

	/** Gives up what is not done. */
	@Override
	public void close() {
		if (workers == null) {
			return;
		}
		workers.shutdownNow();
		try {
			// The pieces hold on to files that the caller may want to remove.
			workers.awaitTermination(10, TimeUnit.SECONDS);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void start() {
		if (batch.isEmpty()) {
			return;
		}
		if (workers == null) {
			workers = Executors.newFixedThreadPool(threads,
					Thread.ofPlatform().name("rebound-read-", 0).daemon().factory());
		}
		List<Supplier<T>> pieces = batch;
		running.add(new Running<>(workers.submit(() -> work(pieces)), batchBytes));
		runningBytes += batchBytes;
		batch = new ArrayList<>();
		batchBytes = 0;
	}

	private static <T> List<T> work(List<Supplier<T>> pieces) {
		List<T> results = new ArrayList<>(pieces.size());
		for (Supplier<T> piece : pieces) {
			if (Thread.interrupted()) {
				break;
			}
			results.add(piece.get());
		}
		return results;
	}

	private boolean isFirstDone() {
		Running<T> first = running.peek();
		return first != null && first.results().isDone();
	}

	private void takeFirst() {
		Running<T> first = running.remove();
		runningBytes -= first.bytes();
		try {
			first.results().get().forEach(sink);
		} catch (ExecutionException failed) {
			switch (failed.getCause()) {
				case RuntimeException exception -> throw exception;
				case Error error -> throw error;
				default -> throw new IllegalStateException(failed.getCause());
			}
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}
}
