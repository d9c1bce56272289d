package rebound.ui.internal.view;

import org.eclipse.jface.action.IStatusLineManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The line at the foot of our window; in another workbench it is not ours. */
@Component(service = StatusLine.class)
public final class StatusLine {

	private final IStatusLineManager line;

	/** None. */
	@Activate
	public StatusLine() {
		this(null);
	}

	/** @param line {@code null} for none */
	public StatusLine(IStatusLineManager line) {
		this.line = line;
	}

	void show(String text) {
		if (line != null) {
			line.setMessage(text);
		}
	}

	/** Keeps what one view says, and says it while the view is the one in use. */
	static final class Entry {
		private final StatusLine status;
		private String text = "";

		Entry(StatusLine status) {
			this.status = status;
		}

		/** @param isSeen whether the view is in use */
		void say(String said, boolean isSeen) {
			text = said;
			if (isSeen) {
				again();
			}
		}

		void again() {
			status.show(text);
		}
	}
}
