package rebound.ui.internal.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Texts;

/** Asks which mails to read, and reads them. */
abstract class ImportMail {

	private final Desk desk;
	private final MailImportWork work;

	ImportMail(Desk desk, MailImportWork work) {
		this.desk = desk;
		this.work = work;
	}

	@CanExecute
	boolean canExecute() {
		return desk.database().state() == Database.State.OPEN;
	}

	Texts texts() {
		return desk.texts();
	}

	void start(List<String> paths) {
		if (!paths.isEmpty()) {
			work.start(paths);
		}
	}

	/** Single mails and mailbox files. */
	static final class Files extends ImportMail {
		@Inject
		Files(Desk desk, MailImportWork work) {
			super(desk, work);
		}

		@Execute
		void execute(Shell shell) {
			FileDialog dialog = ReadDialog.of(shell, SWT.MULTI, texts(), "importMail.title", "importMail.mails",
					"*.eml;*.mbox;*.mbx;*.msg;*.txt;*.gz;*.zip;*.tar");
			if (dialog.open() != null) {
				start(Arrays.stream(dialog.getFileNames())
						.map(name -> Path.of(dialog.getFilterPath()).resolve(name).toString()).toList());
			}
		}
	}

	/** Folders of mails, Maildirs among them. */
	static final class Folder extends ImportMail {
		@Inject
		Folder(Desk desk, MailImportWork work) {
			super(desk, work);
		}

		@Execute
		void execute(Shell shell) {
			DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
			dialog.setText(texts().text("importMail.folder.title"));
			dialog.setFilterPath(System.getProperty("user.home"));
			dialog.setMessage(texts().text("importMail.folder.message"));
			String folder = dialog.open();
			start(folder == null ? List.of() : List.of(folder));
		}
	}
}
