package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads on a thread of its own, a little ahead of whoever takes what was read: both are work for a processor. */
final class Ahead<T> {

	private static final int PORTION = 500;
	private static final int PORTIONS = 4;
	private static final int PATIENCE = 100;

	private final BlockingQueue<List<T>> read = new ArrayBlockingQueue<>(PORTIONS);
	private List<T> portion = new ArrayList<>(PORTION);
	private volatile boolean unwanted;

	private Ahead() {
	}

	/**
	 * Hands over all that is read, in order, on the caller's thread.
	 *
	 * @param reading gives each thing to the consumer it is called with
	 * @param taker   may throw to stop
	 */
	static <T> void each(Consumer<Consumer<T>> reading, Consumer<T> taker) {
		new Ahead<T>().run(reading, taker);
	}

	private void run(Consumer<Consumer<T>> reading, Consumer<T> taker) {
		FutureTask<Void> reader = new FutureTask<>(() -> {
			try {
				reading.accept(this::add);
				if (!portion.isEmpty()) {
					put(portion);
				}
			} finally {
				// an empty portion is the end
				put(List.of());
			}
			return null;
		});
		Thread.ofPlatform().name("reading ahead").start(reader);
		boolean done = false;
		try {
			for (List<T> next = take(); !next.isEmpty(); next = take()) {
				next.forEach(taker);
			}
			done = true;
		} finally {
			unwanted = !done;
			read.clear();
			await(reader, done);
		}
	}

	private void add(T thing) {
		portion.add(thing);
		if (portion.size() == PORTION) {
			put(portion);
			portion = new ArrayList<>(PORTION);
		}
	}

	private void put(List<T> full) {
		boolean isIn = false;
		while (!isIn) {
			if (unwanted) {
				throw new CancellationException();
			}
			try {
				isIn = read.offer(full, PATIENCE, TimeUnit.MILLISECONDS);
			} catch (InterruptedException nobodyDoesThat) {
				throw new CancellationException();
			}
		}
	}

	private List<T> take() {
		try {
			return read.take();
		} catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	/** Waits for the reader, even when interrupted: nobody may close the store before. */
	private static void await(FutureTask<Void> reader, boolean wanted) {
		boolean interrupted = false;
		boolean ended = false;
		while (!ended) {
			try {
				reader.get();
				ended = true;
			} catch (InterruptedException stopped) {
				interrupted = true;
			} catch (ExecutionException failed) {
				ended = true;
				if (wanted) {
					throw failed.getCause() instanceof RuntimeException cause
							? cause
							: new IllegalStateException(failed.getCause());
				}
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
