package rebound.example.view;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** A page of settings of one's own, below Rebound's. */
public final class WordsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	static final String NODE = "rebound.example.view";
	static final String BEGIN = "begin";
	static final String USUAL = "No mail to";

	/** A page with its fields in a grid. */
	public WordsPage() {
		super(GRID);
	}

	@Override
	public void init(IWorkbench workbench) {
		ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
		store.setDefault(BEGIN, USUAL);
		setPreferenceStore(store);
	}

	@Override
	protected void createFieldEditors() {
		addField(new StringFieldEditor(BEGIN, "The view's words begin with:", getFieldEditorParent()));
	}
}
