package rebound.ui.internal.view;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What our tables have in common: looks, and columns to choose that are remembered. */
final class Tables {

	private static final int CELL_PADDING = 8;
	private static final int NARROW = 120;
	private static final String WIDTH = "rebound.width";
	private static final String FITTED = "rebound.fitted";

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
		table.addListener(SWT.Resize, e -> fill(table));
		return table;
	}

	/** GTK gives a column of a virtual table room for pictures only if it had one before its rows are asked for. */
	static void widenForPictures(Table table, int column) {
		table.setItemCount(1);
		table.getItem(0).setImage(column, Icons.of("hard"));
		table.setItemCount(0);
	}

	/** Gives the room that is left to the columns of texts, as long as the user has not set the widths. */
	private static void fill(Table table) {
		int[] now = widths(table);
		if (now.length == 0 || table.getData(FITTED) instanceof int[] fitted && !Arrays.equals(now, fitted)) {
			return;
		}
		int[] wanted = Arrays.stream(table.getColumns())
				.mapToInt(column -> column.getWidth() == 0 ? 0 : (Integer) column.getData(WIDTH)).toArray();
		boolean[] isText = new boolean[wanted.length];
		int texts = 0;
		for (int i = 0; i < wanted.length; i++) {
			isText[i] = wanted[i] > NARROW && table.getColumn(i).getAlignment() == SWT.LEFT;
			texts += isText[i] ? wanted[i] : 0;
		}
		int left = table.getClientArea().width - Arrays.stream(wanted).sum();
		for (int i = 0; i < wanted.length; i++) {
			int width = wanted[i] + (isText[i] && left > 0 ? left * wanted[i] / texts : 0);
			if (width != now[i]) {
				table.getColumn(i).setWidth(width);
			}
		}
		table.setData(FITTED, widths(table));
	}

	private static int[] widths(Table table) {
		return Arrays.stream(table.getColumns()).mapToInt(TableColumn::getWidth).toArray();
	}

	/** Tells the whole text of a cell that is cut off, when the pointer is over it. */
	static void tellCutCells(Table table) {
		hover(table, at -> cutText(table, at));
	}

	/** @param tips gives what to tell about the place under the pointer, or {@code null} */
	static void hover(Table table, Function<Point, String> tips) {
		table.addListener(SWT.MouseMove, event -> {
			String tip = tips.apply(new Point(event.x, event.y));
			if (!Objects.equals(tip, table.getToolTipText())) {
				table.setToolTipText(tip);
			}
		});
	}

	private static String cutText(Table table, Point at) {
		TableItem item = table.getItem(at);
		for (int i = 0; item != null && i < table.getColumnCount(); i++) {
			if (item.getBounds(i).contains(at)) {
				GC gc = new GC(table);
				int needed = gc.textExtent(item.getText(i)).x;
				gc.dispose();
				return needed > item.getTextBounds(i).width ? item.getText(i).replace("&", "&&") : null;
			}
		}
		return null;
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
			table.setData(FITTED, new int[0]);
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
