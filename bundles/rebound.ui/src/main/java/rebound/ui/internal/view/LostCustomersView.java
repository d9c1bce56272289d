package rebound.ui.internal.view;

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
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import rebound.customers.WorkItem;
import rebound.model.AddressKey;
import rebound.model.Standing;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.pipeline.WorkFilter;
import rebound.store.BounceStore;
import rebound.ui.internal.command.FollowUpWork;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.LostRow;

/** Whom do I call next? The customers that mail no longer reaches, the most worthwhile first. */
public final class LostCustomersView {

	public static final String ID = "rebound.ui.lostCustomers";
	private static final int LIMIT = 500;

	private final Desk desk;
	private final Commands commands;
	private final ESelectionService selection;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Pipeline pipeline;
	private final FollowUpWork work;
	private final Asker asker;
	private final Runnable refresh = this::refreshWhenSeen;
	private Pages pages;
	private SearchField text;
	private Button closedToo;
	private RowTable<LostRow> table;
	private FollowUpForm form;
	private Button accept;
	private WorkItem shown;
	/** The search takes long with many customers: it is put off until somebody looks. */
	private boolean isStale = true;

	private record Found(List<LostRow> rows, boolean noCustomers) {
	}

	@Inject
	LostCustomersView(Desk desk, Commands commands, ESelectionService selection, StatusLine status, Pipeline pipeline,
			FollowUpWork work, MPart part) {
		this.desk = desk;
		this.commands = commands;
		this.selection = selection;
		this.status = new StatusLine.Entry(status);
		this.state = part.getPersistedState();
		this.pipeline = pipeline;
		this.work = work;
		this.asker = desk.database().asker();
	}

	@PostConstruct
	void create(Composite parent) {
		pages = new Pages(parent, desk, commands, "lost",
				new Pages.Action("empty.customers.import", Commands.IMPORT_CUSTOMERS),
				new Pages.Action("empty.samples", Commands.OPEN_SAMPLES));
		Composite page = new Composite(pages.content(), SWT.NONE);
		page.setLayout(Look.page(1));
		filterRow(page);
		table = new RowTable<>(page, "lost.table", SWT.SINGLE, desk.texts().text("name.lost"),
				row -> row.item().lost().customer().id(), this::select);
		column("name", 145, SWT.LEFT, LostCustomersView::name);
		column("company", 145, SWT.LEFT, item -> item.lost().customer().company());
		column("step", 285, SWT.LEFT, desk.sentences()::step);
		column("owner", 100, SWT.LEFT, LostCustomersView::owner);
		column("due", 75, SWT.LEFT,
				item -> desk.dates().day(item.followUp() == null ? null : item.followUp().due()));
		column("outcome", 95, SWT.LEFT, this::outcome);
		column("chance", 70, SWT.RIGHT, item -> desk.texts().text("share", item.chance() / 100.0));
		Tables.remember(table.control(), state);
		text.leadsTo(table.control());
		commands.offerFor(table.control(), Commands.SHOW_ADDRESS_BOUNCES);
		commands.handle(Commands.FIND, text::focus);
		commands.handle(Commands.REFRESH, this::search);
		Composite below = new Composite(page, SWT.NONE);
		below.setLayout(Look.plain(3));
		below.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		form = new FollowUpForm(below, desk, "lost.", 6);
		form.onDone(this::save);
		button(below, "save").addListener(SWT.Selection, e -> save());
		accept = button(below, "accept");
		accept.addListener(SWT.Selection, e -> work.accept(shown));
		desk.database().onChange(refresh);
		page.addListener(SWT.Paint, e -> refreshIfStale());
		refreshWhenSeen();
	}

	private void filterRow(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(2));
		row.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		text = new SearchField(row, "lost.text", desk.texts().text("lost.text"), SearchField.LONG_PAUSE, this::search);
		closedToo = new Button(row, SWT.CHECK);
		closedToo.setText(desk.texts().text("lost.closedToo"));
		closedToo.setData(Ids.KEY, "lost.closedToo");
		closedToo.addListener(SWT.Selection, e -> search());
	}

	private void refreshWhenSeen() {
		isStale = true;
		pages.updateWhileAsking();
		if (!table.control().isDisposed() && table.control().isVisible()) {
			search();
		}
	}

	private void refreshIfStale() {
		if (isStale) {
			search();
		}
	}

	private void search() {
		if (table.control().isDisposed()) {
			return;
		}
		isStale = false;
		WorkFilter filter = WorkFilter.OPEN.limit(LIMIT).text(text.wanted())
				.closedToo(closedToo.getSelection());
		asker.ask(store -> found(store, filter), this::show);
	}

	private Found found(BounceStore store, WorkFilter filter) {
		List<WorkItem> items = pipeline.workList(store, filter, Progress.NONE);
		Map<AddressKey, Standing> standings = store.addresses()
				.standings(items.stream().map(LostCustomersView::address).toList());
		return new Found(items.stream().map(item -> new LostRow(item, standings.get(address(item)))).toList(),
				store.customers().count() == 0);
	}

	private void show(Found found) {
		if (table.control().isDisposed()) {
			return;
		}
		// First the page: what is not to be seen is not told to the other views.
		pages.update(found.noCustomers());
		table.fill(found.rows());
		status.say(desk.texts().text("lost.count", found.rows().size()), table.control().isVisible());
	}

	private void column(String key, int width, int align, Function<WorkItem, String> words) {
		table.column(desk.texts().text("lost.column." + key), width, align, row -> words.apply(row.item()));
	}

	private static AddressKey address(WorkItem item) {
		return AddressKey.of(item.lost().email());
	}

	private static String name(WorkItem each) {
		String name = each.lost().customer().displayName();
		return name.isEmpty() ? Addresses.unicode(each.lost().email()) : name;
	}

	private static String owner(WorkItem each) {
		return each.followUp() == null ? each.lost().customer().owner() : each.followUp().owner();
	}

	/** What came of it, or how far the accepted address is on its way. */
	private String outcome(WorkItem each) {
		if (each.followUp() != null && each.followUp().outcome() != null) {
			return desk.texts().text("outcome." + each.followUp().outcome().id());
		}
		return each.accepted() == null ? "" : desk.texts().text("change." + each.accepted().state().id());
	}

	private Button button(Composite parent, String key) {
		Button button = new Button(parent, SWT.PUSH);
		button.setData(Ids.KEY, "lost." + key);
		button.setText(desk.texts().text("lost.form." + key));
		button.setToolTipText(desk.texts().text("lost.form." + key + ".tip"));
		button.setLayoutData(GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).create());
		return button;
	}

	private void save() {
		if (shown != null) {
			form.save(work, shown.lost().customer().id());
		}
	}

	private void select(List<LostRow> rows) {
		LostRow row = rows.isEmpty() ? null : rows.getFirst();
		WorkItem item = row == null ? null : row.item();
		shown = item;
		form.show(item == null ? null : item.lost().customer(), item == null ? null : item.followUp());
		String found = item == null ? null : FollowUpWork.found(item);
		accept.setEnabled(found != null);
		accept.setToolTipText(found == null
				? desk.texts().text("lost.form.accept.tip")
				: desk.texts().text("lost.form.accept.address", Addresses.unicode(found)));
		if (row != null && table.control().isVisible()) {
			selection.setSelection(row);
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
