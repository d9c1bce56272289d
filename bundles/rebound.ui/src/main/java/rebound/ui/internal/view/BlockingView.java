package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import rebound.model.Standing;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.AddressStore.StandingFilter.Order;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Chosen;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.StandingList;

/** Whom do we stop mailing, and is that right? The addresses that something counts against, and what they stand on. */
public final class BlockingView {

	public static final String ID = "rebound.ui.blocking";
	private static final int TYPING_PAUSE = 180;
	private static final int STATE = 1;

	private record Column(String key, int width, int align, Order order) {
	}

	private static final List<Column> COLUMNS = List.of(new Column("address", 255, SWT.LEFT, Order.ADDRESS),
			new Column("state", 110, SWT.LEFT, Order.STATE), new Column("why", 330, SWT.LEFT, null),
			new Column("score", 75, SWT.RIGHT, Order.SCORE), new Column("since", 105, SWT.LEFT, Order.SINCE),
			new Column("lastBounce", 115, SWT.LEFT, Order.LAST_BOUNCE));

	private final Desk desk;
	private final Commands commands;
	private final ESelectionService selection;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Asker asker;
	private final Runnable refresh = this::refresh;
	private final Map<Standing.State, ToolItem> states = new EnumMap<>(Standing.State.class);
	private Pages pages;
	private Text text;
	private ToolBar bar;
	private Table table;
	private Label none;
	private StandingFilter filter = StandingFilter.ALL.withStates(Standing.State.SUGGESTED).sortedBy(Order.SCORE,
			false);
	private List<String> chosen = List.of();

	@Inject
	BlockingView(Desk desk, Commands commands, ESelectionService selection, StatusLine status, MPart part) {
		this.desk = desk;
		this.commands = commands;
		this.selection = selection;
		this.status = new StatusLine.Entry(status);
		this.state = part.getPersistedState();
		this.asker = desk.database().asker();
	}

	@PostConstruct
	void create(Composite parent) {
		pages = new Pages(parent, desk, commands, "blocking",
				new Pages.Action("empty.log.import", Commands.IMPORT_MAIL),
				new Pages.Action("empty.samples", Commands.OPEN_SAMPLES));
		Composite page = new Composite(pages.content(), SWT.NONE);
		page.setLayout(Look.page(1));
		filterRow(page);
		none = Look.label(page, "");
		none.setForeground(Look.faint(none));
		none.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).exclude(true)
				.create());
		table = Tables.create(page, "blocking.table", SWT.MULTI);
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		for (Column column : COLUMNS) {
			TableColumn header = Tables.column(table, desk.texts().text("blocking.column." + column.key), column.width,
					column.align);
			if (column.order != null) {
				header.addListener(SWT.Selection, e -> sortBy(header, column.order));
			}
			if (column.order == filter.order()) {
				table.setSortColumn(header);
				table.setSortDirection(SWT.DOWN);
			}
		}
		Tables.remember(table, state);
		table.addListener(SWT.Selection, e -> select());
		table.addListener(SWT.DefaultSelection, e -> commands.run(Commands.SHOW_ADDRESS_BOUNCES));
		commands.offer(table, Commands.BLOCK, Commands.UNBLOCK, Commands.PROTECT, Commands.UNPROTECT,
				Commands.SHOW_ADDRESS_BOUNCES, Commands.COPY);
		commands.handle(Commands.COPY, () -> Tables.copy(table));
		commands.handle(Commands.SELECT_ALL, () -> {
			table.selectAll();
			select();
		});
		commands.handle(Commands.FIND, () -> {
			text.setFocus();
			text.selectAll();
		});
		commands.handle(Commands.REFRESH, refresh);
		desk.database().onChange(refresh);
		refresh();
	}

	private void filterRow(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(4));
		row.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		text = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(desk.texts().text("blocking.filter.text"));
		text.setLayoutData(
				GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(160, SWT.DEFAULT)
						.create());
		text.setData(Ids.KEY, "blocking.text");
		Runnable typed = () -> {
			if (!text.isDisposed()) {
				filter = filter.withText(text.getText().isBlank() ? null : text.getText().strip());
				refresh();
			}
		};
		text.addListener(SWT.Modify, e -> text.getDisplay().timerExec(TYPING_PAUSE, typed));
		bar = new ToolBar(row, SWT.FLAT);
		for (Standing.State each : List.of(Standing.State.SUGGESTED, Standing.State.HOLD, Standing.State.BLOCKED,
				Standing.State.WATCH)) {
			ToolItem item = new ToolItem(bar, SWT.RADIO);
			item.setData(Ids.KEY, "blocking.state." + each.id());
			item.setToolTipText(desk.texts().text("blocking.state." + each.id() + ".tip"));
			item.setSelection(each == Standing.State.SUGGESTED);
			item.addListener(SWT.Selection, e -> {
				if (item.getSelection()) {
					filter = filter.withStates(each);
					refresh();
				}
			});
			states.put(each, item);
		}
		count(Map.of());
		commands.button(row, "blocking.block", Commands.BLOCK);
		commands.button(row, "blocking.refuse", Commands.UNBLOCK);
	}

	/** Says behind each state's name how many addresses are in it. */
	private void count(Map<Standing.State, Long> counts) {
		states.forEach((each, item) -> item.setText(FilterRow.SPACE
				+ desk.texts().text("blocking.state." + each.id(), counts.getOrDefault(each, 0L)) + FilterRow.SPACE));
		bar.getParent().layout(true);
	}

	private void sortBy(TableColumn header, Order order) {
		boolean upwards = header == table.getSortColumn()
				? table.getSortDirection() != SWT.UP
				: order == Order.ADDRESS || order == Order.STATE;
		table.setSortColumn(header);
		table.setSortDirection(upwards ? SWT.UP : SWT.DOWN);
		filter = filter.sortedBy(order, upwards);
		refresh();
	}

	private void refresh() {
		StandingFilter wanted = filter;
		pages.updateWhileAsking();
		asker.ask(store -> StandingList.read(store, wanted), this::show);
	}

	private void show(StandingList found) {
		if (table.isDisposed()) {
			return;
		}
		table.setRedraw(false);
		table.removeAll();
		for (Standing each : found.rows()) {
			fill(new TableItem(table, SWT.NONE), each);
		}
		table.setRedraw(true);
		count(found.counts());
		pages.update(found.counts().isEmpty());
		Standing.State wanted = filter.states().getFirst();
		none.setText(filter.text() == null
				? desk.texts().text("blocking.none." + wanted.id())
				: desk.texts().text("log.none"));
		boolean isEmpty = found.rows().isEmpty();
		none.setVisible(isEmpty);
		((GridData) none.getLayoutData()).exclude = !isEmpty;
		none.getParent().layout(true);
		status.say(desk.texts().text("blocking.count", found.rows().size(), found.isCut() ? 1 : 0),
				table.isVisible());
		reselect();
	}

	private void fill(TableItem item, Standing each) {
		item.setText(new String[]{ Addresses.unicode(each.address().value()), desk.sentences().state(each),
				desk.sentences().why(each), desk.texts().text("count", each.score()),
				desk.dates().relative(each.since()),
				desk.dates().relative(each.counters().lastBounce()) });
		item.setImage(STATE, Icons.of(each.state()));
		item.setData(each);
	}

	/** Selects again what was selected; where it is gone, the row that took its place. */
	private void reselect() {
		List<Integer> rows = new ArrayList<>();
		for (int i = 0; i < table.getItemCount(); i++) {
			if (chosen.contains(((Standing) table.getItem(i).getData()).address().value())) {
				rows.add(i);
			}
		}
		if (rows.isEmpty() && table.getItemCount() > 0) {
			rows.add(0);
		}
		table.setSelection(rows.stream().mapToInt(Integer::intValue).toArray());
		if (table.isVisible()) {
			select();
		}
	}

	private void select() {
		List<Standing> rows = Arrays.stream(table.getSelection()).map(item -> (Standing) item.getData()).toList();
		chosen = rows.stream().map(each -> each.address().value()).toList();
		selection.setSelection(Chosen.of(rows));
	}

	@Focus
	void focus() {
		status.again();
		table.setFocus();
		select();
	}

	@PreDestroy
	void dispose() {
		desk.database().removeListener(refresh);
	}
}
