package rebound.ui.internal.command;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import rebound.customers.ReadSettings;
import rebound.pipeline.CustomerImport;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Pipeline;
import rebound.ui.internal.desk.CustomerFile;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Texts;

/** Reads a file of customers into the database, once the user has seen how it is understood. */
@Creatable
public final class CustomerImportWork {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	@Inject
	CustomerImportWork(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
	}

	/** Shows the file, and reads it if the user wants that. */
	public void start(Shell shell, String file) {
		CustomerFileDialog dialog = new CustomerFileDialog(shell, desk,
				new CustomerFile(desk, pipeline, file, DefaultDatabase.importProfiles()));
		if (dialog.open() == Window.OK) {
			ReadSettings settings = dialog.wish();
			work.start("work.importCustomers",
					progress -> pipeline.importCustomers(file, settings, desk.database().store(), progress),
					this::tell);
		}
	}

	private void tell(CustomerImport done) {
		Texts texts = desk.texts();
		StringBuilder text = new StringBuilder(
				texts.text("customers.done", done.rows(), done.added(), done.changed(), done.unchanged()));
		if (done.leftOut() > 0) {
			text.append(' ').append(texts.text("customers.leftOut", done.leftOut()));
		}
		if (done.problemCount() > 0) {
			text.append(' ').append(CustomerFile.first(done.problems(), texts));
		}
		if (done.goneCount() > 0) {
			text.append(' ').append(texts.text("customers.gone", done.goneCount(), done.gone().getFirst()));
		}
		notices.tell(texts.text("customers.done.title"), text.toString());
	}
}
