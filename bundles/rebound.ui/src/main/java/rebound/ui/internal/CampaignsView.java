package rebound.ui.internal;

import jakarta.annotation.PostConstruct;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** How each mailing went. */
public final class CampaignsView {

	@PostConstruct
	void create(Composite parent) {
		new Label(parent, SWT.NONE).setText("Campaigns");
	}
}
