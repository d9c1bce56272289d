package rebound.ui.internal;

import java.util.List;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import rebound.pipeline.Presets;
import rebound.ui.internal.command.DatabasePlace;
import rebound.ui.internal.command.Handlers;
import rebound.ui.internal.desk.Desk;

/** What the workbench asks the product about itself. */
final class DesktopAdvisor extends WorkbenchAdvisor {

	private final String wantedDatabase;
	private final List<String> toImport;
	private final Runnable opened;
	private IEclipseContext context;

	/**
	 * @param wantedDatabase folder or URL, or {@code null} for the user's own
	 * @param toImport       files and folders of mails to read once the window is open
	 * @param opened         called when the window is open
	 */
	DesktopAdvisor(String wantedDatabase, List<String> toImport, Runnable opened) {
		this.opened = opened;
		this.wantedDatabase = wantedDatabase;
		this.toImport = toImport;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		configurer.setSaveAndRestore(true);
		context = configurer.getWorkbench().getService(IEclipseContext.class);
		context.set(DatabasePlace.class, new DatabasePlace(wantedDatabase));
		// The database is opened while the window comes up.
		context.get(Desk.class);
	}

	@Override
	public void preStartup() {
		Handlers.activateOfWorkbench(context);
		UpdatePresets.apply(Presets.here(), context);
	}

	@Override
	public void postStartup() {
		opened.run();
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return Perspectives.BOUNCES;
	}

	@Override
	public String getMainPreferencePageId() {
		return "rebound.ui.preferences";
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer window) {
		return new WindowAdvisor(window, context, toImport);
	}
}
