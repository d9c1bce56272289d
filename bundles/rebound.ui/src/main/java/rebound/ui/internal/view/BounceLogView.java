package rebound.ui.internal.view;

import java.util.List;
import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import rebound.model.Campaign;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.store.CampaignSummary;
import rebound.store.EventFilter;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.BounceLog.Counts;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.SavedFilters;

/** What came back, and why: every event, to search, filter and sort. */
public final class BounceLogView {

	public static final String ID = "rebound.ui.bounceLog";
	/** Event: show the bounces of the campaign whose id is the event's data. */
	public static final String SHOW_CAMPAIGN = "rebound/ui/showCampaign";
	/** Event: show the bounces that are the fault of whoever is the event's data, by the name of a {@link Fault}. */
	public static final String SHOW_FAULT = "rebound/ui/showFault";
	/** Event: show the bounces for the reason that is the event's data, by the name of a {@link Reason}. */
	public static final String SHOW_REASON = "rebound/ui/showReason";
	/** Event: show the bounces of the receiving host that is the event's data. */
	public static final String SHOW_HOST = "rebound/ui/showHost";
	/** Event: show the bounces that the event's data want: conditions with = between name and value, one a line. */
	public static final String SHOW = "rebound/ui/show";
	/** Event: show the bounces of the address that is the event's data. */
	public static final String SHOW_ADDRESS = "rebound/ui/showAddress";

	private final Desk desk;
	private final Commands commands;
	private final ESelectionService selection;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Asker campaigns;
	private final Runnable refresh = this::refresh;
	private Pages pages;
	private FilterRow filter;
	private BounceTable table;
	private GroupPane groups;
	private SashForm halves;

	@Inject
	BounceLogView(Desk desk, Commands commands, ESelectionService selection, StatusLine status, MPart part) {
		this.desk = desk;
		this.commands = commands;
		this.selection = selection;
		this.status = new StatusLine.Entry(status);
		this.state = part.getPersistedState();
		this.campaigns = desk.database().asker();
	}

	@PostConstruct
	void create(Composite parent) {
		pages = new Pages(parent, desk, commands, "log", new Pages.Action("empty.log.import", Commands.IMPORT_MAIL),
				new Pages.Action("sources.add", Commands.ADD_MAILBOX),
				new Pages.Action("empty.customers.import", Commands.IMPORT_CUSTOMERS),
				new Pages.Action("empty.samples", Commands.OPEN_SAMPLES));
		Composite page = new Composite(pages.content(), SWT.NONE);
		page.setLayout(Look.page(1));
		filter = new FilterRow(page, desk, this::filterChanged);
		new FilterMenu(filter.second(), desk.texts(),
				new SavedFilters(InstanceScope.INSTANCE.getNode("rebound.ui/filters")), filter::state, chosen -> {
					filter.restore(chosen);
					filterChanged();
				});
		halves = new SashForm(page, SWT.HORIZONTAL);
		halves.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		groups = new GroupPane(halves, desk, commands, filter, this::showWanted);
		table = new BounceTable(halves, desk, this::counted, selection::setSelection,
				() -> commands.run(Commands.SHOW_BOUNCE));
		halves.setWeights(1, 2);
		Tables.remember(table.control(), state);
		filter.leadsTo(table.control());
		filter.restore(state);
		layOut();
		commands.offerFor(table.control(), Commands.BLOCK, Commands.UNBLOCK, Commands.RELABEL, Commands.OPEN_MAIL,
				Commands.ASSIGN);
		commands.handle(Commands.SELECT_ALL, table::selectAll);
		commands.handle(Commands.FIND, filter::focus);
		commands.handle(Commands.REFRESH, refresh);
		desk.database().onChange(refresh);
		refresh();
	}

	private void refresh() {
		campaigns.ask(store -> store.campaigns().list().stream().map(CampaignSummary::campaign).toList(), this::offer);
		EventFilter wanted = filter.applyTo(table.log().filter());
		groups.show(wanted);
		table.log().refresh(groups.narrow(wanted));
		pages.updateWhileAsking();
	}

	private void offer(List<Campaign> known) {
		filter.offer(known);
	}

	private void filterChanged() {
		state.putAll(filter.state());
		layOut();
		groups.show(filter.applyTo(table.log().filter()));
		showWanted();
	}

	/** The groups take room only while there are any. */
	private void layOut() {
		groups.control().setVisible(filter.group() != null);
		halves.layout();
	}

	private void showWanted() {
		table.log().show(groups.narrow(filter.applyTo(table.log().filter())));
	}

	private void counted() {
		Counts counts = table.log().counts();
		pages.update(counts.all() == 0);
		boolean everything = counts.shown() == counts.all();
		status.say(everything
				? desk.texts().text("log.count.all", counts.bounces(), counts.all() - counts.bounces())
				: desk.texts().text("log.count.some", counts.bounces(), counts.shown()), table.control().isVisible());
	}

	@Inject
	@Optional
	void showCampaign(@UIEventTopic(SHOW_CAMPAIGN) String id) {
		if (filter != null) {
			filter.chooseCampaign(id);
		}
	}

	@Inject
	@Optional
	void show(@UIEventTopic(SHOW) String wanted) {
		if (filter != null) {
			filter.choose(wanted);
		}
	}

	@Inject
	@Optional
	void showAddress(@UIEventTopic(SHOW_ADDRESS) String address) {
		if (filter != null) {
			filter.chooseText(address);
		}
	}

	@Inject
	@Optional
	void showReason(@UIEventTopic(SHOW_REASON) String reason) {
		if (filter != null) {
			filter.chooseReason(Reason.valueOf(reason));
		}
	}

	@Inject
	@Optional
	void showHost(@UIEventTopic(SHOW_HOST) String host) {
		if (filter != null) {
			filter.chooseHost(host);
		}
	}

	@Inject
	@Optional
	void showFault(@UIEventTopic(SHOW_FAULT) String fault) {
		if (filter != null) {
			filter.chooseFault(Fault.valueOf(fault));
		}
	}

	@Focus
	void focus() {
		status.again();
		if (!pages.takesFocus()) {
			table.control().setFocus();
		}
	}

	@PreDestroy
	void dispose() {
		desk.database().removeListener(refresh);
	}
}
