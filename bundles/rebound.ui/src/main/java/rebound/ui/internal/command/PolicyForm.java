package rebound.ui.internal.command;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import rebound.pipeline.Presets;
import rebound.policy.PolicyFile;
import rebound.policy.PolicyFile.Setting;
import rebound.policy.PolicyFile.Words;
import rebound.policy.PolicySettings;

/**
 * The fields of the blocking policy, made from what its configuration declares (OSGi Metatype): a field by type, with
 * the range that is allowed. Where an administrator has locked the policy, it is shown and can't be changed.
 */
final class PolicyForm {

	private final ScrolledComposite scroll;
	private final SettingFields fields;
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
		fields = new SettingFields(form, "policy.", this::changed);
		Map<String, Words> words = PolicyFile.words(locale);
		Stream.concat(PolicyFile.settings().stream().filter(PolicyForm::isSwitch),
				PolicyFile.settings().stream().filter(each -> !isSwitch(each)))
				.forEach(each -> field(each, words.get(each.name())));
		fields.enable(false);
		scroll.setContent(form);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private static boolean isSwitch(Setting setting) {
		return setting.standard() instanceof Boolean;
	}

	private void field(Setting setting, Words said) {
		if (isSwitch(setting)) {
			fields.addSwitch(setting.name(), said.title(), said.sentence());
		} else {
			fields.addNumber(setting.name(), said.title(), said.sentence(), setting.least(), setting.most());
		}
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
		PolicyFile.values(values).forEach((name, value) -> fields.set(name, value.toString()));
		fields.enable(!isLocked);
		isFilling = false;
		changed();
	}

	/** @return what is chosen by now */
	PolicySettings settings() {
		Properties values = new Properties();
		values.putAll(fields.values());
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
