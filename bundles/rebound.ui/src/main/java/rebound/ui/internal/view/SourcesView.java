package rebound.ui.internal.view;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Failures;
import rebound.ui.internal.desk.ImportSentences;
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
	private final Runnable changed = this::later;
	private RowTable<Mailboxes.Row> table;
	private Label none;
	private Button add;

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
	}

	@PostConstruct
	void create(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		page.setLayout(Look.page(1));
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(5));
		add = commands.button(row, "sources.add", Commands.ADD_MAILBOX);
		commands.button(row, "sources.addPlace", Commands.ADD_PLACE);
		commands.button(row, "sources.run", Commands.RUN_MAILBOX);
		commands.button(row, "sources.remove", Commands.REMOVE_MAILBOX);
		none = Look.label(page, desk.texts().text("sources.none"));
		none.setForeground(Look.faint(none));
		none.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).create());
		table = new RowTable<>(page, "sources.table", SWT.MULTI, desk.texts().text("name.sources"), Mailboxes.Row::name,
				this::select);
		column("name", 150, Mailboxes.Row::name);
		column("server", 220, SourcesView::where);
		column("user", 220, each -> each.settings() == null ? "" : each.settings().user());
		column("folders", 120, each -> each.settings() == null ? "" : String.join(", ", each.settings().folders()));
		column("last", 420, this::last);
		Tables.remember(table.control(), state);
		table.control().addListener(SWT.DefaultSelection, e -> commands.run(Commands.RUN_MAILBOX));
		commands.offerFor(table.control(), Commands.RUN_MAILBOX, Commands.ADD_MAILBOX, Commands.ADD_PLACE,
				Commands.REMOVE_MAILBOX);
		commands.handle(Commands.REFRESH, this::refresh);
		mailboxes.onChange(changed);
		refresh();
	}

	/** Of a place, its kind and what it is told, as on the command line. */
	private static String where(Mailboxes.Row each) {
		return each.place() != null ? each.place().toString() : each.settings() == null ? "" : each.settings().host();
	}

	private void column(String key, int width, Function<Mailboxes.Row, String> words) {
		table.column(desk.texts().text("sources.column." + key), width, SWT.LEFT, words);
	}

	private void later() {
		if (!display.isDisposed()) {
			display.asyncExec(this::refresh);
		}
	}

	/** The files are read in the background, whether or not a database is open. */
	private void refresh() {
		Job.createSystem(desk.texts().text("job.reading"), (ICoreRunnable) monitor -> {
			List<Mailboxes.Row> rows = mailboxes.rows();
			if (!display.isDisposed()) {
				display.asyncExec(() -> show(rows));
			}
		}).schedule();
	}

	private void show(List<Mailboxes.Row> rows) {
		if (table.control().isDisposed()) {
			return;
		}
		none.setVisible(rows.isEmpty());
		((GridData) none.getLayoutData()).exclude = !rows.isEmpty();
		table.control().setVisible(!rows.isEmpty());
		((GridData) table.control().getLayoutData()).exclude = rows.isEmpty();
		none.getParent().layout(true);
		table.fill(rows);
		status.say(desk.texts().text("sources.count", rows.size()), isSeen());
	}

	/** The table alone may be hidden, for want of rows. */
	private boolean isSeen() {
		return table.control().getParent().isVisible();
	}

	private String last(Mailboxes.Row each) {
		Mailboxes.Result last = each.last();
		if (!each.isKnown()) {
			return desk.texts().text("sources.broken");
		}
		if (last == null) {
			return desk.texts().text("sources.notYet");
		}
		String when = desk.dates().relative(last.at());
		return last.failure() != null
				? when + ": " + new Failures(desk.texts()).sentence(last.failure())
				: when + ": " + ImportSentences.ofPlace(last.summary(), desk.texts());
	}

	private void select(List<Mailboxes.Row> rows) {
		if (isSeen()) {
			selection.setSelection(rows.isEmpty() ? null : rows.getFirst());
		}
	}

	@Focus
	void focus() {
		status.again();
		if (table.control().isVisible()) {
			table.control().setFocus();
			table.select();
		} else {
			add.setFocus();
		}
	}

	@PreDestroy
	void dispose() {
		mailboxes.removeListener(changed);
	}
}
