package rebound.ui.internal.command;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import rebound.customers.ReadSettings;
import rebound.pipeline.CustomerImport;
import rebound.pipeline.Pipeline;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Texts;

/** Asks for a file of customers, and reads it. */
final class ImportCustomers {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	@Inject
	ImportCustomers(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
	}

	@CanExecute
	boolean canExecute() {
		return desk.database().state() == Database.State.OPEN;
	}

	@Execute
	void execute(Shell shell) {
		String file = ReadDialog.of(shell, SWT.NONE, desk.texts(), "importCustomers.title", "importCustomers.files",
				"*.csv;*.tsv;*.txt;*.xlsx;*.vcf").open();
		if (file != null) {
			work.start("work.importCustomers", progress -> pipeline.importCustomers(file,
					ReadSettings.AUTOMATIC, desk.database().store(), progress), this::tell);
		}
	}

	private void tell(CustomerImport done) {
		Texts texts = desk.texts();
		String text = texts.text("customers.done", done.rows(), done.added(), done.changed(), done.unchanged());
		if (done.leftOut() > 0) {
			text += ' ' + texts.text("customers.leftOut", done.leftOut());
		}
		notices.tell(texts.text("customers.done.title"), text);
	}
}
