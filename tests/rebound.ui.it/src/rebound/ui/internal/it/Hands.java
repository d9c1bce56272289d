package rebound.ui.internal.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Assumptions;

/** A user's hands: what they press and click goes through the X server and the window manager, like everybody's. */
final class Hands {

	private static final String PROGRAM = "xdotool";
	private static final int MOST_TABS = 80;
	private static final int LINK_START = 8;

	private Hands() {
	}

	/** Tests that need them are left out where their program is not installed, and but for the long profile. */
	static void assumeThere() {
		Assumptions.assumeTrue(Boolean.getBoolean("rebound.long"), "real keys and clicks: only with -Plong");
		boolean isThere = Arrays.stream(System.getenv("PATH").split(":"))
				.anyMatch(folder -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(folder, PROGRAM)));
		Assumptions.assumeTrue(isThere, PROGRAM + " is not installed: nobody presses the keys of this test");
	}

	private static String xdotool(String... arguments) {
		List<String> command = new ArrayList<>(List.of(PROGRAM));
		command.addAll(List.of(arguments));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return process.waitFor() == 0 ? said : "";
		} catch (IOException | InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** Presses keys one after the other, each as xdotool names it: {@code ctrl+o}, {@code Return}. */
	static void press(String... keys) {
		for (String key : keys) {
			xdotool("key", key);
		}
	}

	static void type(String text) {
		xdotool("type", "--delay", "5", "--", text);
	}

	/** Types into the field that has the focus, in place of what is in it. */
	static void retype(String text) {
		press("ctrl+a");
		type(text);
	}

	/** Waits until a window of this title has the keyboard. */
	static void window(String title) {
		for (int i = 0; i < 1200; i++) {
			if (isActive(title)) {
				return;
			}
			Screen.pause();
		}
		throw new AssertionError("never came: the window " + title);
	}

	/** Gives the platform's file dialog of this title a path. */
	static void choose(String title, String path) {
		window(title);
		press("ctrl+l");
		retype(path);
		// The dialog looks up what begins so, and takes Enter only when it has found it.
		for (int i = 0; i < 1200 && isActive(title); i++) {
			if (i % 20 == 0) {
				press("Return");
			}
			Screen.pause();
		}
		Screen.await("the end of " + title, () -> PlatformUI.getWorkbench().getDisplay().getActiveShell() != null);
	}

	private static boolean isActive(String title) {
		return xdotool("getactivewindow", "getwindowname").startsWith(title);
	}

	/** Waits until a control has the focus. */
	static void focused(String what, Predicate<Control> wanted) {
		Screen.await("the focus on " + what, () -> {
			Control focused = focus();
			return focused != null && wanted.test(focused);
		});
	}

	static void focused(String id) {
		focused(id, each -> each == Screen.find(Control.class, id));
	}

	private static Control focus() {
		return PlatformUI.getWorkbench().getDisplay().getFocusControl();
	}

	/** Presses a key that moves the focus until it is where it is wanted. */
	static void go(String key, String what, Predicate<Control> wanted) {
		for (int i = 0; i < MOST_TABS; i++) {
			Control before = Screen.with(() -> java.util.Optional.ofNullable(focus())).orElse(null);
			if (before != null && Screen.with(() -> wanted.test(before))) {
				return;
			}
			press(key);
			Screen.await("another focus on the way to " + what, () -> focus() != null && focus() != before);
		}
		throw new AssertionError(key + " does not lead to " + what);
	}

	/** Clicks into the middle of something, once it has come, can be clicked and stands still. */
	static void click(String what, Supplier<Rectangle> place) {
		Rectangle[] last = { null };
		Screen.await(what, () -> {
			Rectangle now = place.get();
			boolean stands = now != null && now.equals(last[0]);
			last[0] = now;
			return stands;
		});
		Rectangle found = last[0];
		Point middle = new Point(found.x + found.width / 2, found.y + found.height / 2);
		xdotool("mousemove", Integer.toString(middle.x), Integer.toString(middle.y));
		// A click is for what is below the pointer: it has to be ours, and not a tip that has come up.
		Screen.await("the pointer on " + what, () -> {
			Display display = PlatformUI.getWorkbench().getDisplay();
			Point at = display.getCursorLocation();
			return Math.abs(at.x - middle.x) <= 1 && Math.abs(at.y - middle.y) <= 1
					&& display.getCursorControl() != null;
		});
		xdotool("click", "1");
	}

	static void click(String id) {
		click(id, () -> place(Screen.find(Control.class, id)));
	}

	/** Clicks a row of a table. */
	static void clickRow(String id, int row) {
		click("row " + row + " of " + id, () -> {
			Table table = Screen.find(Table.class, id);
			return table == null || table.getItemCount() <= row
					? null
					: onDisplay(table, table.getItem(row).getBounds(0));
		});
	}

	/** Clicks an item of a tool bar, once it is enabled. */
	static void clickItem(String text) {
		click(text, () -> {
			for (ToolBar bar : Screen.all(ToolBar.class)) {
				for (ToolItem item : bar.getItems()) {
					boolean isMeant = item.getText().strip().equals(text) || text.equals(item.getToolTipText());
					// It follows the database a moment later: a click on what is disabled is lost.
					if (isMeant && item.isEnabled()) {
						return onDisplay(bar, item.getBounds());
					}
				}
			}
			return null;
		});
	}

	/** Clicks what shows these words, the beginning of a link. */
	static <T extends Control> void click(Class<T> type, Predicate<T> wanted, String what) {
		click(what, () -> {
			Rectangle found = Screen.all(type).stream().filter(wanted).findFirst().map(Hands::place).orElse(null);
			boolean isLink = found != null && type == org.eclipse.swt.widgets.Link.class;
			return isLink ? new Rectangle(found.x, found.y, 2 * LINK_START, found.height) : found;
		});
	}

	/** Closes all notes, so that none is in the way. */
	static void closeNotes() {
		Screen.await("the notes' end", () -> {
			List<Shell> notes = notes();
			notes.forEach(Shell::close);
			return notes.isEmpty();
		});
	}

	/** Waits for the note of this title, and closes it. */
	static void closeNote(String title) {
		Screen.await(title, () -> {
			List<Shell> found = Screen.all(Label.class).stream().filter(each -> each.getText().equals(title))
					.map(Label::getShell).filter(notes()::contains).toList();
			found.forEach(Shell::close);
			return !found.isEmpty();
		});
	}

	private static List<Shell> notes() {
		Shell window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
		return Arrays.stream(PlatformUI.getWorkbench().getDisplay().getShells())
				.filter(each -> each != window && each.isVisible()).toList();
	}

	private static Rectangle place(Control control) {
		return control == null || control.getSize().x == 0 || !control.isEnabled()
				? null
				: onDisplay(control.getParent(), control.getBounds());
	}

	private static Rectangle onDisplay(Control parent, Rectangle bounds) {
		Point origin = parent.toDisplay(bounds.x, bounds.y);
		return new Rectangle(origin.x, origin.y, bounds.width, bounds.height);
	}
}
