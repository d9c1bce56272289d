package rebound.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import rebound.ui.internal.view.BounceLogView;
import rebound.ui.internal.view.BounceView;
import rebound.ui.internal.view.CampaignsView;
import rebound.ui.internal.view.CustomerLookupView;
import rebound.ui.internal.view.CustomerView;

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
			layout.addView(BounceLogView.ID, IPageLayout.LEFT, SIDE, IPageLayout.ID_EDITOR_AREA);
			layout.addView(CustomerView.ID, IPageLayout.RIGHT, SIDE, BounceLogView.ID);
			layout.addView(BounceView.ID, IPageLayout.BOTTOM, 0.48f, BounceLogView.ID);
			keep(layout, BounceLogView.ID, CustomerView.ID, BounceView.ID);
		}
	}

	/** How each mailing went. */
	public static final class Campaigns implements IPerspectiveFactory {
		@Override
		public void createInitialLayout(IPageLayout layout) {
			begin(layout);
			layout.addView(CampaignsView.ID, IPageLayout.LEFT, SIDE, IPageLayout.ID_EDITOR_AREA);
			keep(layout, CampaignsView.ID);
		}
	}

	/** Who a customer is, and how to reach them. */
	public static final class Customers implements IPerspectiveFactory {
		@Override
		public void createInitialLayout(IPageLayout layout) {
			begin(layout);
			layout.addView(CustomerLookupView.ID, IPageLayout.LEFT, 0.6f, IPageLayout.ID_EDITOR_AREA);
			layout.addView(CustomerView.ID, IPageLayout.RIGHT, 0.6f, CustomerLookupView.ID);
			keep(layout, CustomerLookupView.ID, CustomerView.ID);
		}
	}
}
