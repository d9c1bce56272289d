package rebound.ui.internal.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

	private final Desk desk;
	private final Commands commands;
	private final ESelectionService selection;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Asker asker;
	private final Runnable refresh = this::refresh;
	private final Map<Standing.State, ToolItem> states = new EnumMap<>(Standing.State.class);
	private Pages pages;
	private SearchField text;
	private ToolBar bar;
	private RowTable<Standing> table;
	private Label none;
	private StandingFilter filter = StandingFilter.ALL.withStates(Standing.State.SUGGESTED).sortedBy(Order.SCORE,
			false);

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
		table = new RowTable<>(page, "blocking.table", SWT.MULTI, desk.texts().text("name.blocking"),
				each -> each.address().value(), this::select);
		column("address", 255, SWT.LEFT, Order.ADDRESS, each -> Addresses.unicode(each.address().value()));
		column("state", 110, SWT.LEFT, Order.STATE, desk.sentences()::state);
		table.pictured(each -> Icons.of(each.state()));
		column("why", 330, SWT.LEFT, null, desk.sentences()::why);
		column("score", 75, SWT.RIGHT, Order.SCORE, each -> desk.texts().text("count", each.score()));
		column("since", 105, SWT.LEFT, Order.SINCE, each -> desk.dates().relative(each.since()));
		column("lastBounce", 115, SWT.LEFT, Order.LAST_BOUNCE,
				each -> desk.dates().relative(each.counters().lastBounce()));
		Tables.remember(table.control(), state);
		text.leadsTo(table.control());
		table.control().addListener(SWT.DefaultSelection, e -> commands.run(Commands.SHOW_ADDRESS_BOUNCES));
		commands.offerFor(table.control(), Commands.BLOCK, Commands.UNBLOCK, Commands.PROTECT, Commands.UNPROTECT,
				Commands.SHOW_ADDRESS_BOUNCES);
		commands.handle(Commands.SELECT_ALL, table::selectAll);
		commands.handle(Commands.FIND, text::focus);
		commands.handle(Commands.REFRESH, refresh);
		desk.database().onChange(refresh);
		refresh();
	}

	private void filterRow(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(6));
		row.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		text = new SearchField(row, "blocking.text", desk.texts().text("blocking.filter.text"), SearchField.LONG_PAUSE,
				() -> {
					filter = filter.withText(text.wanted());
					refresh();
				});
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
		commands.button(row, "blocking.automatic", Commands.AUTOMATIC);
		commands.button(row, "blocking.policy", Commands.EDIT_POLICY);
	}

	/** Says behind each state's name how many addresses are in it. */
	private void count(Map<Standing.State, Long> counts) {
		states.forEach((each, item) -> item.setText(FilterRow.SPACE
				+ desk.texts().text("blocking.state." + each.id(), counts.getOrDefault(each, 0L)) + FilterRow.SPACE));
		bar.getParent().layout(true);
	}

	/** @param order what a click on the heading sorts by, or {@code null} */
	private void column(String key, int width, int align, Order order, Function<Standing, String> words) {
		TableColumn header = table.column(desk.texts().text("blocking.column." + key), width, align, words);
		if (order != null) {
			header.addListener(SWT.Selection, e -> sortBy(header, order));
		}
		if (order == filter.order()) {
			header.getParent().setSortColumn(header);
			header.getParent().setSortDirection(SWT.DOWN);
		}
	}

	private void sortBy(TableColumn header, Order order) {
		Table shown = header.getParent();
		boolean upwards = header == shown.getSortColumn()
				? shown.getSortDirection() != SWT.UP
				: order == Order.ADDRESS || order == Order.STATE;
		shown.setSortColumn(header);
		shown.setSortDirection(upwards ? SWT.UP : SWT.DOWN);
		filter = filter.sortedBy(order, upwards);
		refresh();
	}

	private void refresh() {
		StandingFilter wanted = filter;
		pages.updateWhileAsking();
		asker.ask(store -> StandingList.read(store, wanted), this::show);
	}

	private void show(StandingList found) {
		if (table.control().isDisposed()) {
			return;
		}
		pages.update(found.counts().isEmpty());
		table.fill(found.rows());
		count(found.counts());
		Standing.State wanted = filter.states().getFirst();
		none.setText(filter.text() == null
				? desk.texts().text("blocking.none." + wanted.id())
				: desk.texts().text("log.none"));
		boolean isEmpty = found.rows().isEmpty();
		none.setVisible(isEmpty);
		((GridData) none.getLayoutData()).exclude = !isEmpty;
		none.getParent().layout(true);
		status.say(desk.texts().text("blocking.count", found.rows().size(), found.isCut() ? 1 : 0),
				table.control().isVisible());
	}

	private void select(List<Standing> rows) {
		if (table.control().isVisible()) {
			selection.setSelection(Chosen.of(rows));
		}
	}

	@Focus
	void focus() {
		status.again();
		if (!pages.takesFocus()) {
			table.control().setFocus();
			table.select();
		}
	}

	@PreDestroy
	void dispose() {
		desk.database().removeListener(refresh);
	}
}
