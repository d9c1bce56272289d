package rebound.ui.internal.view;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import rebound.model.BounceEvent;
import rebound.model.Fault;
import rebound.model.RecipientStatus;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.BounceLog;
import rebound.ui.internal.desk.BounceRow;
import rebound.ui.internal.desk.Chosen;
import rebound.ui.internal.desk.Desk;

/**
 * The table of the bounce log, with only the rows loaded that are looked at. It grows when its end is looked at: GTK
 * needs seconds for a table of a million rows, even of empty ones.
 */
final class BounceTable implements BounceLog.Listener {

	/**
	 * @param isShown whether it is shown unless the user wants it otherwise
	 */
	private record Column(String key, int width, Sort sort, boolean isShown) {
	}

	private static final List<Column> COLUMNS = List.of(new Column("date", 128, Sort.OCCURRED, true),
			new Column("address", 245, Sort.ADDRESS, true), new Column("type", 108, null, true),
			new Column("reason", 262, Sort.REASON, true), new Column("campaign", 118, Sort.CAMPAIGN, true),
			new Column("host", 125, Sort.MAIL_HOST, true), new Column("fault", 130, null, false),
			new Column("code", 90, null, false), new Column("answer", 320, null, false),
			new Column("subject", 200, null, false), new Column("rule", 140, null, false));

	private static final int TYPE = 2;
	/** Rows beyond are selected, but not acted on: they may not even be loaded. */
	private static final int MOST_SELECTED = 5_000;
	private static final int GROWTH = 10_000;

	private final Desk desk;
	private final BounceLog log;
	private final Table table;
	private final Runnable counted;
	private final Consumer<Object> selected;
	private List<BounceRow> told = List.of();

	/**
	 * @param selected told of the row that is selected, or of a list of several
	 * @param opened   called when a row is double-clicked, or Enter is pressed
	 */
	BounceTable(Composite parent, Desk desk, Runnable counted, Consumer<Object> selected, Runnable opened) {
		this.desk = desk;
		this.counted = counted;
		this.selected = selected;
		this.log = new BounceLog(desk.database(), this);
		table = Tables.create(parent, "log.table", SWT.VIRTUAL | SWT.MULTI, desk.texts().text("name.log"));
		for (Column column : COLUMNS) {
			TableColumn header = Tables.column(table, desk.texts().text("log.column." + column.key), column.width,
					SWT.LEFT);
			Tables.show(header, column.isShown);
			if (column.sort != null) {
				header.addListener(SWT.Selection, e -> sortBy(header, column.sort));
			}
		}
		table.setSortColumn(table.getColumn(0));
		table.setSortDirection(SWT.DOWN);
		Tables.widenForPictures(table, TYPE);
		table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
		table.addListener(SWT.Selection, e -> select());
		table.addListener(SWT.DefaultSelection, e -> opened.run());
		Tables.hover(table, at -> exact(table.getItem(at)));
	}

	Table control() {
		return table;
	}

	BounceLog log() {
		return log;
	}

	private void sortBy(TableColumn header, Sort sort) {
		boolean upwards = header == table.getSortColumn() ? table.getSortDirection() != SWT.UP : sort != Sort.OCCURRED;
		table.setSortColumn(header);
		table.setSortDirection(upwards ? SWT.UP : SWT.DOWN);
		EventFilter sorted = log.filter().sortedBy(sort, upwards);
		log.show(sorted);
	}

	private void fill(TableItem item, int index) {
		int rows = table.getItemCount();
		if (index >= rows - BounceLog.PAGE && rows < log.rows()) {
			// not while GTK draws the row
			table.getDisplay().asyncExec(() -> grow(rows));
		}
		BounceRow row = log.row(index);
		if (row == null) {
			item.setText(0, "\u2026");
			return;
		}
		BounceEvent event = row.event();
		item.setText(new String[]{ desk.dates().relative(event.occurred()),
				Addresses.unicode(event.address().value()), desk.sentences().type(event.verdict()),
				desk.sentences().reason(event), row.campaign(), event.mailHost(),
				fault(event.verdict().fault()), code(event.status()),
				Objects.requireNonNullElse(event.status().diagnostic(), ""),
				Objects.requireNonNullElse(event.subject(), ""), event.verdict().rule() });
		item.setImage(TYPE, Icons.of(event.verdict()));
		item.setData(row);
	}

	private String fault(Fault fault) {
		return fault == Fault.NONE ? "" : desk.texts().text("fault." + fault.id());
	}

	private static String code(RecipientStatus status) {
		String reply = status.replyCode() == 0 ? "" : Integer.toString(status.replyCode());
		return status.status() == null ? reply : (reply + ' ' + status.status()).strip();
	}

	private String exact(TableItem item) {
		return item != null && item.getData() instanceof BounceRow row
				? desk.dates().exact(row.event().occurred()) + System.lineSeparator() + row.event().address()
				: null;
	}

	private void select() {
		List<BounceRow> rows = Arrays.stream(table.getSelectionIndices()).limit(MOST_SELECTED).mapToObj(log::row)
				.filter(Objects::nonNull).toList();
		if (!rows.isEmpty()) {
			told = rows;
			selected.accept(Chosen.of(rows));
		}
	}

	void selectAll() {
		table.selectAll();
		select();
	}

	/** Selects the first row when nothing is selected yet. */
	private void selectFirst(int from) {
		if (from == 0 && table.getSelectionCount() == 0 && table.getItemCount() > 0) {
			table.setSelection(0);
			select();
		}
	}

	/** @param before how many rows it had when its end was looked at */
	private void grow(int before) {
		if (!table.isDisposed() && table.getItemCount() == before) {
			table.setItemCount(rows(before + GROWTH));
		}
	}

	private int rows(int most) {
		return (int) Math.min(most, log.rows());
	}

	@Override
	public void shown(boolean isOther) {
		if (table.isDisposed()) {
			return;
		}
		table.setRedraw(false);
		table.deselectAll();
		table.setItemCount(rows(Math.max(GROWTH, table.getItemCount())));
		table.clearAll();
		table.setRedraw(true);
		if (isOther) {
			table.setTopIndex(0);
		}
		select(0, Math.min(BounceLog.PAGE, table.getItemCount()));
	}

	@Override
	public void counted() {
		if (table.isDisposed()) {
			return;
		}
		table.setItemCount(rows(Math.max(GROWTH, table.getItemCount())));
		counted.run();
	}

	@Override
	public void loaded(int from, int to) {
		if (table.isDisposed()) {
			return;
		}
		int end = Math.min(to, table.getItemCount());
		if (from < end) {
			table.clear(from, end - 1);
		}
		select(from, end);
	}

	/** Selects what was selected, if it is among these rows; the first row when nothing is selected yet. */
	private void select(int from, int end) {
		// who has scrolled stays there when something was added
		boolean hasScrolled = table.getTopIndex() > 0;
		if (table.getSelectionCount() == 0) {
			for (int i = from; i < end; i++) {
				BounceRow row = log.row(i);
				if (row != null && !told.isEmpty() && row.event().id().equals(told.getFirst().event().id())) {
					if (hasScrolled) {
						table.select(i);
					} else {
						table.setSelection(i);
					}
					// It may say something else by now, and of several this one is left.
					if (!told.equals(List.of(row))) {
						select();
					}
					return;
				}
			}
			if (!hasScrolled) {
				selectFirst(from);
			}
		}
	}
}
