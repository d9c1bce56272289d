package rebound.ui.internal.command;

import java.util.List;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.Look;

/** A dialog whose words have keys that begin alike, with fields in a grid; it may ask the database. */
abstract class TextDialog extends TitleAreaDialog {

	private static final int MOST_ITEMS = 25;

	final Desk desk;
	final Asker asker;
	private final String prefix;
	private final Point size;

	/** @param size at first, or {@code null} for as big as its content */
	TextDialog(Shell shell, Desk desk, String prefix, Point size) {
		super(shell);
		this.desk = desk;
		this.prefix = prefix;
		this.size = size;
		this.asker = desk.database().asker();
	}

	String text(String key, Object... values) {
		return desk.texts().text(prefix + key, values);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(text("title"));
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Point getInitialSize() {
		return size == null ? super.getInitialSize() : size;
	}

	/** @return the dialog's area with its title and message, as a grid */
	Composite grid(Composite parent, int columns) {
		setTitle(text("title"));
		setMessage(text("message"));
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		area.setLayout(GridLayoutFactory.swtDefaults().numColumns(columns).margins(12, 12).create());
		area.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		return area;
	}

	void label(Composite area, String key) {
		new Label(area, SWT.NONE).setText(text(key));
	}

	/** Adds a label, and the list that it names. */
	Combo combo(Composite area, String key, List<String> items) {
		label(area, key);
		Combo combo = named(new Combo(area, SWT.READ_ONLY), key);
		combo.setItems(items.toArray(String[]::new));
		combo.setVisibleItemCount(MOST_ITEMS);
		combo.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		return combo;
	}

	/** Adds a label, and the field that it names. */
	Text field(Composite area, String key) {
		label(area, key);
		Text field = named(new Text(area, SWT.BORDER), key);
		field.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).create());
		return field;
	}

	<T extends Control> T named(T control, String key) {
		control.setData(Ids.KEY, prefix + key);
		Look.named(control, text(key));
		return control;
	}

	@Override
	public boolean close() {
		asker.forget();
		return super.close();
	}
}
