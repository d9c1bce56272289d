package rebound.ui.internal.command;

import java.time.Instant;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
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

/** The blocking policy: all its settings, and what others would change and would have done in the past. */
final class PolicyDialog extends TextDialog {

	private static final int PAUSE = 500;
	private static final int STANDARD = IDialogConstants.CLIENT_ID;

	private final Asker first;
	private final Pipeline pipeline;
	private PolicyForm form;
	private TrialPane trial;
	private PolicySettings inForce;
	private PolicySettings chosen;
	private final Runnable tried = this::tryOut;

	PolicyDialog(Shell shell, Desk desk, Pipeline pipeline) {
		super(shell, desk, "policy.", new Point(1000, 680));
		this.pipeline = pipeline;
		this.first = desk.database().asker();
	}

	/** @return the settings to be put in force; {@code null} if they are what they were */
	PolicySettings wish() {
		return chosen == null || chosen.equals(inForce) ? null : chosen;
	}

	/** @return the settings that were in force when they were shown */
	PolicySettings seen() {
		return inForce;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(text("title"));
		SashForm halves = new SashForm((Composite) super.createDialogArea(parent), SWT.HORIZONTAL);
		halves.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		form = new PolicyForm(halves, desk.texts().locale(), this::changed);
		setMessage(form.isLocked() ? text("locked", PolicyForm.setBy()) : text("message"));
		trial = new TrialPane(halves, desk);
		halves.setWeights(4, 5);
		return halves;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, STANDARD, text("standard"), false).setEnabled(!form.isLocked());
		createButton(parent, IDialogConstants.OK_ID, text("ok"), true).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		first.ask(store -> pipeline.policy(store).settings(), found -> {
			if (!getShell().isDisposed()) {
				inForce = found;
				form.show(found);
			}
		});
	}

	private void changed() {
		chosen = form.settings();
		getButton(OK).setEnabled(wish() != null);
		getShell().getDisplay().timerExec(PAUSE, tried);
	}

	private void tryOut() {
		PolicySettings present = inForce;
		PolicySettings other = chosen;
		if (getShell() != null && !getShell().isDisposed() && other != null) {
			trial.waiting();
			asker.ask(store -> PolicyTrial.of(store, present, other, Instant.now(), asker.progress()), trial::show);
		}
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == STANDARD) {
			form.show(PolicySettings.DEFAULT);
		} else {
			super.buttonPressed(id);
		}
	}

	@Override
	public boolean close() {
		first.forget();
		return super.close();
	}
}
