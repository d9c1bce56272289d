package rebound.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import rebound.ui.internal.view.BlockingView;
import rebound.ui.internal.view.BounceLogView;
import rebound.ui.internal.view.BounceView;
import rebound.ui.internal.view.CampaignsView;
import rebound.ui.internal.view.CustomerLookupView;
import rebound.ui.internal.view.CustomerView;
import rebound.ui.internal.view.HelpView;
import rebound.ui.internal.view.LogView;
import rebound.ui.internal.view.LostCustomersView;
import rebound.ui.internal.view.OverviewView;
import rebound.ui.internal.view.SourcesView;

/** How the views lie together. */
public final class Perspectives {

	static final String BOUNCES = "rebound.ui.perspective.bounces";
	static final String CAMPAIGNS = "rebound.ui.perspective.campaigns";
	static final String CUSTOMERS = "rebound.ui.perspective.customers";
	private static final float SIDE = 0.73f;

	private Perspectives() {
	}

	private static void begin(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		layout.addPerspectiveShortcut(BOUNCES);
		layout.addPerspectiveShortcut(CAMPAIGNS);
		layout.addPerspectiveShortcut(CUSTOMERS);
	}

	/** The customer, and help in the same place. */
	private static void side(IPageLayout layout, float ratio, String beside) {
		IFolderLayout side = layout.createFolder("side", IPageLayout.RIGHT, ratio, beside);
		side.addView(CustomerView.ID);
		side.addPlaceholder(HelpView.ID);
	}

	/** A perspective without its views would be an empty window. */
	private static void keep(IPageLayout layout, String... views) {
		for (String view : views) {
			layout.getViewLayout(view).setCloseable(false);
		}
	}

	/** What came back, and why. */
	public static final class Bounces implements IPerspectiveFactory {
		@Override
		public void createInitialLayout(IPageLayout layout) {
			begin(layout);
			IFolderLayout logs = layout.createFolder("bounces", IPageLayout.LEFT, SIDE, IPageLayout.ID_EDITOR_AREA);
			logs.addView(BounceLogView.ID);
			logs.addView(BlockingView.ID);
			logs.addView(SourcesView.ID);
			logs.addPlaceholder(LogView.ID);
			side(layout, SIDE, "bounces");
			layout.addView(BounceView.ID, IPageLayout.BOTTOM, 0.52f, "bounces");
			keep(layout, BounceLogView.ID, BlockingView.ID, SourcesView.ID, CustomerView.ID, BounceView.ID);
		}
	}

	/** How each mailing went. */
	public static final class Campaigns implements IPerspectiveFactory {
		@Override
		public void createInitialLayout(IPageLayout layout) {
			begin(layout);
			IFolderLayout sent = layout.createFolder("campaigns", IPageLayout.LEFT, SIDE, IPageLayout.ID_EDITOR_AREA);
			sent.addView(CampaignsView.ID);
			sent.addView(OverviewView.ID);
			sent.addPlaceholder(LogView.ID);
			layout.addPlaceholder(HelpView.ID, IPageLayout.RIGHT, SIDE, "campaigns");
			keep(layout, CampaignsView.ID, OverviewView.ID);
		}
	}

	/** Who a customer is, and how to reach them. */
	public static final class Customers implements IPerspectiveFactory {
		@Override
		public void createInitialLayout(IPageLayout layout) {
			begin(layout);
			IFolderLayout people = layout.createFolder("customers", IPageLayout.LEFT, 0.68f,
					IPageLayout.ID_EDITOR_AREA);
			people.addView(CustomerLookupView.ID);
			people.addView(LostCustomersView.ID);
			people.addPlaceholder(LogView.ID);
			side(layout, 0.68f, "customers");
			keep(layout, CustomerLookupView.ID, LostCustomersView.ID, CustomerView.ID);
		}
	}
}
