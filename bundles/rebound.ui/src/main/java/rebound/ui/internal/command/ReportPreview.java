package rebound.ui.internal.command;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import rebound.report.ReportProfile;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Exports;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.Look;

/** The first rows of a report that is about to be written. */
final class ReportPreview {

	private static final int WIDTH = 120;

	private final Desk desk;
	private final Exports exports;
	private final Label title;
	private final Table table;

	ReportPreview(Composite parent, Desk desk, Exports exports) {
		this.desk = desk;
		this.exports = exports;
		title = new Label(parent, SWT.NONE);
		title.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(4, 1).create());
		table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
		table.setHeaderVisible(true);
		table.setData(Ids.KEY, "report.preview");
		Look.named(table, desk.texts().text("report.what.report"));
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(4, 1).hint(400, 150).create());
	}

	void show(ReportProfile profile) {
		title.setText(desk.texts().text("report.preview.reading"));
		exports.preview(profile, this::fill);
	}

	private void fill(Exports.Preview found) {
		if (table.isDisposed()) {
			return;
		}
		table.setRedraw(false);
		table.removeAll();
		for (TableColumn column : table.getColumns()) {
			column.dispose();
		}
		for (String name : found.columns()) {
			TableColumn column = new TableColumn(table, SWT.LEFT);
			column.setText(name);
			column.setWidth(WIDTH);
		}
		for (List<String> row : found.rows()) {
			new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new));
		}
		table.setRedraw(true);
		title.setText(desk.texts().text("report.preview", found.rows().size(), found.isCut() ? 1 : 0));
	}
}
