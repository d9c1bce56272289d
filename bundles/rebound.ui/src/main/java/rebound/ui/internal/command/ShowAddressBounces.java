package rebound.ui.internal.command;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.ui.WorkbenchException;
import rebound.ui.internal.desk.Chosen;
import rebound.ui.internal.view.BounceLogView;

/** Shows in the bounce log what came back from the selected address. */
final class ShowAddressBounces {

	@CanExecute
	boolean canExecute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) Object selection) {
		return !Chosen.addresses(selection).isEmpty();
	}

	@Execute
	void execute(@Named(IServiceConstants.ACTIVE_SELECTION) Object selection, IEventBroker events)
			throws WorkbenchException {
		String address = Chosen.addresses(selection).getFirst().value();
		new ShowPerspective.Bounces().execute();
		events.post(BounceLogView.SHOW_ADDRESS, address);
	}
}
