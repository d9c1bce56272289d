package rebound.ui.internal.view;

import org.eclipse.e4.core.di.annotations.Execute;

/** What a part of the window does for a command while it is active. */
final class PartHandler {

	private final Runnable work;

	PartHandler(Runnable work) {
		this.work = work;
	}

	@Execute
	void run() {
		work.run();
	}
}
