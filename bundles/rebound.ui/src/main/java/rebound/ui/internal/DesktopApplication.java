package rebound.ui.internal;

import java.util.List;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** The desktop product: runs the workbench until its last window closes. */
public final class DesktopApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		Display.setAppName("Rebound");
		// Our own bar of menus is there, and that for other workbenches is not.
		System.setProperty("rebound.workbench", "own");
		// The product's id and version, as its p2.inf has left them; the about text shows the latter.
		String product = FrameworkUtil.getBundle(getClass()).getBundleContext().getProperty("rebound.product");
		System.setProperty("rebound.version", product == null ? "" : product.substring(product.lastIndexOf(' ') + 1));
		Display display = PlatformUI.createDisplay();
		try {
			Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
			String[] given = arguments instanceof String[] words ? words : new String[0];
			Runnable splash = Splash.open(display);
			int code = PlatformUI.createAndRunWorkbench(display,
					new DesktopAdvisor(argument(given, "-database"), files(given), splash));
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			display.dispose();
		}
	}

	private static String argument(String[] arguments, String name) {
		for (int i = 0; i + 1 < arguments.length; i++) {
			if (name.equals(arguments[i])) {
				return arguments[i + 1];
			}
		}
		return null;
	}

	/** What to import, as a file manager hands it over: all that follows {@code -import}. */
	private static List<String> files(String[] arguments) {
		List<String> words = List.of(arguments);
		int begin = words.indexOf("-import");
		return begin < 0 ? List.of() : words.subList(begin + 1, words.size());
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			IWorkbench workbench = PlatformUI.getWorkbench();
			workbench.getDisplay().syncExec(workbench::close);
		}
	}
}
