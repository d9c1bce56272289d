package rebound.ui.internal.command;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import rebound.report.ReportProfile;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Exports;
import rebound.ui.internal.desk.Exports.Choice;

/** Asks what to export, in which form and where to; shows the first rows meanwhile. */
final class ReportDialog extends TextDialog {

	private static final int SAVE = IDialogConstants.CLIENT_ID;
	private static final int PRINT = IDialogConstants.CLIENT_ID + 1;
	private static final int FIELD_WIDTH = 320;

	private final Exports exports;
	private final List<Choice> choices;
	private Combo what;
	private Combo format;
	private Text file;
	private Button bouncedOnly;
	private Button choose;
	private ReportConditions conditions;
	private List<String> columns = List.of();
	private ReportPreview preview;
	private Wish wish;

	/**
	 * What the user wants.
	 *
	 * @param file {@code null} to look at it and print
	 */
	record Wish(ReportProfile profile, Path file) {
	}

	ReportDialog(Shell shell, Desk desk, Exports exports) {
		super(shell, desk, "report.", new Point(820, 700));
		this.exports = exports;
		this.choices = exports.choices();
	}

	Wish wish() {
		return wish;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = grid(parent, 4);
		what = combo(area, "what", choices.stream().map(Choice::name).toList());
		wide(what);
		what.select(0);
		what.addListener(SWT.Selection, e -> chosen());
		format = combo(area, "format", exports.formats().stream()
				.map(id -> desk.texts().textOr("report.format." + id, "report.format.other", id)).toList());
		wide(format);
		format.select(Math.max(0, exports.formats().indexOf("xlsx")));
		format.addListener(SWT.Selection, e -> file.setText(withExtension(file.getText())));
		file = field(area, "file");
		file.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(2, 1)
				.hint(FIELD_WIDTH, SWT.DEFAULT).create());
		Button browse = new Button(area, SWT.PUSH);
		browse.setText(text("browse"));
		browse.addListener(SWT.Selection, e -> browse());
		conditions = new ReportConditions(this, area, this::changed);
		bouncedOnly = new Button(area, SWT.CHECK);
		bouncedOnly.setText(text("bouncedOnly"));
		bouncedOnly.setSelection(true);
		bouncedOnly.setLayoutData(GridDataFactory.swtDefaults().span(3, 1).create());
		choose = named(new Button(area, SWT.PUSH), "columns");
		choose.setText(text("columns"));
		choose.setLayoutData(GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).create());
		choose.addListener(SWT.Selection, e -> chooseColumns());
		preview = new ReportPreview(area, desk, exports);
		bouncedOnly.addListener(SWT.Selection, e -> changed());
		file.setText(withExtension(Path.of(System.getProperty("user.home"), text("name")).toString()));
		return area;
	}

	private static void wide(Control field) {
		field.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(3, 1).create());
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, SAVE, text("save"), false);
		createButton(parent, PRINT, text("print"), false);
		createButton(parent, IDialogConstants.OK_ID, text("ok"), true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		file.addListener(SWT.Modify, e -> getButton(OK).setEnabled(!file.getText().isBlank()));
		file.setFocus();
		changed();
	}

	private Choice choice() {
		return choices.get(Math.max(0, what.getSelectionIndex()));
	}

	/** A choice brings its own format and rows. */
	private void chosen() {
		ReportProfile profile = choice().profile();
		format.setEnabled(profile.format() == null || exports.formats().contains(profile.format()));
		if (profile.format() != null && format.isEnabled()) {
			format.select(exports.formats().indexOf(profile.format()));
		}
		bouncedOnly.setSelection(profile.bouncedOnly());
		conditions.show(profile.filter());
		columns = profile.columns();
		choose.setEnabled(format.isEnabled());
		file.setText(withExtension(file.getText()));
		setMessage(choice().isUnverified() ? text("unverified") : text("message"));
		changed();
	}

	private void chooseColumns() {
		ReportColumnsDialog dialog = new ReportColumnsDialog(getShell(), desk, columns);
		if (dialog.open() == OK) {
			columns = dialog.columns();
			changed();
		}
	}

	/** @return what is chosen by now; settings that this dialog does not show stay as the choice has them */
	private ReportProfile profile() {
		ReportProfile chosen = choice().profile();
		return new ReportProfile(format.isEnabled()
				? exports.formats().get(format.getSelectionIndex())
				: chosen.format(), bouncedOnly.getSelection(), conditions.filter(), columns, chosen.settings());
	}

	private void changed() {
		if (!conditions.isDisposed()) {
			preview.show(profile());
		}
	}

	private String withExtension(String path) {
		int dot = path.lastIndexOf('.');
		int folder = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
		return (dot > folder ? path.substring(0, dot) : path) + '.' + exports.extension(profile());
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setOverwrite(true);
		Path now = Path.of(file.getText());
		if (now.getParent() != null) {
			dialog.setFilterPath(now.getParent().toString());
		}
		dialog.setFileName(String.valueOf(now.getFileName()));
		String path = dialog.open();
		if (path != null) {
			file.setText(path);
		}
	}

	@Override
	protected void buttonPressed(int id) {
		switch (id) {
			case SAVE -> save();
			case PRINT -> {
				wish = new Wish(profile(), null);
				super.okPressed();
			}
			default -> super.buttonPressed(id);
		}
	}

	/** Keeps what is chosen under a name, for here and the command line. */
	private void save() {
		InputDialog asked = new InputDialog(getShell(), text("save.title"), text("save.name"), "",
				name -> exports.isName(name) ? null : text("save.wrong"));
		if (asked.open() == OK) {
			String name = asked.getValue().strip();
			if (exports.save(name, profile())) {
				setMessage(desk.texts().text("report.saved", name));
			} else {
				setErrorMessage(desk.texts().text("failure.file"));
			}
		}
	}

	@Override
	protected void okPressed() {
		wish = new Wish(profile(), Path.of(file.getText().strip()));
		super.okPressed();
	}
}
