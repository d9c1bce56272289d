package rebound.ui.internal.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import rebound.ui.internal.DesktopApplication;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;
import rebound.ui.internal.view.Ids;

/** The window as a test sees and uses it, from a thread of its own; keeps a picture of it when a test fails. */
final class Screen implements BeforeAllCallback, AfterAllCallback, TestWatcher {

	private static final WindowWatch WATCH = new WindowWatch();

	private static final long PATIENCE_MILLIS = 60_000;
	private static final long PAUSE_MILLIS = 50;

	/** One window serves all test classes: a workbench can't be opened twice. It is closed behind the last test. */
	@Override
	public void beforeAll(ExtensionContext context) {
		context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent("window", key -> {
			open();
			return (AutoCloseable) Screen::close;
		});
	}

	@Override
	public void afterAll(ExtensionContext context) {
		WATCH.check();
		// What a test has begun may still be judging addresses when the test has seen what it wanted.
		await("the end of all work", () -> Arrays.stream(Job.getJobManager().find(null))
				.noneMatch(job -> !job.isSystem() && job.getState() == Job.RUNNING));
		// Its folder goes with the class; a database that is open would still write there.
		service(Desk.class).database().close();
	}

	/** Opens the window, on a thread of its own as far as the test is concerned. */
	private static void open() {
		BundleContext bundle = FrameworkUtil.getBundle(Screen.class).getBundleContext();
		ServiceReference<IApplicationContext> application = bundle.getServiceReference(IApplicationContext.class);
		IApplicationContext context = bundle.getService(application);
		Thread thread = new Thread(() -> new DesktopApplication().start(context), "window");
		thread.setDaemon(true);
		thread.start();
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		while (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().getWorkbenchWindowCount() == 0) {
			if (!thread.isAlive() || System.nanoTime() > end) {
				throw new AssertionError("the window did not open: is there a display?");
			}
			pause();
		}
		WATCH.start(PlatformUI.getWorkbench().getDisplay().getThread());
		await("a window to be seen", () -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().isVisible());
	}

	private static void close() {
		WATCH.stop();
		with(() -> PlatformUI.getWorkbench().close());
	}

	static void pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** Does something on the window's thread. */
	static <T> T with(Callable<T> work) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		List<T> result = new ArrayList<>();
		List<Exception> failure = new ArrayList<>();
		display.syncExec(() -> {
			try {
				result.add(work.call());
			} catch (Exception e) {
				failure.add(e);
			}
		});
		if (!failure.isEmpty()) {
			throw new AssertionError(failure.getFirst());
		}
		return result.getFirst();
	}

	static void run(Runnable work) {
		with(() -> {
			work.run();
			return true;
		});
	}

	/** Waits until something is true on the window's thread. */
	static void await(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		while (!with(condition::getAsBoolean)) {
			if (System.nanoTime() > end) {
				throw new AssertionError("never came: " + what);
			}
			pause();
		}
	}

	static <T> T service(Class<T> type) {
		return with(() -> {
			IEclipseContext workbench = PlatformUI.getWorkbench().getService(IEclipseContext.class);
			return Objects.requireNonNull(workbench.get(type));
		});
	}

	/** Makes something that is injected, as the window does. */
	static <T> T make(Class<T> type) {
		return with(() -> ContextInjectionFactory.make(type,
				PlatformUI.getWorkbench().getService(IEclipseContext.class)));
	}

	/** Runs a command as a menu would; returns at once. */
	static void command(String id) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			IEclipseContext window = PlatformUI.getWorkbench().getWorkbenchWindows()[0]
					.getService(IEclipseContext.class);
			ContextInjectionFactory.make(Commands.class, window.getActiveLeaf()).run(id);
		});
	}

	/** @return the control of this name that is to be seen, or {@code null}; on the window's thread */
	static <T extends Control> T find(Class<T> type, String id) {
		for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
			Control found = find(shell, id);
			if (found != null) {
				return type.cast(found);
			}
		}
		return null;
	}

	private static Control find(Composite parent, String id) {
		for (Control child : parent.getChildren()) {
			if (isSeen(child) && id.equals(child.getData(Ids.KEY))) {
				return child;
			}
			Control found = child instanceof Composite composite ? find(composite, id) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** What nobody gave room to is not seen, however visible it calls itself. */
	private static boolean isSeen(Control control) {
		return control.isVisible() && control.getSize().x > 0 && control.getSize().y > 0;
	}

	/** @return the controls of a type that are to be seen; on the window's thread */
	static <T extends Control> List<T> all(Class<T> type) {
		List<T> found = new ArrayList<>();
		for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
			all(shell, type, found);
		}
		return found;
	}

	private static <T extends Control> void all(Composite parent, Class<T> type, List<T> found) {
		for (Control child : parent.getChildren()) {
			if (type.isInstance(child) && isSeen(child)) {
				found.add(type.cast(child));
			}
			if (child instanceof Composite composite) {
				all(composite, type, found);
			}
		}
	}

	static void type(String id, String text) {
		run(() -> find(Text.class, id).setText(text));
	}

	static void select(Widget widget) {
		widget.notifyListeners(SWT.Selection, new Event());
	}

	/** Waits until a table has this many rows and the first is loaded. */
	static void awaitRows(String id, int rows) {
		await(rows + " rows in " + id, () -> {
			Table table = find(Table.class, id);
			return table != null && table.getItemCount() == rows
					&& (rows == 0 || !table.getItem(0).getText(1).isEmpty());
		});
	}

	/** Waits until a table has a row that begins with this text. */
	static int awaitRow(String id, String text) {
		int[] row = { -1 };
		await(text + " in " + id, () -> {
			Table table = find(Table.class, id);
			for (int i = 0; table != null && i < table.getItemCount() && row[0] < 0; i++) {
				row[0] = table.getItem(i).getText(0).equals(text) ? i : -1;
			}
			return row[0] >= 0;
		});
		return row[0];
	}

	/** Gives a control the focus, as a click on it would. */
	static void focus(String id) {
		run(() -> find(Control.class, id).setFocus());
	}

	static String cell(String id, int row, int column) {
		return with(() -> find(Table.class, id).getItem(row).getText(column));
	}

	@Override
	public void testFailed(ExtensionContext context, Throwable cause) {
		run(() -> {
			Display display = PlatformUI.getWorkbench().getDisplay();
			Image image = new Image(display, display.getBounds().width, display.getBounds().height);
			GC gc = new GC(display);
			gc.copyArea(image, 0, 0);
			gc.dispose();
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[]{ image.getImageData() };
			image.dispose();
			try {
				Path folder = Files.createDirectories(Path.of(System.getProperty("rebound.screenshots")));
				loader.save(folder.resolve(context.getRequiredTestMethod().getName() + ".png").toString(),
						SWT.IMAGE_PNG);
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		});
	}
}
