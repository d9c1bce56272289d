package rebound.ui.internal.desk;

import org.osgi.service.component.annotations.Component;

/** What was done last, and can be taken back once: by its note, or by the command. For the window's thread. */
@Component(service = LastUndo.class)
public final class LastUndo {

	private Runnable undo;

	/** @return takes it back, the first time it is called */
	public Runnable offer(Runnable work) {
		boolean[] done = { false };
		Runnable once = () -> {
			if (!done[0]) {
				done[0] = true;
				undo = null;
				work.run();
			}
		};
		undo = once;
		return once;
	}

	/** @return whether there is anything to take back */
	public boolean isOffered() {
		return undo != null;
	}

	/** Takes it back. */
	public void run() {
		if (undo != null) {
			undo.run();
		}
	}
}
