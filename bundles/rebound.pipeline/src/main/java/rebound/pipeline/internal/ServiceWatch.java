package rebound.pipeline.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import rebound.pipeline.ServiceException;
import rebound.pipeline.ServiceException.Code;
import rebound.report.Rows;

/**
 * The one place where services that read or write for long are called, which somebody else may have made: on threads of
 * their own, so that one which hangs is left behind. It is not called again, and its thread is told to end; a thread that
 * does not is no more than a burden, as what it hands over is refused. What threads it starts are in a group of its own,
 * so that one which leaves many behind is known, and left out, too.
 */
public final class ServiceWatch {

	/** A place on a slow network may say nothing for a while. */
	private static final Duration LONGEST = Duration.ofMinutes(2);
	/** Whether a place is one of its own, a service knows without looking far. */
	private static final Duration LONGEST_QUESTION = Duration.ofSeconds(5);
	/** More threads than these, of one service, are some that it has forgotten. */
	private static final int MOST_THREADS = 100;
	private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
	private static final System.Logger LOG = System.getLogger("rebound.pipeline");

	private final Duration longest;
	private final Set<String> leftOut = ConcurrentHashMap.newKeySet();
	private final Map<String, ThreadGroup> groups = new ConcurrentHashMap<>();

	public ServiceWatch() {
		this(LONGEST);
	}

	/** @param longest how long a service may give no sign of life */
	public ServiceWatch(Duration longest) {
		this.longest = longest;
	}

	/** What a service does. */
	@FunctionalInterface
	public interface Work<T> {
		T run(Life life) throws IOException;
	}

	/**
	 * Calls a service.
	 *
	 * @param id the service's
	 * @throws ServiceException if it throws anything but an {@link IOException}, hangs, starts far too many threads, or is
	 *                          left out
	 */
	public <T> T call(String id, Work<T> work) throws IOException {
		return call(id, longest, work);
	}

	private <T> T call(String id, Duration silence, Work<T> work) throws IOException {
		if (leftOut.contains(id)) {
			throw new ServiceException(Code.SILENT, id, null);
		}
		Life life = new Life();
		FutureTask<T> task = new FutureTask<>(() -> work.run(life));
		ThreadGroup group = groups.computeIfAbsent(id, ThreadGroup::new);
		Thread thread = Thread.ofPlatform().group(group).daemon().name("rebound-" + id).start(task);
		try {
			while (true) {
				try {
					return task.get(Math.min(life.left(silence.toNanos()), LOOK_AGAIN_NANOS), TimeUnit.NANOSECONDS);
				} catch (TimeoutException silent) {
					if (life.isOver(silence.toNanos())) {
						thread.interrupt();
						leftOut.add(id);
						LOG.log(System.Logger.Level.WARNING,
								"{0} gave no sign of life in {1} s and is left out from now on", id,
								silence.toMillis() / 1000.0);
						throw new ServiceException(Code.SILENT, id, null);
					}
					if (leavesOutIfCrowded(id, group)) {
						life.end();
						thread.interrupt();
						throw new ServiceException(Code.FAILED, id, null);
					}
				}
			}
		} catch (ExecutionException failed) {
			throw failure(id, life, failed.getCause());
		} catch (InterruptedException stop) {
			life.isOver(0);
			thread.interrupt();
			Thread.currentThread().interrupt();
			throw new CancellationException();
		} finally {
			leavesOutIfCrowded(id, group);
		}
	}

	private boolean leavesOutIfCrowded(String id, ThreadGroup group) {
		int threads = group.activeCount();
		if (threads > MOST_THREADS && leftOut.add(id)) {
			LOG.log(System.Logger.Level.WARNING, "{0} has left {1} threads running and is left out from now on", id,
					threads);
		}
		return threads > MOST_THREADS;
	}

	/** @return what a service says of a location; one that throws or hangs reads none */
	boolean accepts(String id, BooleanSupplier question) {
		Duration silence = longest.compareTo(LONGEST_QUESTION) < 0 ? longest : LONGEST_QUESTION;
		try {
			return call(id, silence, life -> question.getAsBoolean());
		} catch (ServiceException | IOException told) {
			return false;
		}
	}

	/** @return rows that a service takes, while their reading takes none of its time */
	public static <R> Rows<R> watched(Rows<R> rows, Life life) {
		return receiver -> {
			life.ours();
			try {
				rows.forEach(row -> {
					life.theirs();
					receiver.row(row);
					life.ours();
				});
			} finally {
				life.theirs();
			}
		};
	}

	private static RuntimeException failure(String id, Life life, Throwable cause) throws IOException {
		if (life.ours != null) {
			throw life.ours;
		}
		if (cause instanceof IOException told) {
			throw told;
		}
		LOG.log(System.Logger.Level.WARNING, id + " failed", cause);
		return new ServiceException(Code.FAILED, id, cause);
	}

	/** A service's signs of life: each time that it hands something over. */
	public static final class Life {
		private long last = System.nanoTime();
		private boolean isOurs;
		private boolean isOver;
		private RuntimeException ours;

		/** Does a step of ours, which takes none of the service's time, and whose failure is not the service's. */
		public void step(Runnable step) {
			ours();
			try {
				step.run();
			} catch (RuntimeException failed) {
				throw told(failed);
			} finally {
				theirs();
			}
		}

		/** From here on we work: that takes none of the service's time. */
		public synchronized void ours() {
			if (isOver) {
				throw new CancellationException();
			}
			isOurs = true;
		}

		/** From here on the service works. */
		public synchronized void theirs() {
			isOurs = false;
			last = System.nanoTime();
		}

		/** @return a failure that says already whose it is, to be thrown */
		public RuntimeException told(RuntimeException failure) {
			ours = failure;
			return failure;
		}

		private synchronized void end() {
			isOver = true;
		}

		private synchronized long left(long nanos) {
			return isOurs ? nanos : Math.max(1, nanos - (System.nanoTime() - last));
		}

		/** @return whether it is; then nothing is taken from the service any more */
		private synchronized boolean isOver(long nanos) {
			isOver = !isOurs && System.nanoTime() - last >= nanos;
			return isOver;
		}
	}
}
