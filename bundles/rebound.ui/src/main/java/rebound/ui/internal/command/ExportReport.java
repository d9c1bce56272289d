package rebound.ui.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.report.ReportProfile;
import rebound.report.WrittenReport;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Exports;
import rebound.ui.internal.desk.LastReport;

/** Writes the bounce report. */
abstract class ExportReport {

	final Desk desk;
	final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;
	private final LastReport last;

	ExportReport(Desk desk, Pipeline pipeline, LongWork work, Notices notices, LastReport last) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
		this.last = last;
	}

	@CanExecute
	boolean canExecute() {
		return desk.database().state() == Database.State.OPEN;
	}

	private WrittenReport write(ReportProfile profile, Path file, Progress progress) throws IOException {
		return pipeline.report(desk.database().store(), profile, desk.texts().locale(), ZoneId.systemDefault(), file,
				progress);
	}

	void write(ReportDialog.Wish wish) {
		if (wish.file() == null) {
			print(wish.profile());
		} else {
			work.start("work.report", progress -> write(wish.profile(), wish.file(), progress), this::tell);
		}
	}

	private void tell(WrittenReport report) {
		WrittenReport.Part main = report.files().getFirst();
		last.written(main.file());
		notices.tell(desk.texts().text("report.done.title"),
				desk.texts().text("report.done", main.records(), main.file().toString()),
				desk.texts().text("report.open"), () -> notices.open(main.file()));
	}

	/** Shows the report as pages that the browser prints. They are the user's alone, and gone when the program ends. */
	void print(ReportProfile profile) {
		ReportProfile pages = new ReportProfile("html", profile.bouncedOnly(), profile.filter(), profile.columns(),
				profile.settings());
		work.start("work.report", progress -> {
			Path folder = Files.createTempDirectory("rebound");
			folder.toFile().deleteOnExit();
			WrittenReport report = write(pages, folder.resolve("report.html"), progress);
			report.files().forEach(part -> part.file().toFile().deleteOnExit());
			return report.files().getFirst().file();
		}, notices::open);
	}

	/** Into a file: asks which rows, format and file. */
	static final class ToFile extends ExportReport {
		@Inject
		ToFile(Desk desk, Pipeline pipeline, LongWork work, Notices notices, LastReport last) {
			super(desk, pipeline, work, notices, last);
		}

		@Execute
		void execute(Shell shell) {
			ReportDialog dialog = new ReportDialog(shell, desk,
					new Exports(desk, pipeline, DefaultDatabase.reportProfiles()));
			if (dialog.open() == Window.OK) {
				write(dialog.wish());
			}
		}
	}

	/** All that bounced, to be looked at and printed. */
	static final class Print extends ExportReport {
		@Inject
		Print(Desk desk, Pipeline pipeline, LongWork work, Notices notices, LastReport last) {
			super(desk, pipeline, work, notices, last);
		}

		@Execute
		void execute() {
			print(ReportProfile.DEFAULT);
		}
	}
}
