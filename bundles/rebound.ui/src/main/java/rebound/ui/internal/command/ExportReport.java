package rebound.ui.internal.command;

import java.time.ZoneId;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Pipeline;
import rebound.report.WrittenReport;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Exports;

/** Asks for format and file, and writes the bounce report. */
final class ExportReport {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	@Inject
	ExportReport(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
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
		ReportDialog dialog = new ReportDialog(shell, desk,
				new Exports(desk, pipeline, DefaultDatabase.reportProfiles()));
		if (dialog.open() != Window.OK) {
			return;
		}
		ReportDialog.Wish wish = dialog.wish();
		work.start("work.report", progress -> pipeline.report(desk.database().store(), wish.profile(),
				desk.texts().locale(), ZoneId.systemDefault(), wish.file(), progress), this::tell);
	}

	private void tell(WrittenReport report) {
		WrittenReport.Part main = report.files().getFirst();
		notices.tell(desk.texts().text("report.done.title"),
				desk.texts().text("report.done", main.records(), main.file().toString()),
				desk.texts().text("report.open"),
				() -> Program.launch(main.file().toString()));
	}
}
