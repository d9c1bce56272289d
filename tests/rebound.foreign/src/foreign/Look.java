package foreign;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.views.IViewCategory;
import org.eclipse.ui.views.IViewDescriptor;
import org.osgi.framework.Bundle;

/** Tells what is in a workbench, and opens all views and perspectives. For its display's thread. */
final class Look {

	private static final long PATIENCE_MILLIS = 30_000;
	private static final long PAUSE_NANOS = 20_000_000;

	private final IWorkbench workbench;
	private final IWorkbenchWindow window;
	private final PrintStream out;

	Look(IWorkbench workbench, PrintStream out) {
		this.workbench = workbench;
		this.window = workbench.getWorkbenchWindows()[0];
		this.out = out;
	}

	void around() {
		try {
			tell("product", Platform.getProduct().getId());
			tell("title", window.getShell().getText());
			begun();
			menus();
			commands();
			keys();
			perspectives();
			views();
			begun();
			tell("end", "");
		} catch (WorkbenchException | NotDefinedException failed) {
			tell("failed", failed.toString());
		} finally {
			workbench.close();
		}
	}

	private void tell(String what, String found) {
		out.println(what + ": " + found);
	}

	/** Bundles whose code runs. */
	private void begun() {
		for (Bundle bundle : Platform.getBundle("rebound.foreign").getBundleContext().getBundles()) {
			if (bundle.getState() == Bundle.ACTIVE && bundle.getSymbolicName().startsWith("rebound.")) {
				tell("begun", bundle.getSymbolicName());
			}
		}
	}

	private void menus() {
		for (MenuItem item : window.getShell().getMenuBar().getItems()) {
			tell("menu", item.getText());
		}
	}

	private void commands() throws NotDefinedException {
		for (Command command : workbench.getService(ICommandService.class).getDefinedCommands()) {
			tell("command", command.getId() + " in " + command.getCategory().getName());
		}
	}

	private void keys() {
		for (Binding binding : workbench.getService(IBindingService.class).getBindings()) {
			if (binding.getParameterizedCommand() != null) {
				tell("key", binding.getTriggerSequence() + " " + binding.getParameterizedCommand().getId());
			}
		}
	}

	private void perspectives() throws WorkbenchException {
		for (IPerspectiveDescriptor perspective : workbench.getPerspectiveRegistry().getPerspectives()) {
			IWorkbenchPage page = workbench.showPerspective(perspective.getId(), window);
			await(() -> page.getPerspective().getId().equals(perspective.getId()));
			tell("perspective", perspective.getId());
			menus();
		}
	}

	private void views() throws PartInitException {
		for (IViewCategory category : workbench.getViewRegistry().getCategories()) {
			for (IViewDescriptor view : category.getViews()) {
				if (!view.getId().startsWith("org.eclipse.")) {
					show(view, category);
				}
			}
		}
	}

	private void show(IViewDescriptor view, IViewCategory category) throws PartInitException {
		IWorkbenchPage page = window.getActivePage();
		IViewPart part = page.showView(view.getId());
		await(() -> page.isPartVisible(part));
		tell("view", view.getId() + " in " + category.getLabel() + ": " + part.getTitle() + ", "
				+ part.getClass().getName());
		if (List.of(Platform.getApplicationArgs()).contains(view.getId())) {
			await(() -> rows(window.getShell()) > 0);
			tell("rows", Integer.toString(rows(window.getShell())));
		}
	}

	/** In the tables that are to be seen. */
	private static int rows(Composite parent) {
		int rows = 0;
		for (Control child : parent.getChildren()) {
			if (child instanceof Table table && table.isVisible()) {
				rows += table.getItemCount();
			} else if (child instanceof Composite composite) {
				rows += rows(composite);
			}
		}
		return rows;
	}

	private void await(BooleanSupplier condition) {
		Display display = workbench.getDisplay();
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		while (!condition.getAsBoolean() && System.nanoTime() < end) {
			if (!display.readAndDispatch()) {
				LockSupport.parkNanos(PAUSE_NANOS);
			}
		}
	}
}
