package rebound.ui.internal.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import rebound.pipeline.Pipeline;
import rebound.policy.PolicySettings;
import rebound.policy.Yardstick;
import rebound.store.CampaignSummary;
import rebound.ui.internal.command.CampaignAnswer;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;

/** How each mailing went. */
public final class CampaignsView {

	public static final String ID = "rebound.ui.campaigns";

	private record Found(List<CampaignSummary> campaigns, PolicySettings policy) {
	}

	private record Column(String key, int width, int align, Comparator<CampaignSummary> order) {
	}

	private static final List<Column> COLUMNS = List.of(
			new Column("sent", 130, SWT.LEFT,
					Comparator.comparing(each -> each.campaign().sent(),
							Comparator.nullsFirst(Comparator.naturalOrder()))),
			new Column("name", 250, SWT.LEFT,
					Comparator.comparing(each -> String.valueOf(each.campaign().name()),
							String.CASE_INSENSITIVE_ORDER)),
			new Column("count", 90, SWT.RIGHT, Comparator.comparingLong(each -> each.campaign().sentCount())),
			new Column("hard", 90, SWT.RIGHT, Comparator.comparingLong(CampaignSummary::hard)),
			new Column("soft", 90, SWT.RIGHT, Comparator.comparingLong(CampaignSummary::soft)),
			new Column("complaints", 110, SWT.RIGHT, Comparator.comparingLong(CampaignSummary::complaints)),
			new Column("rate", 90, SWT.RIGHT, Comparator.comparingDouble(CampaignSummary::hardRate)),
			new Column("verdict", 190, SWT.LEFT, Comparator.comparingDouble(
					each -> each.campaign().sentCount() == 0 ? -1 : each.hardRate())));

	private final Desk desk;
	private final Commands commands;
	private final IEventBroker events;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Asker asker;
	private final CampaignAnswer answer;
	private final Pipeline pipeline;
	private final Runnable refresh = this::refresh;
	private Pages pages;
	private Table table;
	private CampaignDetail detail;
	private List<CampaignSummary> campaigns = List.of();
	private PolicySettings policy = PolicySettings.DEFAULT;
	private Comparator<CampaignSummary> order = COLUMNS.getFirst().order;

	@Inject
	CampaignsView(Desk desk, Commands commands, IEventBroker events, StatusLine status, CampaignAnswer answer,
			Pipeline pipeline, MPart part) {
		this.pipeline = pipeline;
		this.answer = answer;
		this.desk = desk;
		this.commands = commands;
		this.events = events;
		this.status = new StatusLine.Entry(status);
		this.state = part.getPersistedState();
		this.asker = desk.database().asker();
	}

	@PostConstruct
	void create(Composite parent) {
		pages = new Pages(parent, desk, commands, "campaigns",
				new Pages.Action("empty.log.import", Commands.IMPORT_MAIL),
				new Pages.Action("empty.samples", Commands.OPEN_SAMPLES));
		SashForm halves = new SashForm(pages.content(), SWT.VERTICAL);
		Composite page = new Composite(halves, SWT.NONE);
		page.setLayout(Look.page(1));
		table = Tables.create(page, "campaigns.table", SWT.SINGLE,
				desk.texts().text("name.campaigns"));
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		for (Column column : COLUMNS) {
			TableColumn header = Tables.column(table, desk.texts().text("campaigns.column." + column.key),
					column.width, column.align);
			header.addListener(SWT.Selection, e -> sortBy(header, column));
		}
		table.setSortColumn(table.getColumn(0));
		table.setSortDirection(SWT.DOWN);
		Tables.remember(table, state);
		detail = new CampaignDetail(halves, desk, this::showBounces, answer::give);
		halves.setWeights(2, 3);
		table.addListener(SWT.Selection, e -> select());
		table.addListener(SWT.DefaultSelection, e -> showBounces());
		commands.offerFor(table);
		commands.handle(Commands.REFRESH, refresh);
		desk.database().onChange(refresh);
		refresh();
	}

	private void refresh() {
		pages.updateWhileAsking();
		asker.ask(store -> new Found(store.campaigns().list(), pipeline.policy(store).settings()), found -> {
			campaigns = found.campaigns;
			policy = found.policy;
			show();
		});
	}

	private void sortBy(TableColumn header, Column column) {
		boolean upwards = header == table.getSortColumn() && table.getSortDirection() == SWT.DOWN;
		table.setSortColumn(header);
		table.setSortDirection(upwards ? SWT.UP : SWT.DOWN);
		order = column.order;
		show();
	}

	private void show() {
		if (table.isDisposed()) {
			return;
		}
		CampaignSummary selected = selected();
		Comparator<CampaignSummary> shown = table.getSortDirection() == SWT.UP ? order : order.reversed();
		table.setRedraw(false);
		table.removeAll();
		campaigns.stream().sorted(shown).forEach(each -> fill(new TableItem(table, SWT.NONE), each));
		table.setRedraw(true);
		pages.update(campaigns.isEmpty());
		status.say(desk.texts().text("campaigns.count", campaigns.size()), table.isVisible());
		if (table.getItemCount() > 0) {
			table.setSelection(indexOf(selected));
			select();
		}
	}

	private int indexOf(CampaignSummary wanted) {
		for (int i = 0; wanted != null && i < table.getItemCount(); i++) {
			if (((CampaignSummary) table.getItem(i).getData()).campaign().id().equals(wanted.campaign().id())) {
				return i;
			}
		}
		return 0;
	}

	private void fill(TableItem item, CampaignSummary each) {
		Yardstick yardstick = Yardstick.hard(each.hard(), each.campaign().sentCount(), policy);
		boolean known = yardstick != Yardstick.UNKNOWN;
		item.setText(new String[]{ desk.dates().relative(each.campaign().sent()), each.campaign().name(),
				known ? number(each.campaign().sentCount()) : "\u2013", number(each.hard()), number(each.soft()),
				number(each.complaints()), known ? desk.texts().text("rate", each.hardRate()) : "\u2013",
				desk.texts().text("yardstick." + yardstick.id()) });
		item.setData(each);
		if (known) {
			item.setImage(COLUMNS.size() - 1, Icons.of(yardstick));
		}
	}

	private String number(long value) {
		return desk.texts().text("count", value);
	}

	private CampaignSummary selected() {
		TableItem[] items = table.getSelection();
		return items.length == 0 ? null : (CampaignSummary) items[0].getData();
	}

	private void select() {
		detail.show(selected(), policy);
	}

	private void showBounces() {
		CampaignSummary chosen = selected();
		if (chosen != null) {
			commands.run(Commands.SHOW_BOUNCES);
			events.post(BounceLogView.SHOW_CAMPAIGN, chosen.campaign().id());
		}
	}

	@Focus
	void focus() {
		status.again();
		table.setFocus();
	}

	@PreDestroy
	void dispose() {
		desk.database().removeListener(refresh);
	}
}
