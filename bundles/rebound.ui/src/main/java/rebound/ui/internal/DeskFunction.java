package rebound.ui.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executor;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IContextFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import rebound.store.BounceStores;
import rebound.ui.internal.command.DatabasePlace;
import rebound.ui.internal.command.Handlers;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.ErrorLog;
import rebound.ui.internal.desk.Texts;

/**
 * Lays out the desk when the first view or command asks for it, in our own workbench as in any other: until then nothing
 * of ours runs there.
 */
@Component(property = IContextFunction.SERVICE_CONTEXT_KEY + "=rebound.ui.internal.desk.Desk")
public final class DeskFunction implements IContextFunction {

	@Override
	public Object compute(IEclipseContext asking, String key) {
		IEclipseContext context = asking.get(MApplication.class).getContext();
		Display display = context.get(Display.class);
		Texts texts = new Texts(Locale.getDefault());
		Database database = new Database(context.get(BounceStores.class), inBackground(texts), work -> {
			if (!display.isDisposed()) {
				display.asyncExec(work);
			}
		}, display.getThread());
		Desk desk = Desk.of(database, texts, Clock.systemDefaultZone());
		// From now on it listens.
		context.get(ErrorLog.class);
		// The same for all who will ask; the handlers are the first.
		context.set(Desk.class, desk);
		database.open(context.get(DatabasePlace.class).own());
		Handlers.activate(context);
		IEventBroker events = context.get(IEventBroker.class);
		database.onChange(() -> events.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID));
		PlatformUI.getWorkbench().addWorkbenchListener(new AtEnd(database));
		return desk;
	}

	private static Executor inBackground(Texts texts) {
		String name = texts.text("job.reading");
		return work -> Job.createSystem(name, (ICoreRunnable) monitor -> work.run()).schedule();
	}

	private record AtEnd(Database database) implements IWorkbenchListener {
		@Override
		public boolean preShutdown(IWorkbench workbench, boolean forced) {
			return true;
		}

		@Override
		public void postShutdown(IWorkbench workbench) {
			database.close();
		}
	}
}
