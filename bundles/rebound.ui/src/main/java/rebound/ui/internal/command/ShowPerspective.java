package rebound.ui.internal.command;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;

/** Goes to one of the perspectives. */
abstract class ShowPerspective {

	private final String id;

	ShowPerspective(String id) {
		this.id = id;
	}

	@Execute
	void execute() throws WorkbenchException {
		IWorkbench workbench = PlatformUI.getWorkbench();
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		workbench.showPerspective(id, window == null ? workbench.getWorkbenchWindows()[0] : window);
	}

	/** What came back. */
	static final class Bounces extends ShowPerspective {
		Bounces() {
			super("rebound.ui.perspective.bounces");
		}
	}

	/** How each mailing went. */
	static final class Campaigns extends ShowPerspective {
		Campaigns() {
			super("rebound.ui.perspective.campaigns");
		}
	}

	/** Who a customer is. */
	static final class Customers extends ShowPerspective {
		Customers() {
			super("rebound.ui.perspective.customers");
		}
	}
}
