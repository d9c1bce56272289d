package rebound.ui.internal.command;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;

/** Asks for a file of customers, and reads it. */
final class ImportCustomers {

	private final Desk desk;
	private final CustomerImportWork work;

	@Inject
	ImportCustomers(Desk desk, CustomerImportWork work) {
		this.desk = desk;
		this.work = work;
	}

	@CanExecute
	boolean canExecute() {
		return desk.database().state() == Database.State.OPEN;
	}

	@Execute
	void execute(Shell shell) {
		String file = ReadDialog.of(shell, SWT.NONE, desk.texts(), "importCustomers.title", "importCustomers.files",
				"*.csv;*.tsv;*.txt;*.xlsx;*.vcf;*.ldif").open();
		if (file != null) {
			work.start(shell, file);
		}
	}
}
