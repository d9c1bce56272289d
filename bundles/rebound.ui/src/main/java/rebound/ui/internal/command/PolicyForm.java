package rebound.ui.internal.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import rebound.pipeline.Presets;
import rebound.policy.PolicyFile;
import rebound.policy.PolicyFile.Setting;
import rebound.policy.PolicyFile.Words;
import rebound.policy.PolicySettings;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.Look;

/**
 * The fields of the blocking policy, made from what its configuration declares (OSGi Metatype): a field by type, with
 * the range that is allowed. Where an administrator has locked the policy, it is shown and can't be changed.
 */
final class PolicyForm {

	private final ScrolledComposite scroll;
	private final Map<String, Control> fields = new LinkedHashMap<>();
	private final Runnable changed;
	private final boolean isLocked = Presets.here().isLocked(Presets.POLICY);
	private boolean isFilling = true;

	/** @param changed called when the user has changed something */
	PolicyForm(Composite parent, Locale locale, Runnable changed) {
		this.changed = changed;
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroll.setShowFocusedControl(true);
		Composite form = new Composite(scroll, SWT.NONE);
		form.setLayout(GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).create());
		Map<String, Words> words = PolicyFile.words(locale);
		Stream.concat(PolicyFile.settings().stream().filter(PolicyForm::isSwitch),
				PolicyFile.settings().stream().filter(each -> !isSwitch(each)))
				.forEach(each -> field(form, each, words.get(each.name())));
		scroll.setContent(form);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private static boolean isSwitch(Setting setting) {
		return setting.standard() instanceof Boolean;
	}

	private void field(Composite form, Setting setting, Words said) {
		Control field;
		if (isSwitch(setting)) {
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

	private void changed() {
		if (!isFilling) {
			changed.run();
		}
	}

	Control control() {
		return scroll;
	}

	/** Shows other settings; from now on they can be changed. */
	void show(PolicySettings values) {
		isFilling = true;
		PolicyFile.values(values).forEach((name, value) -> {
			Control field = fields.get(name);
			field.setEnabled(!isLocked);
			if (field instanceof Button check) {
				check.setSelection(Boolean.TRUE.equals(value));
			} else {
				((Spinner) field).setSelection((Integer) value);
			}
		});
		isFilling = false;
		changed();
	}

	/** @return what is chosen by now */
	PolicySettings settings() {
		Properties values = new Properties();
		fields.forEach((name, field) -> values.setProperty(name, field instanceof Button check
				? Boolean.toString(check.getSelection())
				: Integer.toString(((Spinner) field).getSelection())));
		return PolicyFile.read(values);
	}

	/** @return whether nobody may change it */
	boolean isLocked() {
		return isLocked;
	}

	/** @return who has set it for all */
	static String setBy() {
		return Presets.here().setBy();
	}
}
