package rebound.ui.internal.command;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import rebound.customers.CustomerField;
import rebound.customers.ReadSettings;
import rebound.ui.internal.desk.CustomerFile;
import rebound.ui.internal.desk.CustomerFile.Choice;
import rebound.ui.internal.desk.CustomerFile.Row;
import rebound.ui.internal.desk.CustomerFile.Seen;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Ids;

/** Shows how a file of customers is understood, with examples, and lets the user say it better. */
final class CustomerFileDialog extends TextDialog {

	private static final int SAVE = IDialogConstants.CLIENT_ID;
	private static final List<Character> DELIMITERS = Arrays.asList(null, ',', ';', '\t', '|');
	private static final List<String> DELIMITER_KEYS = List.of("automatic", "comma", "semicolon", "tab", "bar");
	private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "windows-1250", "windows-1251",
			"ISO-8859-1", "ISO-8859-15", "UTF-16", "Shift_JIS", "GB18030");
	private static final List<CustomerField> FIELDS = List.of(CustomerField.values());

	private final CustomerFile file;
	private final List<Choice> choices;
	private final List<Charset> charsets = new ArrayList<>();
	private final Map<String, CustomerField> columns = new HashMap<>();
	private Combo profile;
	private Combo delimiter;
	private Combo charset;
	private Table table;
	private Combo means;
	private Label looked;
	private List<Row> rows = List.of();
	private boolean isSeen;
	private ReadSettings wish;

	CustomerFileDialog(Shell shell, Desk desk, CustomerFile file) {
		super(shell, desk, "customers.file.", new Point(780, 560));
		this.file = file;
		this.choices = file.choices();
		charsets.add(null);
		CHARSETS.stream().filter(Charset::isSupported).map(Charset::forName).forEach(charsets::add);
		choices.stream().map(choice -> choice.settings().charset()).filter(each -> !charsets.contains(each))
				.forEach(charsets::add);
	}

	/** @return how to read the file */
	ReadSettings wish() {
		return wish;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = grid(parent, 4);
		setTitle(text("heading", file.name()));
		profile = choice(area, "profile", choices.stream().map(Choice::name).toList());
		profile.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(3, 1).create());
		delimiter = choice(area, "delimiter", DELIMITER_KEYS.stream().map(this::text).toList());
		charset = choice(area, "charset",
				charsets.stream().map(each -> each == null ? text("automatic") : each.name()).toList());
		profile.addListener(SWT.Selection, e -> chosen());
		delimiter.addListener(SWT.Selection, e -> look());
		charset.addListener(SWT.Selection, e -> look());
		table = named(new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL), "columns");
		table.setHeaderVisible(true);
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(4, 1).hint(600, 220).create());
		column("column", 190);
		column("means.column", 190);
		column("examples", 340);
		table.addListener(SWT.Selection, e -> selected());
		means = combo(area, "means", FIELDS.stream().map(file::word).toList());
		means.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(3, 1).create());
		means.addListener(SWT.Selection, e -> understood());
		looked = new Label(area, SWT.WRAP);
		looked.setData(Ids.KEY, "customers.file.looked");
		looked.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(4, 1).create());
		return area;
	}

	private Combo choice(Composite area, String key, List<String> items) {
		Combo combo = combo(area, key, items);
		combo.select(0);
		return combo;
	}

	private void column(String key, int width) {
		TableColumn column = new TableColumn(table, SWT.LEFT);
		column.setText(text(key));
		column.setWidth(width);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, SAVE, desk.texts().text("report.save"), false);
		createButton(parent, IDialogConstants.OK_ID, text("ok"), true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		look();
	}

	/** A saved way to read brings all its parts. */
	private void chosen() {
		ReadSettings settings = choices.get(profile.getSelectionIndex()).settings();
		columns.clear();
		columns.putAll(settings.columns());
		delimiter.select(Math.max(0, DELIMITERS.indexOf(settings.delimiter())));
		charset.select(charsets.indexOf(settings.charset()));
		look();
	}

	private ReadSettings settings() {
		return new ReadSettings(choices.get(profile.getSelectionIndex()).settings().profile(), columns,
				DELIMITERS.get(delimiter.getSelectionIndex()), charsets.get(charset.getSelectionIndex()));
	}

	private void look() {
		getButton(OK).setEnabled(false);
		looked.setText(text("looking"));
		file.look(settings(), this::show);
	}

	private void show(Seen seen) {
		if (table.isDisposed()) {
			return;
		}
		int at = Math.max(0, table.getSelectionIndex());
		rows = seen.rows();
		table.setRedraw(false);
		table.removeAll();
		for (Row row : rows) {
			new TableItem(table, SWT.NONE).setText(new String[]{ row.column().header(), row.means(), row.examples() });
		}
		table.setRedraw(true);
		if (!rows.isEmpty()) {
			table.select(Math.min(at, rows.size() - 1));
		}
		selected();
		setErrorMessage(seen.failure());
		setMessage(text(seen.isAllUnknown() ? "unknown" : "message"),
				seen.isAllUnknown() ? IMessageProvider.WARNING : IMessageProvider.NONE);
		looked.setText(seen.failure() != null
				? ""
				: text("looked", seen.customers(), seen.problems())
						+ (seen.problem() == null ? "" : "\n" + seen.problem()));
		looked.getParent().layout();
		getButton(OK).setEnabled(seen.customers() > 0);
		if (!isSeen) {
			// Enter imports a file that is understood; a button can't have the focus before it can be pressed.
			isSeen = getButton(OK).setFocus();
		}
		getButton(SAVE).setEnabled(seen.failure() == null);
	}

	private Row row() {
		int at = table.getSelectionIndex();
		return at < 0 || at >= rows.size() ? null : rows.get(at);
	}

	private void selected() {
		Row row = row();
		means.setEnabled(row != null && row.isChosen());
		if (row != null) {
			means.select(FIELDS.indexOf(row.column().field()));
		}
	}

	/** The user says what the selected column means. */
	private void understood() {
		Row row = row();
		if (row != null) {
			columns.put(row.column().header(), FIELDS.get(means.getSelectionIndex()));
			look();
		}
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == SAVE) {
			save();
		} else {
			super.buttonPressed(id);
		}
	}

	/** Keeps what is chosen under a name, for here and the command line. */
	private void save() {
		InputDialog asked = new InputDialog(getShell(), desk.texts().text("report.save.title"),
				desk.texts().text("report.save.name"), "", name -> file.isName(name) ? null : text("save.wrong"));
		if (asked.open() == OK) {
			String name = asked.getValue().strip();
			if (file.save(name, settings())) {
				setMessage(desk.texts().text("report.saved", name));
			} else {
				setErrorMessage(desk.texts().text("failure.file"));
			}
		}
	}

	@Override
	protected void okPressed() {
		wish = settings();
		super.okPressed();
	}
}
