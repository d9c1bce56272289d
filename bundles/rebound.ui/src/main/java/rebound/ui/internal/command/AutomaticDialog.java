package rebound.ui.internal.command;

import java.time.Instant;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import rebound.pipeline.Pipeline;
import rebound.pipeline.PolicyTrial;
import rebound.policy.PolicySettings;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.TrialPane;

/** Holding and blocking without asking, on or off: shows first what that changes. */
final class AutomaticDialog extends TextDialog {

	private record Dry(PolicySettings inForce, PolicySettings wanted, PolicyTrial trial) {
	}

	private final Pipeline pipeline;
	private TrialPane pane;
	private PolicySettings inForce;
	private PolicySettings wanted;

	AutomaticDialog(Shell shell, Desk desk, Pipeline pipeline) {
		super(shell, desk, "automatic.", new Point(760, 560));
		this.pipeline = pipeline;
	}

	/** @return the settings to be put in force */
	PolicySettings wish() {
		return wanted;
	}

	/** @return the settings that were in force when they were shown */
	PolicySettings seen() {
		return inForce;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(text("title"));
		Composite area = (Composite) super.createDialogArea(parent);
		pane = new TrialPane(area, desk);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, text("on"), true).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		asker.ask(store -> {
			PolicySettings now = pipeline.policy(store).settings();
			PolicySettings other = now.withAutomatic(!now.automatic());
			return new Dry(now, other, PolicyTrial.of(store, now, other, Instant.now(), asker.progress()));
		}, this::show);
	}

	private void show(Dry found) {
		if (getShell() == null || getShell().isDisposed()) {
			return;
		}
		inForce = found.inForce;
		wanted = found.wanted;
		String key = wanted.automatic() ? "on" : "off";
		setMessage(text(key + ".message"));
		getButton(OK).setText(text(key));
		getButton(OK).setEnabled(true);
		getButton(OK).requestLayout();
		pane.show(found.trial);
	}
}
