package rebound.ui.internal.command;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.ui.PartInitException;
import rebound.ui.internal.desk.HelpPages;
import rebound.ui.internal.view.HelpView;

/** Shows the help for the view in use. */
final class ShowHelp {

	@Execute
	void execute(@Optional @Named(IServiceConstants.ACTIVE_PART) MPart part, IEventBroker events)
			throws PartInitException {
		String id = part == null ? HelpPages.START : part.getElementId();
		show(id.substring(id.lastIndexOf('.') + 1), events);
	}

	private static void show(String page, IEventBroker events) throws PartInitException {
		ShowPerspective.window().getActivePage().showView(HelpView.ID);
		events.post(HelpView.SHOW, page);
	}

	/** Shows all keys. */
	static final class Keys {
		@Execute
		void execute(IEventBroker events) throws PartInitException {
			show(HelpPages.KEYS, events);
		}
	}
}
