package rebound.ui.internal.command;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Presets;
import rebound.policy.PolicySettings;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;

/** The blocking policy of the database that is open, among the preferences. */
public final class PolicyPage extends PreferencePage implements IWorkbenchPreferencePage {

	private static final int HEIGHT = 360;

	private IEclipseContext context;
	private Desk desk;
	private Asker asker;
	private PolicyForm form;
	private PolicySettings inForce;

	@Override
	public void init(IWorkbench workbench) {
		context = workbench.getService(IEclipseContext.class);
		desk = context.get(Desk.class);
		asker = desk.database().asker();
		setDescription(Presets.here().isLocked(Presets.POLICY)
				? desk.texts().text("policy.locked", PolicyForm.setBy())
				: desk.texts().text("preferences.policy.tip"));
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		page.setLayout(GridLayoutFactory.fillDefaults().create());
		form = new PolicyForm(page, desk.texts().locale(), () -> {
		});
		form.control()
				.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).create());
		if (desk.database().state() == Database.State.OPEN) {
			Pipeline pipeline = context.get(Pipeline.class);
			asker.ask(store -> pipeline.policy(store).settings(), found -> {
				if (!page.isDisposed()) {
					inForce = found;
					form.show(found);
				}
			});
		}
		return page;
	}

	@Override
	protected void performDefaults() {
		if (inForce != null && !form.isLocked()) {
			form.show(PolicySettings.DEFAULT);
		}
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		PolicySettings wanted = inForce == null || form.isLocked() ? null : form.settings();
		if (wanted != null && !wanted.equals(inForce)) {
			ContextInjectionFactory.make(ChangePolicy.Edit.class, context).choose(wanted, inForce);
			inForce = wanted;
		}
		return true;
	}

	@Override
	public void dispose() {
		asker.forget();
		super.dispose();
	}
}
