package rebound.ui.internal.view;

import org.eclipse.jface.action.IStatusLineManager;

/** The line at the foot of the window. */
public final class StatusLine {

	private final IStatusLineManager line;

	public StatusLine(IStatusLineManager line) {
		this.line = line;
	}

	void show(String text) {
		line.setMessage(text);
	}
}
