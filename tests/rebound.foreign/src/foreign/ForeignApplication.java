package foreign;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;

/**
 * A workbench that knows nothing of Rebound. It looks at itself when it is open, tells on standard output what it finds,
 * and ends.
 */
public final class ForeignApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		Display display = PlatformUI.createDisplay();
		try {
			PlatformUI.createAndRunWorkbench(display, new WorkbenchAdvisor() {
				private boolean hasLooked;

				@Override
				public void initialize(IWorkbenchConfigurer configurer) {
					configurer.setSaveAndRestore(true);
				}

				@Override
				public String getInitialWindowPerspectiveId() {
					return "foreign.perspective";
				}

				@Override
				public void eventLoopIdle(Display idle) {
					if (!hasLooked) {
						hasLooked = true;
						new Look(PlatformUI.getWorkbench(), System.out).around();
					}
					super.eventLoopIdle(idle);
				}
			});
			return EXIT_OK;
		} finally {
			display.dispose();
		}
	}

	@Override
	public void stop() {
		// ends by itself
	}
}
