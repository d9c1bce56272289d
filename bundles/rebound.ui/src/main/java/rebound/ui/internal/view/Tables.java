package rebound.ui.internal.view;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What our tables have in common: looks, remembered columns, copying as text. */
final class Tables {

	private static final int CELL_PADDING = 8;

	private Tables() {
	}

	static Table create(Composite parent, String id, int style) {
		Table table = new Table(parent, style | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setHeaderVisible(true);
		table.setData(Ids.KEY, id);
		// Generous rows: native tables are as high as their text otherwise.
		table.addListener(SWT.MeasureItem,
				event -> event.height = Math.max(event.height, event.gc.getFontMetrics().getHeight() + CELL_PADDING));
		return table;
	}

	static TableColumn column(Table table, String title, int width, int align) {
		TableColumn column = new TableColumn(table, align);
		column.setText(title);
		column.setWidth(width);
		column.setMoveable(true);
		return column;
	}

	/** Puts the selected rows on the clipboard, columns separated by tabs in the order shown. */
	static void copy(Table table) {
		String text = Arrays.stream(table.getSelection()).map(item -> line(table, item))
				.collect(Collectors.joining(System.lineSeparator()));
		if (text.isEmpty()) {
			return;
		}
		Clipboard clipboard = new Clipboard(table.getDisplay());
		try {
			clipboard.setContents(new Object[]{ text }, new Transfer[]{ TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	private static String line(Table table, TableItem item) {
		return Arrays.stream(table.getColumnOrder()).mapToObj(i -> item.getText(i).replace('\t', ' '))
				.collect(Collectors.joining("\t"));
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
				&& Arrays.stream(order).filter(i -> i >= 0 && i < count).distinct().count() == count) {
			for (int i = 0; i < count; i++) {
				table.getColumn(i).setWidth(Math.max(1, widths[i]));
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
