package rebound.ui.internal.command;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import rebound.ui.internal.desk.LastReport;

/** Opens the report that was written last. */
final class OpenReport {

	@CanExecute
	boolean canExecute(LastReport last) {
		return last.file() != null;
	}

	@Execute
	void execute(LastReport last, Notices notices) {
		notices.open(last.file());
	}
}
