package rebound.ui.internal.command;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import rebound.ui.internal.view.BlockingView;
import rebound.ui.internal.view.BounceLogView;
import rebound.ui.internal.view.BounceView;
import rebound.ui.internal.view.CampaignsView;
import rebound.ui.internal.view.CustomerLookupView;
import rebound.ui.internal.view.CustomerView;
import rebound.ui.internal.view.LogView;
import rebound.ui.internal.view.LostCustomersView;
import rebound.ui.internal.view.OverviewView;
import rebound.ui.internal.view.SourcesView;

/** Goes to one of the perspectives. */
abstract class ShowPerspective {

	private final String id;
	private final String view;

	/** @param view the view that comes to the fore */
	ShowPerspective(String id, String view) {
		this.id = id;
		this.view = view;
	}

	@Execute
	void execute() throws WorkbenchException {
		PlatformUI.getWorkbench().showPerspective(id, window()).showView(view);
	}

	static IWorkbenchWindow window() {
		IWorkbench workbench = PlatformUI.getWorkbench();
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		return window == null ? workbench.getWorkbenchWindows()[0] : window;
	}

	/** What came back. */
	static final class Bounces extends ShowPerspective {
		Bounces() {
			super("rebound.ui.perspective.bounces", BounceLogView.ID);
		}
	}

	/** What one bounce says. */
	static final class Bounce extends ShowPerspective {
		Bounce() {
			super("rebound.ui.perspective.bounces", BounceView.ID);
		}
	}

	/** The customer, beside whatever is in use. */
	static final class Customer {
		@Execute
		void execute() throws WorkbenchException {
			window().getActivePage().showView(CustomerView.ID);
		}
	}

	/** What went wrong, beside whatever is in use. */
	static final class Log {
		@Execute
		void execute() throws WorkbenchException {
			window().getActivePage().showView(LogView.ID);
		}
	}

	/** Whom we stop mailing. */
	static final class Blocking extends ShowPerspective {
		Blocking() {
			super("rebound.ui.perspective.bounces", BlockingView.ID);
		}
	}

	/** How we are doing. */
	static final class Overview extends ShowPerspective {
		Overview() {
			super("rebound.ui.perspective.campaigns", OverviewView.ID);
		}
	}

	/** How each mailing went. */
	static final class Campaigns extends ShowPerspective {
		Campaigns() {
			super("rebound.ui.perspective.campaigns", CampaignsView.ID);
		}
	}

	/** Where the bounces come from. */
	static final class Sources extends ShowPerspective {
		Sources() {
			super("rebound.ui.perspective.bounces", SourcesView.ID);
		}
	}

	/** Whom to call next. */
	static final class Lost extends ShowPerspective {
		Lost() {
			super("rebound.ui.perspective.customers", LostCustomersView.ID);
		}
	}

	/** Who a customer is. */
	static final class Customers extends ShowPerspective {
		Customers() {
			super("rebound.ui.perspective.customers", CustomerLookupView.ID);
		}
	}
}
