package rebound.ui.internal.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import rebound.report.Column;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.ui.internal.desk.Desk;

/** Asks which columns a report has, and in which order. */
final class ReportColumnsDialog extends TextDialog {

	private static final List<String> ALL = ReportColumns.ALL.stream().map(Column::name).toList();

	private final Labels labels;
	private List<String> columns;
	private Table table;

	/** @param columns names in order, empty for all in their usual order */
	ReportColumnsDialog(Shell shell, Desk desk, List<String> columns) {
		super(shell, desk, "report.columns.", new Point(560, 600));
		this.labels = Labels.of(desk.texts().locale());
		this.columns = columns;
	}

	/** @return names in order, empty for all in their usual order */
	List<String> columns() {
		return columns;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = grid(parent, 2);
		table = named(new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL), "table");
		table.setHeaderVisible(true);
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(400, 300).create());
		for (String key : List.of("column", "name")) {
			TableColumn column = new TableColumn(table, SWT.LEFT);
			column.setText(text(key));
			column.setWidth(key.equals("name") ? 170 : 230);
		}
		table.addListener(SWT.Selection, e -> check());
		table.addListener(SWT.KeyDown, e -> {
			if (e.stateMask == SWT.ALT && (e.keyCode == SWT.ARROW_UP || e.keyCode == SWT.ARROW_DOWN)) {
				move(e.keyCode == SWT.ARROW_UP ? -1 : 1);
				e.doit = false;
			}
		});
		Composite buttons = new Composite(area, SWT.NONE);
		buttons.setLayout(GridLayoutFactory.fillDefaults().create());
		buttons.setLayoutData(GridDataFactory.fillDefaults().create());
		button(buttons, "up", () -> move(-1));
		button(buttons, "down", () -> move(1));
		button(buttons, "all", () -> fill(ALL));
		button(buttons, "none", () -> {
			Arrays.stream(table.getItems()).forEach(item -> item.setChecked(false));
			check();
		});
		return area;
	}

	private void button(Composite parent, String key, Runnable work) {
		Button button = named(new Button(parent, SWT.PUSH), key);
		button.setText(text(key));
		button.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		button.addListener(SWT.Selection, e -> work.run());
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		fill(columns.isEmpty() ? ALL : columns);
		table.setFocus();
	}

	/** Those that are chosen come first, in their order. */
	private void fill(List<String> chosen) {
		Set<String> names = new LinkedHashSet<>(chosen);
		names.addAll(ALL);
		table.setRedraw(false);
		table.removeAll();
		for (String name : names) {
			write(new TableItem(table, SWT.NONE), name, chosen.contains(name));
		}
		table.setRedraw(true);
		table.select(0);
		check();
	}

	private void write(TableItem item, String name, boolean isChosen) {
		item.setText(new String[]{ labels.value("column", name), name });
		item.setChecked(isChosen);
	}

	private void move(int by) {
		int at = table.getSelectionIndex();
		int other = at + by;
		if (at < 0 || other < 0 || other >= table.getItemCount()) {
			return;
		}
		TableItem here = table.getItem(at);
		TableItem there = table.getItem(other);
		String name = here.getText(1);
		boolean isChosen = here.getChecked();
		write(here, there.getText(1), there.getChecked());
		write(there, name, isChosen);
		table.setSelection(other);
		table.showSelection();
	}

	private List<String> chosen() {
		List<String> names = new ArrayList<>();
		for (TableItem item : table.getItems()) {
			if (item.getChecked()) {
				names.add(item.getText(1));
			}
		}
		return names;
	}

	private void check() {
		getButton(IDialogConstants.OK_ID).setEnabled(!chosen().isEmpty());
	}

	@Override
	protected void okPressed() {
		List<String> chosen = chosen();
		columns = chosen.equals(ALL) ? List.of() : chosen;
		super.okPressed();
	}
}
