package rebound.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.MailboxImport;
import rebound.pipeline.Presets;
import rebound.store.BounceStores;
import rebound.ui.internal.command.DatabasePlace;
import rebound.ui.internal.command.Handlers;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.LastUndo;
import rebound.ui.internal.desk.Mailboxes;
import rebound.ui.internal.desk.Texts;

/** What the workbench asks the product about itself. */
final class DesktopAdvisor extends WorkbenchAdvisor {

	private final String wantedDatabase;
	private final List<String> toImport;
	private IEclipseContext context;
	private Desk desk;

	/**
	 * @param wantedDatabase folder or URL, or {@code null} for the user's own
	 * @param toImport       files and folders of mails to read once the window is open
	 */
	DesktopAdvisor(String wantedDatabase, List<String> toImport) {
		this.wantedDatabase = wantedDatabase;
		this.toImport = toImport;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		configurer.setSaveAndRestore(true);
		context = configurer.getWorkbench().getService(IEclipseContext.class);
		Display display = configurer.getWorkbench().getDisplay();
		Texts texts = new Texts(Locale.getDefault());
		Database database = new Database(context.get(BounceStores.class), inBackground(texts), work -> {
			if (!display.isDisposed()) {
				display.asyncExec(work);
			}
		}, display.getThread());
		DatabasePlace place = new DatabasePlace(wantedDatabase);
		desk = Desk.of(database, texts, Clock.systemDefaultZone());
		context.set(Desk.class, desk);
		context.set(DatabasePlace.class, place);
		context.set(LastUndo.class, new LastUndo());
		context.set(Mailboxes.class, new Mailboxes(DefaultDatabase.sources(),
				context.get(MailboxImport.class)));
		database.open(place.own());
	}

	private static Executor inBackground(Texts texts) {
		String name = texts.text("job.reading");
		return work -> Job.createSystem(name, (ICoreRunnable) monitor -> work.run()).schedule();
	}

	@Override
	public void preStartup() {
		Handlers.activate(context);
		UpdatePresets.apply(Presets.here(), context);
		IEventBroker events = context.get(IEventBroker.class);
		desk.database().onChange(() -> events.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID));
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

	@Override
	public void postShutdown() {
		desk.database().close();
	}
}
