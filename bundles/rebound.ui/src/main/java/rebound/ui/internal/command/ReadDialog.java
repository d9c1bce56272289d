package rebound.ui.internal.command;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import rebound.ui.internal.desk.Texts;

/** The platform's dialog for files that are to be read. */
final class ReadDialog {

	private ReadDialog() {
	}

	/**
	 * @param more     {@link SWT#MULTI} or {@link SWT#NONE}
	 * @param title    key of the dialog's title
	 * @param files    key of what the files are called
	 * @param patterns of their names, separated by semicolons
	 */
	static FileDialog of(Shell shell, int more, Texts texts, String title, String files, String patterns) {
		FileDialog dialog = new FileDialog(shell, SWT.OPEN | more);
		dialog.setText(texts.text(title));
		dialog.setFilterPath(System.getProperty("user.home"));
		dialog.setFilterNames(new String[]{ texts.text(files), texts.text("files.all") });
		dialog.setFilterExtensions(new String[]{ patterns, "*" });
		return dialog;
	}
}
