package rebound.ui.internal.command;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import rebound.ui.internal.desk.Desk;

/** Opens databases. */
final class OpenDatabase {

	private OpenDatabase() {
	}

	/** The user's own, after the sample data. */
	static final class Own {
		@CanExecute
		boolean canExecute(Desk desk, DatabasePlace place) {
			return !place.own().equals(desk.database().location());
		}

		@Execute
		void execute(Desk desk, DatabasePlace place) {
			desk.database().open(place.own());
		}
	}

	/** The same one again, after a failure. */
	static final class Again {
		@Execute
		void execute(Desk desk) {
			desk.database().open(desk.database().location());
		}
	}

	/** Another one, which becomes the user's own. */
	static final class Choose {
		private final Desk desk;
		private final DatabasePlace place;

		@Inject
		Choose(Desk desk, DatabasePlace place) {
			this.desk = desk;
			this.place = place;
		}

		@Execute
		void execute(Shell shell) {
			DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
			dialog.setText(desk.texts().text("database.choose.title"));
			dialog.setMessage(desk.texts().text("database.choose.message"));
			String folder = dialog.open();
			if (folder != null) {
				place.choose(folder);
				desk.database().open(folder);
			}
		}
	}
}
