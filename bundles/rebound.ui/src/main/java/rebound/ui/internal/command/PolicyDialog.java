package rebound.ui.internal.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import rebound.pipeline.Pipeline;
import rebound.pipeline.PolicyTrial;
import rebound.policy.PolicyFile;
import rebound.policy.PolicyFile.Setting;
import rebound.policy.PolicyFile.Words;
import rebound.policy.PolicySettings;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.Look;
import rebound.ui.internal.view.TrialPane;

/** The blocking policy: all its settings, and what others would change and would have done in the past. */
final class PolicyDialog extends TitleAreaDialog {

	private static final int PAUSE = 500;
	private static final int STANDARD = IDialogConstants.CLIENT_ID;

	private final Desk desk;
	private final Asker asker;
	private final Asker first;
	private final Pipeline pipeline;
	private final Map<String, Setting> settings = new LinkedHashMap<>();
	private final Map<String, Control> fields = new LinkedHashMap<>();
	private final Map<String, Words> words;
	private TrialPane trial;
	private PolicySettings inForce;
	private PolicySettings chosen;
	private boolean isFilling = true;
	private final Runnable tried = this::tryOut;

	PolicyDialog(Shell shell, Desk desk, Pipeline pipeline) {
		super(shell);
		this.desk = desk;
		this.pipeline = pipeline;
		this.asker = desk.database().asker();
		this.first = desk.database().asker();
		this.words = PolicyFile.words(desk.texts().locale());
		List<Setting> all = PolicyFile.settings();
		all.stream().filter(each -> each.standard() instanceof Boolean)
				.forEach(each -> settings.put(each.name(), each));
		all.forEach(each -> settings.putIfAbsent(each.name(), each));
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
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(text("title"));
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Point getInitialSize() {
		return new Point(1000, 680);
	}

	private String text(String key, Object... values) {
		return desk.texts().text("policy." + key, values);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(text("title"));
		setMessage(text("message"));
		SashForm halves = new SashForm((Composite) super.createDialogArea(parent), SWT.HORIZONTAL);
		halves.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		ScrolledComposite scroll = new ScrolledComposite(halves, SWT.V_SCROLL);
		Composite form = new Composite(scroll, SWT.NONE);
		form.setLayout(GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).create());
		settings.values().forEach(each -> field(form, each));
		scroll.setContent(form);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
		trial = new TrialPane(halves, desk);
		halves.setWeights(4, 5);
		return halves;
	}

	private void field(Composite form, Setting setting) {
		Words said = words.get(setting.name());
		Control field;
		if (setting.standard() instanceof Boolean) {
			Button check = new Button(form, SWT.CHECK);
			check.setText(said.title());
			check.setLayoutData(GridDataFactory.fillDefaults().span(2, 1).create());
			check.addListener(SWT.Selection, e -> changed());
			field = check;
		} else {
			Label label = new Label(form, SWT.NONE);
			label.setText(said.title());
			label.setToolTipText(said.sentence());
			Spinner spinner = new Spinner(form, SWT.BORDER);
			spinner.setMinimum(setting.least());
			spinner.setMaximum(setting.most());
			spinner.addListener(SWT.Modify, e -> changed());
			Look.named(spinner, said.title());
			field = spinner;
		}
		field.setToolTipText(said.sentence());
		field.setData(Ids.KEY, "policy." + setting.name());
		field.setEnabled(false);
		fields.put(setting.name(), field);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, STANDARD, text("standard"), false);
		createButton(parent, IDialogConstants.OK_ID, text("ok"), true).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		first.ask(store -> pipeline.policy(store).settings(), found -> {
			if (!getShell().isDisposed()) {
				inForce = found;
				fill(found);
			}
		});
	}

	private void fill(PolicySettings values) {
		isFilling = true;
		PolicyFile.values(values).forEach((name, value) -> {
			Control field = fields.get(name);
			field.setEnabled(true);
			if (field instanceof Button check) {
				check.setSelection(Boolean.TRUE.equals(value));
			} else {
				((Spinner) field).setSelection((Integer) value);
			}
		});
		isFilling = false;
		changed();
	}

	private void changed() {
		if (!isFilling) {
			Properties values = new Properties();
			fields.forEach((name, field) -> values.setProperty(name, field instanceof Button check
					? Boolean.toString(check.getSelection())
					: Integer.toString(((Spinner) field).getSelection())));
			chosen = PolicyFile.read(values);
			getButton(OK).setEnabled(wish() != null);
			getShell().getDisplay().timerExec(PAUSE, tried);
		}
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
			fill(PolicySettings.DEFAULT);
		} else {
			super.buttonPressed(id);
		}
	}

	@Override
	public boolean close() {
		asker.forget();
		first.forget();
		return super.close();
	}
}
