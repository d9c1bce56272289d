package rebound.ui.internal.view;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** What our tables have in common: looks, and columns to choose that are remembered. */
final class Tables {

	private static final int CELL_PADDING = 8;
	private static final String WIDTH = "rebound.width";

	private Tables() {
	}

	/** @param name tells screen readers what is in the table */
	static Table create(Composite parent, String id, int style, String name) {
		Table table = new Table(parent, style | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setHeaderVisible(true);
		table.setData(Ids.KEY, id);
		Look.named(table, name);
		// Generous rows: native tables are as high as their text otherwise.
		table.addListener(SWT.MeasureItem,
				event -> event.height = Math.max(event.height, event.gc.getFontMetrics().getHeight() + CELL_PADDING));
		return table;
	}

	/** @param width at first; more where the title needs more in the user's language */
	static TableColumn column(Table table, String title, int width, int align) {
		TableColumn column = new TableColumn(table, align);
		column.setText(title);
		column.pack();
		column.setWidth(Math.max(width, column.getWidth()));
		column.setData(WIDTH, column.getWidth());
		column.setMoveable(true);
		return column;
	}

	/** Shows or hides a column; one that comes back is as wide as it was. */
	static void show(TableColumn column, boolean isShown) {
		if (isShown == column.getWidth() > 0) {
			return;
		}
		if (!isShown) {
			column.setData(WIDTH, column.getWidth());
		}
		column.setResizable(isShown);
		column.setWidth(isShown ? (Integer) column.getData(WIDTH) : 0);
	}

	/** Fills a menu with the columns, to choose those that are shown; the last one can't be hidden. */
	static void offerColumns(Table table, Menu menu) {
		for (MenuItem item : menu.getItems()) {
			item.dispose();
		}
		long shown = Arrays.stream(table.getColumns()).filter(each -> each.getWidth() > 0).count();
		for (TableColumn column : table.getColumns()) {
			MenuItem item = new MenuItem(menu, SWT.CHECK);
			item.setText(column.getText());
			item.setSelection(column.getWidth() > 0);
			item.setEnabled(shown > 1 || !item.getSelection());
			item.addListener(SWT.Selection, e -> show(column, item.getSelection()));
		}
	}

	/** Brings the columns back as they were last time, and keeps what changes. */
	static void remember(Table table, Map<String, String> state) {
		restore(table, state);
		for (TableColumn column : table.getColumns()) {
			column.addListener(SWT.Resize, e -> save(table, state));
			column.addListener(SWT.Move, e -> save(table, state));
		}
	}

	private static void save(Table table, Map<String, String> state) {
		state.put("columns.widths", Arrays.stream(table.getColumns()).map(column -> "" + column.getWidth())
				.collect(Collectors.joining(",")));
		state.put("columns.order",
				Arrays.stream(table.getColumnOrder()).mapToObj(Integer::toString).collect(Collectors.joining(",")));
	}

	/** Those of another version of the table are ignored. */
	private static void restore(Table table, Map<String, String> state) {
		int[] widths = numbers(state.get("columns.widths"));
		int[] order = numbers(state.get("columns.order"));
		int count = table.getColumnCount();
		if (widths.length == count && order.length == count
				&& Arrays.stream(order).filter(i -> i >= 0 && i < count).distinct().count() == count
				&& Arrays.stream(widths).anyMatch(width -> width > 0)) {
			for (int i = 0; i < count; i++) {
				TableColumn column = table.getColumn(i);
				show(column, widths[i] > 0);
				if (widths[i] > 0) {
					column.setWidth(widths[i]);
				}
			}
			table.setColumnOrder(order);
		}
	}

	private static int[] numbers(String list) {
		if (list == null || !list.chars().allMatch(c -> c == ',' || c >= '0' && c <= '9') || list.length() > 200) {
			return new int[0];
		}
		return Arrays.stream(list.split(",")).filter(part -> !part.isEmpty() && part.length() < 6)
				.mapToInt(Integer::parseInt).toArray();
	}
}
