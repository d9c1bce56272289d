package rebound.ui.internal.view;

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
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import rebound.customers.WorkItem;
import rebound.model.Customer;
import rebound.model.FollowUp;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.pipeline.WorkFilter;
import rebound.ui.internal.command.FollowUpWork;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;

/** Whom do I call next? The customers that mail no longer reaches, the most worthwhile first. */
public final class LostCustomersView {

	public static final String ID = "rebound.ui.lostCustomers";
	private static final int TYPING_PAUSE = 250;
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
	private Text text;
	private Button closedToo;
	private Table table;
	private FollowUpForm form;
	private String selected;
	/** The search takes long with many customers: it is put off until somebody looks. */
	private boolean isStale = true;

	private record Found(List<WorkItem> items, boolean noCustomers) {
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
		table = Tables.create(page, "lost.table", SWT.SINGLE);
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		for (String column : new String[]{ "name:150", "company:160", "step:380", "owner:110", "due:95",
				"outcome:105" }) {
			String[] parts = column.split(":");
			Tables.column(table, desk.texts().text("lost.column." + parts[0]), Integer.parseInt(parts[1]), SWT.LEFT);
		}
		Tables.column(table, desk.texts().text("lost.column.chance"), 80, SWT.RIGHT);
		Tables.remember(table, state);
		table.addListener(SWT.Selection, e -> select());
		commands.offer(table, Commands.SHOW_ADDRESS_BOUNCES, Commands.COPY);
		commands.handle(Commands.COPY, () -> Tables.copy(table));
		commands.handle(Commands.FIND, () -> {
			text.setFocus();
			text.selectAll();
		});
		commands.handle(Commands.REFRESH, this::search);
		form = new FollowUpForm(page, desk, work);
		desk.database().onChange(refresh);
		page.addListener(SWT.Paint, e -> refreshIfStale());
		refreshWhenSeen();
	}

	private void filterRow(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(2));
		row.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		text = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(desk.texts().text("lost.text"));
		text.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).create());
		text.setData(Ids.KEY, "lost.text");
		Runnable typed = this::search;
		text.addListener(SWT.Modify, e -> text.getDisplay().timerExec(TYPING_PAUSE, typed));
		closedToo = new Button(row, SWT.CHECK);
		closedToo.setText(desk.texts().text("lost.closedToo"));
		closedToo.setData(Ids.KEY, "lost.closedToo");
		closedToo.addListener(SWT.Selection, e -> search());
	}

	private void refreshWhenSeen() {
		isStale = true;
		pages.updateWhileAsking();
		if (!table.isDisposed() && table.isVisible()) {
			search();
		}
	}

	private void refreshIfStale() {
		if (isStale) {
			search();
		}
	}

	private void search() {
		if (table.isDisposed()) {
			return;
		}
		isStale = false;
		String words = text.getText().strip();
		WorkFilter filter = WorkFilter.OPEN.limit(LIMIT).text(words.isEmpty() ? null : words)
				.closedToo(closedToo.getSelection());
		asker.ask(store -> new Found(pipeline.workList(store, filter, Progress.NONE), store.customers().count() == 0),
				this::show);
	}

	private void show(Found found) {
		if (table.isDisposed()) {
			return;
		}
		table.setRedraw(false);
		table.removeAll();
		for (WorkItem item : found.items()) {
			fill(new TableItem(table, SWT.NONE), item);
		}
		table.setRedraw(true);
		pages.update(found.noCustomers());
		status.say(desk.texts().text("lost.count", found.items().size()), table.isVisible());
		int row = 0;
		for (int i = 0; i < table.getItemCount(); i++) {
			if (((WorkItem) table.getItem(i).getData()).lost().customer().id().equals(selected)) {
				row = i;
			}
		}
		if (table.getItemCount() > 0) {
			table.setSelection(row);
		}
		select();
	}

	private void fill(TableItem item, WorkItem each) {
		Customer customer = each.lost().customer();
		FollowUp note = each.followUp();
		String owner = note == null ? customer.owner() : note.owner();
		item.setText(new String[]{ customer.displayName().isEmpty()
				? Addresses.unicode(each.lost().email())
				: customer.displayName(), customer.company() == null ? "" : customer.company(),
				desk.sentences().step(each), owner == null ? "" : owner,
				desk.dates().day(note == null ? null : note.due()), outcome(each),
				desk.texts().text("share", each.chance() / 100.0) });
		item.setData(each);
	}

	/** What came of it, or how far the accepted address is on its way. */
	private String outcome(WorkItem each) {
		if (each.followUp() != null && each.followUp().outcome() != null) {
			return desk.texts().text("outcome." + each.followUp().outcome().id());
		}
		return each.accepted() == null ? "" : desk.texts().text("change." + each.accepted().state().id());
	}

	private void select() {
		TableItem[] items = table.getSelection();
		WorkItem item = items.length == 0 ? null : (WorkItem) items[0].getData();
		form.show(item);
		if (item != null) {
			selected = item.lost().customer().id();
			if (table.isVisible()) {
				selection.setSelection(item);
			}
		}
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
