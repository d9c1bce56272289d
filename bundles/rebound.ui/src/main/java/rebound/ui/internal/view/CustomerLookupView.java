package rebound.ui.internal.view;

import java.util.Arrays;
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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import rebound.model.Customer;
import rebound.model.Standing;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Chosen;
import rebound.ui.internal.desk.CustomerRow;
import rebound.ui.internal.desk.Desk;

/** Who is this? One field that finds customers by name, company, address, telephone number or domain. */
public final class CustomerLookupView {

	public static final String ID = "rebound.ui.customerLookup";
	private static final int TYPING_PAUSE = 120;

	private final Desk desk;
	private final Commands commands;
	private final ESelectionService selection;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Asker asker;
	private final Runnable refresh = this::search;
	private Pages pages;
	private Text text;
	private Table table;
	private String selected;

	@Inject
	CustomerLookupView(Desk desk, Commands commands, ESelectionService selection, StatusLine status, MPart part) {
		this.desk = desk;
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
		page.setLayout(Look.page(1));
		text = new Text(page, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(desk.texts().text("lookup.text"));
		text.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		text.setData(Ids.KEY, "lookup.text");
		text.addListener(SWT.Modify, e -> text.getDisplay().timerExec(TYPING_PAUSE, refresh));
		text.addListener(SWT.KeyDown, e -> {
			if (e.keyCode == SWT.ARROW_DOWN) {
				table.setFocus();
			}
		});
		table = Tables.create(page, "lookup.table", SWT.MULTI);
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		for (String column : new String[]{ "name:150", "company:185", "email:225", "phone:135", "state:110" }) {
			String[] parts = column.split(":");
			Tables.column(table, desk.texts().text("lookup.column." + parts[0]), Integer.parseInt(parts[1]), SWT.LEFT);
		}
		Tables.remember(table, state);
		table.addListener(SWT.Selection, e -> select());
		commands.offer(table, Commands.COPY, Commands.BLOCK, Commands.UNBLOCK);
		commands.handle(Commands.COPY, () -> Tables.copy(table));
		commands.handle(Commands.SELECT_ALL, table::selectAll);
		commands.handle(Commands.FIND, this::focus);
		commands.handle(Commands.REFRESH, refresh);
		desk.database().onChange(refresh);
		search();
	}

	private void search() {
		if (text.isDisposed()) {
			return;
		}
		String wanted = text.getText().strip();
		pages.updateWhileAsking();
		asker.ask(store -> CustomerRow.search(store, wanted), this::show);
	}

	private void show(CustomerRow.Found found) {
		if (table.isDisposed()) {
			return;
		}
		table.setRedraw(false);
		table.removeAll();
		for (CustomerRow row : found.rows()) {
			fill(new TableItem(table, SWT.NONE), row);
		}
		table.setRedraw(true);
		pages.update(found.all() == 0);
		status.say(desk.texts().text("lookup.count", found.all(), found.rows().size(),
				found.all() == found.rows().size() ? 0 : 1), table.isVisible());
		reselect();
	}

	private void fill(TableItem item, CustomerRow row) {
		Customer customer = row.customer();
		String email = customer.emails().isEmpty() ? "" : Addresses.unicode(customer.emails().getFirst());
		String phone = customer.phone() != null ? customer.phone() : customer.mobile();
		item.setText(new String[]{ customer.displayName(), customer.company() == null ? "" : customer.company(), email,
				phone == null ? "" : phone, desk.sentences().state(row.worst()) });
		item.setImage(4, Icons.of(row.worst() == null ? Standing.State.ACTIVE : row.worst().state()));
		item.setData(row);
	}

	private void reselect() {
		for (int i = 0; i < table.getItemCount(); i++) {
			if (((CustomerRow) table.getItem(i).getData()).customer().id().equals(selected)) {
				table.setSelection(i);
				return;
			}
		}
		if (table.getItemCount() > 0) {
			table.setSelection(0);
			select();
		}
	}

	private void select() {
		List<CustomerRow> rows = Arrays.stream(table.getSelection()).map(item -> (CustomerRow) item.getData()).toList();
		if (!rows.isEmpty()) {
			selected = rows.getFirst().customer().id();
			selection.setSelection(Chosen.of(rows));
		}
	}

	@Focus
	void focus() {
		status.again();
		text.setFocus();
		text.selectAll();
	}

	@PreDestroy
	void dispose() {
		desk.database().removeListener(refresh);
	}
}
