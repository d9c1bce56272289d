package rebound.ui.internal.command;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Failures;
import rebound.ui.internal.desk.LastUndo;

/** Tells what has happened: in a note that goes away by itself, or, for a failure, in a dialog. */
@Creatable
final class Notices {

	private static final int WIDTH = 320;
	private static final int MOST_CAUSES = 10;
	private static final long SHOWN_MILLIS = 12_000;
	private static final int LONGEST_WAIT_MILLIS = 20_000;

	private final Desk desk;
	private final Display display;
	private final LastUndo last;

	@Inject
	Notices(Desk desk, Display display, LastUndo last) {
		this.last = last;
		this.desk = desk;
		this.display = display;
	}

	/** Tells something. */
	void tell(String title, String text) {
		tell(title, text, null, null);
	}

	/** Tells what was done, and offers to take it back: here, and as long as nothing else is done by the command. */
	void undoable(String title, String text, Runnable undo) {
		tell(title, text, desk.texts().text("decide.undo"), last.offer(undo));
	}

	/** Tells something, and offers to do something about it. */
	void tell(String title, String text, String offer, Runnable work) {
		whenFree(() -> NotificationPopup.forDisplay(display).delay(SHOWN_MILLIS).fadeIn(false).title(title, true)
				.content(parent -> content(parent, text, offer, work)).open());
	}

	/** A note takes the keyboard from the platform's own dialogs: it waits for their end, but not for ever. */
	private void whenFree(Runnable shown) {
		if (display.getActiveShell() != null) {
			shown.run();
			return;
		}
		Runnable[] once = { shown };
		Listener back = event -> {
			Runnable first = once[0];
			once[0] = null;
			if (first != null) {
				first.run();
			}
		};
		display.addFilter(SWT.Activate, back);
		display.timerExec(LONGEST_WAIT_MILLIS, () -> {
			display.removeFilter(SWT.Activate, back);
			back.handleEvent(null);
		});
	}

	/** Opens a file with the program that the user's desktop has for it. */
	void open(Path file) {
		if (!Program.launch(file.toString())) {
			tell(desk.texts().text("report.open"), desk.texts().text("report.noProgram", file.toString()));
		}
	}

	private static Control content(Composite parent, String text, String offer, Runnable work) {
		Composite content = new Composite(parent, SWT.NONE);
		content.setLayout(GridLayoutFactory.swtDefaults().create());
		Label label = new Label(content, SWT.WRAP);
		label.setText(text.replace("&", "&&"));
		label.setLayoutData(GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).create());
		if (offer != null) {
			Link link = new Link(content, SWT.NONE);
			link.setText("<a>" + offer + "</a>");
			link.addListener(SWT.Selection, e -> {
				work.run();
				link.getShell().close();
			});
		}
		return content;
	}

	/** Says in one sentence what failed and what to do; the details can be unfolded. */
	void failed(String what, Throwable failure) {
		Failures failures = new Failures(desk.texts());
		MultiStatus status = new MultiStatus("rebound.ui", IStatus.ERROR, failures.advice(failure), null);
		Throwable cause = failure;
		for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
			status.add(new Status(IStatus.ERROR, "rebound.ui", cause.toString()));
			cause = cause.getCause();
		}
		ErrorDialog.openError(display.getActiveShell(), what, failures.sentence(failure), status);
	}
}
