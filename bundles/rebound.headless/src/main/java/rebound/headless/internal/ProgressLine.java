package rebound.headless.internal;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import rebound.headless.Console.ShownProgress;
import rebound.headless.Messages;

/** One line of a terminal that shows how far the work has come, and goes away when it is done. */
public final class ProgressLine implements ShownProgress {

	private static final long FIRST_AFTER = TimeUnit.SECONDS.toNanos(1);
	private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(200);

	private final PrintStream err;
	private final Messages messages;
	private final BooleanSupplier cancelled;
	private final long start = System.nanoTime();
	private long next = start + FIRST_AFTER;
	private boolean decided;
	private boolean visible;
	private int width;

	/** @param err the terminal, if it is one; {@code null} to show nothing */
	public ProgressLine(PrintStream err, Messages messages, BooleanSupplier cancelled) {
		this.err = err;
		this.messages = messages;
		this.cancelled = cancelled;
		this.decided = err == null;
	}

	@Override
	public void done(double fraction, long items) {
		long now = System.nanoTime();
		if (now - next < 0) {
			return;
		}
		next = now + EVERY;
		if (!decided) {
			decided = true;
			visible = Terminal.isStandardError(err);
		}
		if (visible) {
			double seconds = (now - start) / 1e9;
			long speed = Math.round(items / seconds);
			show(fraction <= 0
					? messages.text("progress.items", items, speed)
					: messages.text("progress", Math.min(100, (int) (fraction * 100)), items, speed));
		}
	}

	@Override
	public boolean cancelled() {
		return cancelled.getAsBoolean();
	}

	@Override
	public void close() {
		if (width > 0) {
			show("");
			err.print('\r');
			err.flush();
		}
	}

	private void show(String text) {
		err.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
		err.flush();
		width = text.length();
	}
}
