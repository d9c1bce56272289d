package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.BlockingView;
import rebound.ui.internal.view.BounceLogView;
import rebound.ui.internal.view.BounceView;
import rebound.ui.internal.view.CampaignsView;
import rebound.ui.internal.view.Commands;
import rebound.ui.internal.view.CustomerLookupView;
import rebound.ui.internal.view.CustomerView;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.LogView;
import rebound.ui.internal.view.Look;
import rebound.ui.internal.view.LostCustomersView;
import rebound.ui.internal.view.OverviewView;
import rebound.ui.internal.view.SourcesView;

/** What holds for every view: nothing stays behind when it is closed, and each of its controls has a name. */
@ExtendWith(Screen.class)
class ViewsTest {

	private static final List<Class<?>> VIEWS = List.of(OverviewView.class, CampaignsView.class, BounceLogView.class,
			BounceView.class, CustomerLookupView.class, CustomerView.class, LostCustomersView.class,
			BlockingView.class, SourcesView.class, LogView.class);
	private static final int TIMES_FULL = 5;
	/** With those above 50 times, in the long profile 200: a minute more. */
	private static final int TIMES_EMPTY = Boolean.getBoolean("rebound.long") ? 195 : 45;
	private static final int COLLECTIONS = 20;

	@TempDir
	static Path folder;
	private static Desk desk;

	@BeforeAll
	static void importTheSamples() throws Exception {
		desk = Screen.service(Desk.class);
		open("database");
		Screen.make(MailImportWork.class)
				.start(List.of(Path.of(System.getProperty("rebound.samples"), "mail").toString())).join();
	}

	private static void open(String name) {
		desk.database().open(folder.resolve(name).toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
	}

	/** A view in a shell of its own, as the workbench makes it. */
	private static final class Opened {
		private final Shell shell = new Shell(PlatformUI.getWorkbench().getDisplay(), SWT.NONE);
		private final IEclipseContext context = PlatformUI.getWorkbench().getWorkbenchWindows()[0]
				.getService(IEclipseContext.class).createChild();
		private final Object view;

		Opened(Class<?> type) {
			shell.setLayout(new FillLayout());
			context.set(Composite.class, new Composite(shell, SWT.NONE));
			context.get(Composite.class).setLayout(new FillLayout());
			context.set(MPart.class, context.get(EModelService.class).createModelElement(MPart.class));
			view = ContextInjectionFactory.make(type, context);
			shell.layout(true, true);
		}

		void close() {
			ContextInjectionFactory.uninject(view, context);
			context.dispose();
			shell.dispose();
		}
	}

	@Test
	void nothingStaysBehindWhenAViewIsClosed() {
		List<Error> leaked = new CopyOnWriteArrayList<>();
		// Once before: what all share is made the first time.
		VIEWS.forEach(each -> openAndClose(each, 2));
		Resource.setNonDisposeHandler(leaked::add);
		try {
			int services = services();
			VIEWS.forEach(view -> assertEquals(0, alive(openAndClose(view, TIMES_FULL)), view.getSimpleName()));
			open("empty");
			VIEWS.forEach(view -> assertEquals(0, alive(openAndClose(view, TIMES_EMPTY)), view.getSimpleName()));
			assertEquals(services, services(), "services");
		} finally {
			Resource.setNonDisposeHandler(null);
			open("database");
		}
		assertEquals("", String.join("\n", leaked.stream().map(ViewsTest::where).distinct().toList()));
	}

	private static List<WeakReference<Object>> openAndClose(Class<?> view, int times) {
		List<WeakReference<Object>> opened = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			Screen.run(() -> {
				Opened each = new Opened(view);
				opened.add(new WeakReference<>(each.view));
				each.close();
			});
		}
		return opened;
	}

	/** Questions that are on their way hold their view until they are answered, and the last one may be anywhere. */
	private static long alive(List<WeakReference<Object>> opened) {
		long alive = opened.size();
		for (int i = 0; i < COLLECTIONS && alive > 2; i++) {
			Screen.run(() -> {
			});
			System.gc();
			Screen.pause();
			alive = opened.stream().filter(each -> each.get() != null).count();
		}
		return alive > 2 ? alive : 0;
	}

	private static int services() {
		ServiceReference<?>[] registered = FrameworkUtil.getBundle(Desk.class).getRegisteredServices();
		return registered == null ? 0 : registered.length;
	}

	private static String where(Error leak) {
		for (StackTraceElement frame : leak.getStackTrace()) {
			if (frame.getClassName().startsWith("rebound.")) {
				return leak.getMessage() + " at " + frame;
			}
		}
		return "";
	}

	@Test
	void everyControlTellsAScreenReaderItsName() {
		List<String> nameless = new ArrayList<>();
		for (Class<?> view : VIEWS) {
			Screen.run(() -> {
				Opened each = new Opened(view);
				nameless(each.shell, view.getSimpleName(), nameless);
				each.close();
			});
		}
		assertEquals("", String.join("\n", nameless));
	}

	@Test
	void eachTableOffersToBeCopiedAsTextAndAsCsv() {
		List<String> silent = new ArrayList<>();
		for (Class<?> view : VIEWS) {
			Screen.run(() -> {
				Opened each = new Opened(view);
				tablesWithoutCopy(each.shell, silent);
				each.close();
			});
		}
		assertEquals("", String.join("\n", silent));
	}

	private static void tablesWithoutCopy(Composite parent, List<String> found) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Table table) {
				List<Object> offered = table.getMenu() == null
						? List.of()
						: Arrays.stream(table.getMenu().getItems()).map(MenuItem::getData).toList();
				if (!offered.contains(Commands.COPY) || !offered.contains(Commands.COPY_CSV)) {
					found.add(String.valueOf(table.getData(Ids.KEY)));
				}
			} else if (child instanceof Composite composite) {
				tablesWithoutCopy(composite, found);
			}
		}
	}

	/** Adds what has no name: no words of its own, and none that it was given. */
	static void nameless(Composite parent, String where, List<String> found) {
		for (Control child : parent.getChildren()) {
			boolean isNamed = child.getData(Look.NAME) instanceof String name && !name.isBlank();
			boolean needsName = child instanceof Text text && (text.getStyle() & SWT.READ_ONLY) == 0
					|| child instanceof Combo || child instanceof Table || child instanceof Chart
					|| child instanceof Spinner || child instanceof DateTime
					|| child instanceof Button button && button.getText().isBlank();
			if (needsName && !isNamed) {
				found.add(where + ": " + child.getClass().getSimpleName() + ' ' + child.getData("rebound.id"));
			}
			if (child instanceof ToolBar bar) {
				for (ToolItem item : bar.getItems()) {
					if (item.getText().isBlank() && item.getToolTipText() == null) {
						found.add(where + ": an item of a tool bar");
					}
				}
			}
			if (child instanceof Composite composite && !(child instanceof Combo) && !(child instanceof Table)
					&& !(child instanceof DateTime)) {
				nameless(composite, where, found);
			}
			if (child instanceof Label label && label.getImage() != null && label.getToolTipText() == null
					&& label.getParent().getChildren().length == 1) {
				found.add(where + ": a picture without words");
			}
		}
	}
}
