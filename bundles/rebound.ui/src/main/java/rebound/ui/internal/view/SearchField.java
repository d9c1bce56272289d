package rebound.ui.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** A field to search in: it waits until the user stops typing for a moment. */
final class SearchField {

	/** Milliseconds for what is found at once, and for what takes a while. */
	static final int SHORT_PAUSE = 30;
	static final int LONG_PAUSE = 120;

	private final Text text;

	/**
	 * @param id      names the field for tests
	 * @param message says in the empty field, and to screen readers, what can be searched
	 * @param pause   milliseconds without typing after which there is something else to search
	 * @param changed called when there is something else to search
	 */
	SearchField(Composite parent, String id, String message, int pause, Runnable changed) {
		text = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(message);
		text.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
				.hint(160, SWT.DEFAULT).create());
		text.setData(Ids.KEY, id);
		Look.named(text, message);
		Runnable typed = () -> {
			if (!text.isDisposed()) {
				changed.run();
			}
		};
		text.addListener(SWT.Modify, e -> text.getDisplay().timerExec(pause, typed));
	}

	/** Lets the arrow downwards and Enter go to what was found. */
	void leadsTo(Control found) {
		text.addListener(SWT.DefaultSelection, e -> found.setFocus());
		text.addListener(SWT.KeyDown, e -> {
			if (e.keyCode == SWT.ARROW_DOWN) {
				found.setFocus();
			}
		});
	}

	/** @return what is searched, or {@code null} for nothing */
	String wanted() {
		return text.getText().isBlank() ? null : text.getText().strip();
	}

	void enable(boolean enabled) {
		text.setEnabled(enabled);
	}

	void set(String wanted) {
		text.setText(wanted);
	}

	void focus() {
		text.setFocus();
		text.selectAll();
	}
}
