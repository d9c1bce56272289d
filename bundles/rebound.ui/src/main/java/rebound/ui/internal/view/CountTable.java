package rebound.ui.internal.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import rebound.store.CampaignStatistics.Count;
import rebound.ui.internal.desk.Desk;

/** What came back, counted by something: hard, soft, and the share of all with a bar beside it. */
final class CountTable {

	private static final int BAR_START = 48;
	private static final int BAR_MARGIN = 8;
	private static final int BAR_HEIGHT = 8;
	private static final int SHARE = 3;

	/** A line's length, and what it counts. */
	private record Bar(double share, Object of) {
	}

	private final Desk desk;
	private final Table table;

	/**
	 * @param id    names the table for tests
	 * @param title key of the first column's heading
	 */
	CountTable(Composite parent, Desk desk, String id, String title) {
		this.desk = desk;
		table = Tables.create(parent, id, SWT.SINGLE | SWT.BORDER, desk.texts().text(title));
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(200, 60).create());
		Tables.column(table, desk.texts().text(title), 320, SWT.LEFT);
		Tables.column(table, desk.texts().text("campaigns.column.hard"), 80, SWT.RIGHT);
		Tables.column(table, desk.texts().text("campaigns.column.soft"), 80, SWT.RIGHT);
		Tables.column(table, desk.texts().text("campaigns.share"), 150, SWT.LEFT);
		Tables.tellCutCells(table);
		table.addListener(SWT.PaintItem, CountTable::paintBar);
	}

	Table control() {
		return table;
	}

	/** Calls back with what a line counts when the user opens it. */
	CountTable opening(Consumer<Object> opened) {
		table.addListener(SWT.DefaultSelection, e -> {
			if (e.item.getData() instanceof Bar bar) {
				opened.accept(bar.of);
			}
		});
		return this;
	}

	/** A bar beside the number says the same to the eye. */
	private static void paintBar(Event event) {
		if (event.index == SHARE && event.item.getData() instanceof Bar bar) {
			event.gc.setBackground(Look.accent((Table) event.widget));
			int longest = ((Table) event.widget).getColumn(SHARE).getWidth() - BAR_START - BAR_MARGIN;
			event.gc.fillRectangle(event.x + BAR_START, event.y + (event.height - BAR_HEIGHT) / 2,
					Math.max(2, (int) (bar.share * longest)), BAR_HEIGHT);
		}
	}

	/** @param words says what is counted */
	<T> void fill(List<Count<T>> counts, Function<T, String> words) {
		long all = Math.max(1, counts.stream().mapToLong(Count::total).sum());
		table.setRedraw(false);
		table.removeAll();
		for (Count<T> count : counts) {
			double share = (double) count.total() / all;
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(new String[]{ words.apply(count.of()), desk.texts().text("count", count.hard()),
					desk.texts().text("count", count.soft()), desk.texts().text("share", share) });
			item.setData(new Bar(share, count.of()));
		}
		table.setRedraw(true);
	}
}
