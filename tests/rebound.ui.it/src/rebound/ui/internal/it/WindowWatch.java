package rebound.ui.internal.it;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** Looks again and again at what the window's thread does: it must never ask a database or the network. */
final class WindowWatch {

	private static final long PAUSE_MILLIS = 10;
	private static final List<String> FORBIDDEN = List.of("org.apache.derby.", "org.postgresql.",
			"rebound.store.internal.", "jakarta.mail.", "org.eclipse.angus.", "java.net.Socket", "sun.nio.ch.NioSocket",
			"java.net.InetAddress");

	private final ConcurrentSkipListSet<String> found = new ConcurrentSkipListSet<>();
	private volatile boolean isOn;

	/** Begins to look at a thread. */
	void start(Thread window) {
		isOn = true;
		Thread watch = new Thread(() -> {
			while (isOn && window.isAlive()) {
				look(window.getStackTrace());
				try {
					Thread.sleep(PAUSE_MILLIS);
				} catch (InterruptedException stopped) {
					return;
				}
			}
		}, "window watch");
		watch.setDaemon(true);
		watch.start();
	}

	void stop() {
		isOn = false;
	}

	private void look(StackTraceElement[] stack) {
		Optional<StackTraceElement> wrong = Arrays.stream(stack)
				.filter(frame -> FORBIDDEN.stream().anyMatch(frame.getClassName()::startsWith)).findFirst();
		if (wrong.isPresent()) {
			found.add(wrong.get() + " from " + Arrays.stream(stack)
					.filter(frame -> frame.getClassName().startsWith("rebound.ui.")).map(String::valueOf).limit(3)
					.collect(Collectors.joining(", ")));
		}
	}

	/** @throws AssertionError if the window's thread was seen where it must not be */
	void check() {
		if (!found.isEmpty()) {
			throw new AssertionError(String.join("\n", found));
		}
	}
}
