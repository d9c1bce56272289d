package rebound.ui.internal.command;

import java.time.Instant;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import rebound.pipeline.Pipeline;
import rebound.pipeline.PolicyTrial;
import rebound.policy.PolicySettings;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.TrialPane;

/** Holding and blocking without asking, on or off: shows first what that changes. */
final class AutomaticDialog extends TitleAreaDialog {

	private record Dry(PolicySettings inForce, PolicySettings wanted, PolicyTrial trial) {
	}

	private final Desk desk;
	private final Pipeline pipeline;
	private final Asker asker;
	private TrialPane pane;
	private PolicySettings inForce;
	private PolicySettings wanted;

	AutomaticDialog(Shell shell, Desk desk, Pipeline pipeline) {
		super(shell);
		this.desk = desk;
		this.pipeline = pipeline;
		this.asker = desk.database().asker();
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
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(desk.texts().text("automatic.title"));
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Point getInitialSize() {
		return new Point(760, 560);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(desk.texts().text("automatic.title"));
		Composite area = (Composite) super.createDialogArea(parent);
		pane = new TrialPane(area, desk);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, desk.texts().text("automatic.on"), true).setEnabled(false);
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
		String key = wanted.automatic() ? "automatic.on" : "automatic.off";
		setMessage(desk.texts().text(key + ".message"));
		getButton(OK).setText(desk.texts().text(key));
		getButton(OK).setEnabled(true);
		getButton(OK).requestLayout();
		pane.show(found.trial);
	}

	@Override
	public boolean close() {
		asker.forget();
		return super.close();
	}
}
