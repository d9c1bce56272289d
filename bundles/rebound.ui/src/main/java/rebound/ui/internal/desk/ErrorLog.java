package rebound.ui.internal.desk;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** What went wrong since the program was started, the latest first. For any thread. */
@Component(service = ErrorLog.class)
public final class ErrorLog implements ILogListener {

	/** Entries that are kept. */
	public static final int MOST = 500;
	private static final int MOST_CAUSES = 10;

	/**
	 * Something that went wrong.
	 *
	 * @param isError whether it is more than a warning
	 * @param source  the part of the program that tells it
	 * @param details stack traces, or empty
	 */
	public record Entry(Instant at, boolean isError, String source, String message, String details) {
	}

	private final Deque<Entry> entries = new ArrayDeque<>();
	private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** Begins to listen. */
	@Activate
	public ErrorLog() {
		Platform.addLogListener(this);
	}

	@Deactivate
	void deactivate() {
		Platform.removeLogListener(this);
	}

	@Override
	public void logging(IStatus status, String source) {
		if (status.getSeverity() < IStatus.WARNING) {
			return;
		}
		StringBuilder details = new StringBuilder();
		details(status, details);
		synchronized (entries) {
			entries.addFirst(new Entry(Instant.now(), status.getSeverity() == IStatus.ERROR, status.getPlugin(),
					String.valueOf(status.getMessage()), details.toString()));
			if (entries.size() > MOST) {
				entries.removeLast();
			}
		}
		listeners.forEach(Runnable::run);
	}

	private static void details(IStatus status, StringBuilder out) {
		Throwable cause = status.getException();
		for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
			out.append(cause).append('\n');
			for (StackTraceElement frame : cause.getStackTrace()) {
				out.append("\tat ").append(frame).append('\n');
			}
			cause = cause.getCause();
		}
		for (IStatus child : status.getChildren()) {
			out.append(child.getMessage()).append('\n');
			details(child, out);
		}
	}

	/** @return what is kept */
	public List<Entry> entries() {
		synchronized (entries) {
			return List.copyOf(entries);
		}
	}

	/** Calls a listener, on any thread, after something went wrong. */
	public void onChange(Runnable listener) {
		listeners.add(listener);
	}

	/** Ends the calls. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}
}
