package rebound.ui.internal.view;

import java.util.List;
import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.ErrorLog;
import rebound.ui.internal.desk.ErrorLog.Entry;
import rebound.ui.internal.desk.TroubleReport;

/** What went wrong, and how do I tell somebody who can help? */
public final class LogView {

	public static final String ID = "rebound.ui.log";

	private final Desk desk;
	private final Commands commands;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final ErrorLog log;
	private final Display display;
	private final Runnable changed = this::later;
	private RowTable<Entry> table;
	private Label none;
	private Text details;
	private Button withAddresses;
	private Button copy;

	@Inject
	LogView(Desk desk, Commands commands, StatusLine status, ErrorLog log, Display display, MPart part) {
		this.desk = desk;
		this.commands = commands;
		this.status = new StatusLine.Entry(status);
		this.log = log;
		this.display = display;
		this.state = part.getPersistedState();
	}

	@PostConstruct
	void create(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		page.setLayout(Look.page(1));
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(3));
		row.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		copy = new Button(row, SWT.PUSH);
		copy.setText(text("copy"));
		copy.setToolTipText(text("copy.tip"));
		copy.setData(Ids.KEY, "log.copyReport");
		Look.roomy(copy);
		copy.addListener(SWT.Selection, e -> copyReport());
		withAddresses = new Button(row, SWT.CHECK);
		withAddresses.setText(text("addresses"));
		withAddresses.setToolTipText(text("addresses.tip"));
		withAddresses.setData(Ids.KEY, "log.addresses");
		withAddresses.addListener(SWT.Selection, e -> select(table.selected()));
		none = new Label(row, SWT.NONE);
		none.setForeground(Look.faint(none));
		none.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).create());
		SashForm halves = new SashForm(page, SWT.VERTICAL);
		halves.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		table = new RowTable<>(halves, "log.errors", SWT.MULTI, text("name"), each -> each, this::select);
		table.column(text("column.time"), 150, SWT.LEFT, each -> desk.dates().relative(each.at()));
		table.column(text("column.kind"), 110, SWT.LEFT, each -> text(each.isError() ? "error" : "warning"));
		table.pictured(each -> Icons.of(each.isError() ? "rate-very-high" : "rate-high"));
		table.column(text("column.message"), 520, SWT.LEFT, each -> shown(each.message()));
		table.column(text("column.source"), 200, SWT.LEFT, Entry::source);
		Tables.remember(table.control(), state);
		details = new Text(halves, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
		details.setData(Ids.KEY, "log.details");
		Look.named(details, text("details"));
		halves.setWeights(3, 2);
		commands.offerFor(table.control());
		commands.handle(Commands.SELECT_ALL, table::selectAll);
		commands.handle(Commands.REFRESH, this::refresh);
		log.onChange(changed);
		refresh();
	}

	private String text(String key, Object... values) {
		return desk.texts().text("errors." + key, values);
	}

	private void later() {
		if (!display.isDisposed()) {
			display.asyncExec(this::refresh);
		}
	}

	private void refresh() {
		if (table.control().isDisposed()) {
			return;
		}
		List<Entry> entries = log.entries();
		table.fill(entries);
		none.setText(entries.isEmpty() ? text("none") : "");
		copy.setEnabled(!entries.isEmpty());
		status.say(text("count", entries.size()), table.control().isVisible());
	}

	private String shown(String text) {
		return withAddresses.getSelection() ? text : TroubleReport.withoutAddresses(text);
	}

	private void select(List<Entry> rows) {
		if (details != null) {
			String text = rows.isEmpty() ? "" : rows.getFirst().message() + '\n' + rows.getFirst().details();
			details.setText(shown(text));
		}
	}

	/** What is selected of several, else all. */
	private void copyReport() {
		List<Entry> chosen = table.selected().size() > 1 ? table.selected() : log.entries();
		TableText.put(display, TroubleReport.of(chosen, withAddresses.getSelection()));
	}

	@Focus
	void focus() {
		status.again();
		table.control().setFocus();
	}

	@PreDestroy
	void dispose() {
		log.removeListener(changed);
	}
}
