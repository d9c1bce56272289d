package rebound.clicks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * A user of the built product's window, for a test: waits for a note about updates ({@code note}), sees that nothing is
 * said ({@code silence}), chooses <em>Help, Check for Updates</em> and clicks through to the restart ({@code update}), or
 * looks at what the example of an extension says of a bounce ({@code extension}).
 * What is to be done is said by the system property {@code rebound.clicks}; what was done is written to the file that
 * {@code rebound.clicks.log} names.
 */
public final class UpdateClicks implements IStartup {

	private static final String UPDATE = "org.eclipse.equinox.p2.ui.sdk.update";
	private static final String RESTART = "Restart Now";
	/** What is clicked when it can be, the first of them first. */
	private static final List<String> BUTTONS = List.of(RESTART, "Trust Selected", "Select All",
			"I accept the terms of the license agreement", "I accept the terms of the license agreements", "Finish",
			"Next >");
	/** The last one has the bounces. */
	private static final List<String> VIEWS = List.of("rebound.ui.bounce", "rebound.example.view.bounce",
			"rebound.ui.bounceLog");
	/** What the extension's rule and its view say. */
	private static final List<String> WORDS = List.of("The mailbox is retired",
			"No mail to anna.berg@acme.example");
	private static final String NOTE = "Updates Available";
	private static final long PATIENCE_MILLIS = 180_000;
	private static final long PAUSE_MILLIS = 200;
	private static final int QUIET = 25;

	private final IWorkbench workbench = PlatformUI.getWorkbench();
	private final Path log = Path.of(System.getProperty("rebound.clicks.log", "clicks.log"));

	@Override
	public void earlyStartup() {
		String wanted = System.getProperty("rebound.clicks");
		if (wanted != null) {
			Thread user = new Thread(() -> use(wanted), "clicks");
			user.setDaemon(true);
			user.start();
		}
	}

	private void use(String wanted) {
		tell("window of " + System.getProperty("rebound.version"));
		switch (wanted) {
			case "note" -> await(() -> labels().contains(NOTE));
			case "silence" -> awaitSilence();
			case "extension" -> lookAtExtension();
			case "update" -> {
				if (!clicked(RESTART)) {
					update();
					// It ends by itself, and is started again.
					return;
				}
			}
			default -> throw new IllegalArgumentException(wanted);
		}
		in(workbench::close);
	}

	private void lookAtExtension() {
		in(() -> {
			for (String view : VIEWS) {
				try {
					workbench.getActiveWorkbenchWindow().getActivePage().showView(view);
				} catch (PartInitException failed) {
					tell(failed.toString());
				}
			}
		});
		await(() -> WORDS.stream().allMatch(words -> said().anyMatch(text -> text.contains(words))));
		tell("said " + String.join(", ", WORDS));
	}

	/** @return all texts, also of views that lie behind others */
	private Stream<String> said() {
		List<Control> all = new ArrayList<>();
		for (Shell shell : workbench.getDisplay().getShells()) {
			collect(shell, all, false);
		}
		return all.stream().map(each -> switch (each) {
			case Label label -> label.getText();
			case Text text -> text.getText();
			default -> "";
		});
	}

	private void awaitSilence() {
		int[] quiet = { 0 };
		await(() -> {
			boolean works = Arrays.stream(Job.getJobManager().find(null))
					.anyMatch(job -> job.getState() == Job.RUNNING);
			quiet[0] = works ? 0 : quiet[0] + 1;
			return quiet[0] > QUIET || labels().contains(NOTE);
		});
	}

	private void update() {
		workbench.getDisplay().asyncExec(() -> {
			try {
				workbench.getService(IHandlerService.class).executeCommand(UPDATE, null);
			} catch (CommandException failed) {
				tell(failed.toString());
			}
		});
		await(() -> {
			click();
			return clicked(RESTART);
		});
	}

	private interface Condition {
		boolean holds();
	}

	/** Looks again and again, on the window's thread. */
	private void await(Condition condition) {
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		boolean[] holds = { false };
		while (!holds[0] && System.nanoTime() < end) {
			try {
				Thread.sleep(PAUSE_MILLIS);
			} catch (InterruptedException stop) {
				return;
			}
			in(() -> holds[0] = condition.holds());
		}
		if (!holds[0]) {
			tell("never came");
			in(() -> tell(String.join("; ", texts())));
		}
	}

	private void in(Runnable work) {
		Display display = workbench.getDisplay();
		if (!display.isDisposed()) {
			display.syncExec(work);
		}
	}

	private void click() {
		List<Button> buttons = buttons();
		for (String wanted : BUTTONS) {
			for (Button button : buttons) {
				boolean isChosen = (button.getStyle() & (SWT.RADIO | SWT.CHECK)) != 0 && button.getSelection();
				boolean isOnce = "Select All".equals(wanted) && clicked(title(button) + ": " + wanted);
				if (text(button).equals(wanted) && button.isEnabled() && !isChosen && !isOnce) {
					tell("clicked " + title(button) + ": " + wanted);
					if ((button.getStyle() & SWT.RADIO) != 0) {
						Arrays.stream(button.getParent().getChildren()).filter(Button.class::isInstance)
								.forEach(each -> ((Button) each).setSelection(each == button));
					}
					// The click may open a dialog, which comes back late.
					workbench.getDisplay().asyncExec(() -> button.notifyListeners(SWT.Selection, new Event()));
					return;
				}
			}
		}
	}

	private static String title(Control control) {
		return control.getShell().getText();
	}

	private static String text(Button button) {
		return button.getText().replace("&", "");
	}

	private List<Button> buttons() {
		return controls().stream().filter(Button.class::isInstance).map(Button.class::cast).toList();
	}

	private List<String> labels() {
		return controls().stream().filter(Label.class::isInstance).map(each -> ((Label) each).getText()).toList();
	}

	private List<String> texts() {
		List<String> texts = new ArrayList<>(labels());
		buttons().forEach(
				button -> texts.add(title(button) + ": " + text(button) + (button.isEnabled() ? "" : " (off)")));
		return texts;
	}

	private List<Control> controls() {
		List<Control> found = new ArrayList<>();
		for (Shell shell : workbench.getDisplay().getShells()) {
			if (shell.isVisible()) {
				collect(shell, found, true);
			}
		}
		return found;
	}

	private static void collect(Composite parent, List<Control> found, boolean visibleOnly) {
		for (Control child : parent.getChildren()) {
			if (!visibleOnly || child.isVisible()) {
				found.add(child);
			}
			if (child instanceof Composite composite) {
				collect(composite, found, visibleOnly);
			}
		}
	}

	private boolean clicked(String what) {
		try {
			return Files.exists(log) && Files.readAllLines(log).stream().anyMatch(line -> line.endsWith(what));
		} catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private void tell(String line) {
		try {
			Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}
}
