package rebound.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** What came back, and why. */
public final class BouncesPerspective implements IPerspectiveFactory {

	static final String ID = "rebound.ui.perspective.bounces";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		layout.addView("rebound.ui.bounceLog", IPageLayout.LEFT, 0.6f, IPageLayout.ID_EDITOR_AREA);
		layout.addView("rebound.ui.customerLookup", IPageLayout.RIGHT, 0.7f, "rebound.ui.bounceLog");
		layout.addView("rebound.ui.campaigns", IPageLayout.TOP, 0.3f, "rebound.ui.bounceLog");
	}
}
