package rebound.ui.internal.command;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import rebound.customers.AddressMatching;
import rebound.pipeline.Presets;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Matching;
import rebound.ui.internal.desk.Texts;

/** Which addresses count as one mailbox. */
public final class CustomersPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	private Desk desk;

	/** A page with its fields in a grid. */
	public CustomersPage() {
		super(GRID);
	}

	@Override
	public void init(IWorkbench workbench) {
		desk = workbench.getService(IEclipseContext.class).get(Desk.class);
		ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Matching.NODE);
		Presets presets = Presets.here();
		// Not what the user has chosen: a store forgets what is equal to its default.
		store.setDefault(Matching.KEY, presets.matching(null).name());
		setPreferenceStore(store);
		setDescription(presets.isLocked(Presets.MATCHING)
				? desk.texts().text("preferences.locked",
						desk.texts().text("preferences.matching." + Matching.setting()), presets.setBy())
				: desk.texts().text("preferences.matching.tip"));
	}

	@Override
	protected void createFieldEditors() {
		Texts texts = desk.texts();
		RadioGroupFieldEditor matching = new RadioGroupFieldEditor(Matching.KEY, texts.text("preferences.matching"), 1,
				new String[][]{ choice(AddressMatching.PROVIDER), choice(AddressMatching.EXACT) },
				getFieldEditorParent(), true);
		matching.setEnabled(!Presets.here().isLocked(Presets.MATCHING), getFieldEditorParent());
		addField(matching);
	}

	private String[] choice(AddressMatching matching) {
		return new String[]{ desk.texts().text("preferences.matching." + matching), matching.name() };
	}

	@Override
	public boolean performOk() {
		AddressMatching before = Matching.setting();
		boolean done = super.performOk();
		if (Matching.setting() != before) {
			desk.database().changed();
		}
		return done;
	}
}
