package rebound.ui.internal.desk;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.ILog;
import rebound.pipeline.Progress;
import rebound.store.BounceStore;
import rebound.store.StoreException;

/** Asks the database in the background. A newer question makes the answer to an older one void. */
public final class Asker {

	private final Database database;
	private final Executor background;
	private final Executor window;
	private final AtomicInteger latest = new AtomicInteger();

	Asker(Database database, Executor background, Executor window) {
		this.database = database;
		this.background = background;
		this.window = window;
	}

	/** Asks, and hands the answer over on the window's thread unless another question came meanwhile. */
	public <T> void ask(Function<BounceStore, T> question, Consumer<T> answer) {
		int number = latest.incrementAndGet();
		background.execute(() -> answer(number, question, answer));
	}

	/** Makes the answers that are still to come void. */
	public void forget() {
		latest.incrementAndGet();
	}

	/** @return tells work that its answer is not wanted any more: to be made where the question is answered */
	public Progress progress() {
		int number = latest.get();
		return new Progress() {
			@Override
			public void done(double fraction, long items) {
				// Nobody looks at how far an answer is.
			}

			@Override
			public boolean cancelled() {
				return number != latest.get();
			}
		};
	}

	private <T> void answer(int number, Function<BounceStore, T> question, Consumer<T> answer) {
		if (number != latest.get() || database.state() != Database.State.OPEN) {
			return;
		}
		T found;
		try {
			found = question.apply(database.store());
		} catch (CancellationException another) {
			return;
		} catch (StoreException e) {
			// The view keeps what it showed; the log tells what the database said.
			ILog.of(Asker.class).error(e.getMessage(), e);
			return;
		}
		window.execute(() -> {
			if (number == latest.get()) {
				answer.accept(found);
			}
		});
	}
}
