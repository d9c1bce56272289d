package rebound.ui.internal.command;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Presets;
import rebound.ui.internal.desk.Desk;

/** Which database the window opens. */
public final class DatabasePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	private Desk desk;
	private DatabasePlace place;

	/** A page with its fields in a grid. */
	public DatabasePage() {
		super(GRID);
	}

	@Override
	public void init(IWorkbench workbench) {
		IEclipseContext context = workbench.getService(IEclipseContext.class);
		desk = context.get(Desk.class);
		place = context.get(DatabasePlace.class);
		setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, DatabasePlace.NODE));
		Presets presets = Presets.here();
		setDescription(presets.isLocked(Presets.DATABASE)
				? desk.texts().text("preferences.locked", place.own(), presets.setBy())
				: desk.texts().text("preferences.database.tip", DefaultDatabase.folder()));
	}

	@Override
	protected void createFieldEditors() {
		DirectoryFieldEditor folder = new DirectoryFieldEditor(DatabasePlace.DATABASE,
				desk.texts().text("preferences.database"), getFieldEditorParent());
		folder.setEmptyStringAllowed(true);
		folder.setEnabled(!Presets.here().isLocked(Presets.DATABASE), getFieldEditorParent());
		addField(folder);
	}

	@Override
	public boolean performOk() {
		boolean done = super.performOk();
		if (done && !place.own().equals(desk.database().location())
				&& !DatabasePlace.isSample(desk.database().location())) {
			desk.database().open(place.own());
		}
		return done;
	}
}
