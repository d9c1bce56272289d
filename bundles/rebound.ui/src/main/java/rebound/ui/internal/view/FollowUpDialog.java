package rebound.ui.internal.view;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import rebound.model.Customer;
import rebound.model.FollowUp;
import rebound.ui.internal.command.FollowUpWork;
import rebound.ui.internal.desk.Desk;

/** Asks what is to be noted about a customer, and keeps it. */
final class FollowUpDialog extends TitleAreaDialog {

	private final Desk desk;
	private final FollowUpWork work;
	private Customer customer;
	private FollowUp known;
	private FollowUpForm form;

	FollowUpDialog(Shell shell, Desk desk, FollowUpWork work) {
		super(shell);
		this.desk = desk;
		this.work = work;
	}

	/** @param noted what was noted before, or {@code null} */
	void open(Customer whose, FollowUp noted) {
		customer = whose;
		known = noted;
		open();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(desk.texts().text("customer.notes"));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(customer.displayName());
		setMessage(desk.texts().text("lost.form.save.tip"));
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		area.setLayout(Look.page(1));
		area.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		form = new FollowUpForm(area, desk, "notes.", 2);
		form.show(customer, known);
		return area;
	}

	@Override
	protected void okPressed() {
		form.save(work, customer.id());
		super.okPressed();
	}
}
