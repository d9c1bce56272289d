package rebound.ui.internal.command;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import rebound.ui.internal.desk.LastUndo;

/** Takes back what was done last. */
final class Undo {

	@CanExecute
	boolean canExecute(LastUndo last) {
		return last.isOffered();
	}

	@Execute
	void execute(LastUndo last) {
		last.run();
	}
}
