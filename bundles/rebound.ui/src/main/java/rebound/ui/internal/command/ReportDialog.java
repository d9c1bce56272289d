package rebound.ui.internal.command;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import rebound.ui.internal.desk.Texts;

/** Asks for a report's format and file. */
final class ReportDialog extends TitleAreaDialog {

	private static final int FIELD_WIDTH = 320;

	private final Texts texts;
	private final List<String> formats;
	private Combo format;
	private Text file;
	private Button bouncedOnly;
	private Wish wish;

	/** What the user wants. */
	record Wish(String format, Path file, boolean bouncedOnly) {
	}

	ReportDialog(Shell shell, Texts texts, List<String> formats) {
		super(shell);
		this.texts = texts;
		this.formats = formats;
	}

	Wish wish() {
		return wish;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(texts.text("report.title"));
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(texts.text("report.title"));
		setMessage(texts.text("report.message"));
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		area.setLayout(GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 12).create());
		area.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		new Label(area, SWT.NONE).setText(texts.text("report.format"));
		format = new Combo(area, SWT.READ_ONLY);
		formats.forEach(id -> format.add(texts.textOr("report.format." + id, "report.format.other", id)));
		format.select(Math.max(0, formats.indexOf("xlsx")));
		format.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(2, 1).create());
		format.addListener(SWT.Selection, e -> file.setText(withExtension(file.getText())));
		new Label(area, SWT.NONE).setText(texts.text("report.file"));
		file = new Text(area, SWT.BORDER);
		file.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
				.hint(FIELD_WIDTH, SWT.DEFAULT).create());
		file.setText(withExtension(Path.of(System.getProperty("user.home"), texts.text("report.name")).toString()));
		Button browse = new Button(area, SWT.PUSH);
		browse.setText(texts.text("report.browse"));
		browse.addListener(SWT.Selection, e -> browse());
		new Label(area, SWT.NONE);
		bouncedOnly = new Button(area, SWT.CHECK);
		bouncedOnly.setText(texts.text("report.bouncedOnly"));
		bouncedOnly.setSelection(true);
		bouncedOnly.setLayoutData(GridDataFactory.fillDefaults().span(2, 1).create());
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, texts.text("report.ok"), true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		file.addListener(SWT.Modify, e -> getButton(OK).setEnabled(!file.getText().isBlank()));
		file.setFocus();
	}

	private String chosen() {
		return formats.get(Math.max(0, format.getSelectionIndex()));
	}

	/** Formats for a program are named like {@code csv-excel}: the first word is the file's. */
	private String withExtension(String path) {
		int dot = path.lastIndexOf('.');
		int folder = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
		String extension = chosen().contains("-") ? chosen().substring(0, chosen().indexOf('-')) : chosen();
		return (dot > folder ? path.substring(0, dot) : path) + '.' + extension;
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setOverwrite(true);
		Path now = Path.of(file.getText());
		if (now.getParent() != null) {
			dialog.setFilterPath(now.getParent().toString());
		}
		dialog.setFileName(String.valueOf(now.getFileName()));
		String chosen = dialog.open();
		if (chosen != null) {
			file.setText(chosen);
		}
	}

	@Override
	protected void okPressed() {
		wish = new Wish(chosen(), Path.of(file.getText().strip()), bouncedOnly.getSelection());
		super.okPressed();
	}
}
