package rebound.ui.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** What the workbench asks the product about itself. */
final class DesktopAdvisor extends WorkbenchAdvisor {

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		configurer.setSaveAndRestore(true);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return BouncesPerspective.ID;
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer window) {
		return new WorkbenchWindowAdvisor(window) {
			@Override
			public void preWindowOpen() {
				window.setInitialSize(new Point(1280, 800));
				window.setTitle("Rebound");
				window.setShowPerspectiveBar(true);
				window.setShowStatusLine(true);
				window.setShowProgressIndicator(true);
			}
		};
	}
}
