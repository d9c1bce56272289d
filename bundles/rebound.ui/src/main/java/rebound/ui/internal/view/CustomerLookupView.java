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
import rebound.model.Standing;
import rebound.pipeline.Pipeline;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Chosen;
import rebound.ui.internal.desk.CustomerRow;
import rebound.ui.internal.desk.Desk;

/** Who is this? One field that finds customers by name, company, address, telephone number or domain. */
public final class CustomerLookupView {

	public static final String ID = "rebound.ui.customerLookup";

	private final Desk desk;
	private final Pipeline pipeline;
	private final Commands commands;
	private final ESelectionService selection;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Asker asker;
	private final Runnable refresh = this::searchAnew;
	/** How many there are; less than 0 after the database has changed. Counting them takes longer than a key may. */
	private long customers = -1;
	private Pages pages;
	private SearchField text;
	private Button shared;
	private RowTable<CustomerRow> table;

	@Inject
	CustomerLookupView(Desk desk, Pipeline pipeline, Commands commands, ESelectionService selection, StatusLine status,
			MPart part) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.commands = commands;
		this.selection = selection;
		this.status = new StatusLine.Entry(status);
		this.state = part.getPersistedState();
		this.asker = desk.database().asker();
	}

	@PostConstruct
	void create(Composite parent) {
		pages = new Pages(parent, desk, commands, "customers",
				new Pages.Action("empty.customers.import", Commands.IMPORT_CUSTOMERS),
				new Pages.Action("empty.samples", Commands.OPEN_SAMPLES));
		Composite page = new Composite(pages.content(), SWT.NONE);
		page.setLayout(Look.page(2));
		text = new SearchField(page, "lookup.text", desk.texts().text("lookup.text"), SearchField.SHORT_PAUSE,
				this::search);
		shared = new Button(page, SWT.TOGGLE);
		shared.setText(desk.texts().text("lookup.shared"));
		shared.setToolTipText(desk.texts().text("lookup.shared.tip"));
		shared.setData(Ids.KEY, "lookup.shared");
		shared.addListener(SWT.Selection, e -> search());
		table = new RowTable<>(page, "lookup.table", SWT.MULTI, desk.texts().text("name.lookup"),
				row -> row.customer().id() + '\n' + row.mailbox(), this::select);
		table.control().setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(2, 1).create());
		column("name", 150, row -> row.customer().displayName());
		column("company", 185, row -> row.customer().company());
		column("email", 225, row -> row.email() == null ? "" : Addresses.unicode(row.email()));
		column("phone", 135,
				row -> row.customer().phone() != null ? row.customer().phone() : row.customer().mobile());
		column("state", 110, row -> desk.sentences().state(row.worst()));
		table.pictured(row -> Icons.of(row.worst() == null ? Standing.State.ACTIVE : row.worst().state()));
		Tables.remember(table.control(), state);
		text.leadsTo(table.control());
		table.control().addListener(SWT.DefaultSelection, e -> commands.run(Commands.SHOW_CUSTOMER));
		commands.offerFor(table.control(), Commands.BLOCK, Commands.UNBLOCK);
		commands.handle(Commands.SELECT_ALL, table::selectAll);
		commands.handle(Commands.FIND, this::focus);
		commands.handle(Commands.REFRESH, refresh);
		desk.database().onChange(refresh);
		search();
	}

	private void column(String key, int width, Function<CustomerRow, String> words) {
		table.column(desk.texts().text("lookup.column." + key), width, SWT.LEFT, words);
	}

	private void searchAnew() {
		customers = -1;
		search();
	}

	private void search() {
		if (table == null || table.control().isDisposed()) {
			return;
		}
		String wanted = text.wanted();
		pages.updateWhileAsking();
		long known = customers;
		boolean isShared = shared.getSelection();
		text.enable(!isShared);
		if (isShared) {
			status.say(desk.texts().text("job.reading"), table.control().isVisible());
			asker.ask(store -> CustomerRow.sharing(store, pipeline, asker.progress()), this::showShared);
		} else {
			asker.ask(store -> CustomerRow.search(store, wanted == null ? "" : wanted, known), this::show);
		}
	}

	private void showShared(CustomerRow.Found found) {
		if (!table.control().isDisposed()) {
			pages.update(false);
			table.fill(found.rows());
			status.say(desk.texts().text("lookup.shared.count", found.all(), found.all() < CustomerRow.LIMIT ? 0 : 1),
					table.control().isVisible());
		}
	}

	private void show(CustomerRow.Found found) {
		if (table.control().isDisposed()) {
			return;
		}
		customers = found.all();
		pages.update(found.all() == 0);
		table.fill(found.rows());
		status.say(desk.texts().text("lookup.count", found.all(), found.rows().size(),
				found.all() == found.rows().size() ? 0 : 1), table.control().isVisible());
	}

	private void select(List<CustomerRow> rows) {
		if (!rows.isEmpty() && table.control().isVisible()) {
			selection.setSelection(Chosen.of(rows));
		}
	}

	@Focus
	void focus() {
		status.again();
		if (!pages.takesFocus()) {
			text.focus();
			table.select();
		}
	}

	@PreDestroy
	void dispose() {
		desk.database().removeListener(refresh);
	}
}
