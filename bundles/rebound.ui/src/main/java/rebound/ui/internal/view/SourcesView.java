package rebound.ui.internal.view;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Failures;
import rebound.ui.internal.desk.Mailboxes;

/** Where do the bounces come from? The mailboxes, and what their last reading came to. */
public final class SourcesView {

	public static final String ID = "rebound.ui.sources";

	private final Desk desk;
	private final Commands commands;
	private final ESelectionService selection;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Mailboxes mailboxes;
	private final Display display;
	private final Asker asker;
	private final Runnable changed = this::later;
	private Table table;
	private Label none;

	@Inject
	SourcesView(Desk desk, Commands commands, ESelectionService selection, StatusLine status, Mailboxes mailboxes,
			Display display, MPart part) {
		this.desk = desk;
		this.commands = commands;
		this.selection = selection;
		this.status = new StatusLine.Entry(status);
		this.mailboxes = mailboxes;
		this.display = display;
		this.state = part.getPersistedState();
		this.asker = desk.database().asker();
	}

	@PostConstruct
	void create(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		page.setLayout(Look.page(1));
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(4));
		commands.button(row, "sources.add", Commands.ADD_MAILBOX);
		commands.button(row, "sources.run", Commands.RUN_MAILBOX);
		commands.button(row, "sources.remove", Commands.REMOVE_MAILBOX);
		none = Look.label(page, desk.texts().text("sources.none"));
		none.setForeground(Look.faint(none));
		table = Tables.create(page, "sources.table", SWT.MULTI);
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		for (String column : new String[]{ "name:150", "server:220", "user:220", "folders:120", "last:420" }) {
			String[] parts = column.split(":");
			Tables.column(table, desk.texts().text("sources.column." + parts[0]), Integer.parseInt(parts[1]), SWT.LEFT);
		}
		Tables.remember(table, state);
		table.addListener(SWT.Selection, e -> select());
		table.addListener(SWT.DefaultSelection, e -> commands.run(Commands.RUN_MAILBOX));
		commands.offer(table, Commands.RUN_MAILBOX, Commands.ADD_MAILBOX, Commands.REMOVE_MAILBOX, Commands.COPY);
		commands.handle(Commands.COPY, () -> Tables.copy(table));
		commands.handle(Commands.REFRESH, this::refresh);
		mailboxes.onChange(changed);
		refresh();
	}

	private void later() {
		if (!display.isDisposed()) {
			display.asyncExec(this::refresh);
		}
	}

	private void refresh() {
		asker.ask(store -> {
			try {
				return mailboxes.rows();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}, this::show);
	}

	private void show(List<Mailboxes.Row> rows) {
		if (table.isDisposed()) {
			return;
		}
		int selected = Math.max(0, table.getSelectionIndex());
		table.removeAll();
		for (Mailboxes.Row each : rows) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(each.settings() == null
					? new String[]{ each.name(), "", "", "", desk.texts().text("sources.broken") }
					: new String[]{ each.name(), each.settings().host(), each.settings().user(),
							String.join(", ", each.settings().folders()), last(each) });
			item.setData(each);
		}
		none.setText(rows.isEmpty() ? desk.texts().text("sources.none") : "");
		table.select(Math.min(selected, rows.size() - 1));
		status.say(desk.texts().text("sources.count", rows.size()), table.isVisible());
		if (table.isVisible()) {
			select();
		}
	}

	private String last(Mailboxes.Row each) {
		Mailboxes.Result last = each.last();
		if (last == null) {
			return desk.texts().text("sources.notYet");
		}
		String when = desk.dates().relative(last.at());
		return last.failure() != null
				? when + ": " + new Failures(desk.texts()).sentence(last.failure())
				: when + ": " + desk.texts().text("sources.done", last.summary().messages(), last.summary().bounces(),
						last.summary().known());
	}

	private void select() {
		TableItem[] items = table.getSelection();
		selection.setSelection(items.length == 0 ? null : items[0].getData());
	}

	@Focus
	void focus() {
		status.again();
		table.setFocus();
		select();
	}

	@PreDestroy
	void dispose() {
		mailboxes.removeListener(changed);
	}
}
