package rebound.ui.internal.view;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import rebound.model.Campaign;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.pipeline.Pipeline;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Overview;

/** How are we doing, and what needs me? */
public final class OverviewView {

	public static final String ID = "rebound.ui.overview";

	private final Desk desk;
	private final Commands commands;
	private final IEventBroker events;
	private final StatusLine.Entry status;
	private final Asker asker;
	private final Pipeline pipeline;
	private final Runnable refresh = this::refresh;
	private Pages pages;
	private Label sentence;
	private Lines needs;
	private RateChart chart;
	private CountTable reasons;
	private CountTable hosts;

	@Inject
	OverviewView(Desk desk, Commands commands, IEventBroker events, StatusLine status, Pipeline pipeline) {
		this.pipeline = pipeline;
		this.desk = desk;
		this.commands = commands;
		this.events = events;
		this.status = new StatusLine.Entry(status);
		this.asker = desk.database().asker();
	}

	@PostConstruct
	void create(Composite parent) {
		pages = new Pages(parent, desk, commands, "overview",
				new Pages.Action("empty.log.import", Commands.IMPORT_MAIL),
				new Pages.Action("empty.samples", Commands.OPEN_SAMPLES));
		Composite page = new Composite(pages.content(), SWT.NONE);
		page.setLayout(Look.page(2));
		sentence = Look.label(page, "");
		sentence.setData(Ids.KEY, "overview.sentence");
		Look.heading(sentence, 2);
		sentence.setLayoutData(
				GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).create());
		needs = new Lines(page, 0);
		needs.control().setData(Ids.KEY, "overview.needs");
		needs.control().setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(200, 120).create());
		chart = new RateChart(page, desk);
		chart.control().setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(200, 120).create());
		reasons = new CountTable(page, desk, "overview.reasons", "campaigns.reasons")
				.opening(reason -> open(BounceLogView.SHOW_REASON, ((Reason) reason).name()));
		hosts = new CountTable(page, desk, "overview.hosts", "campaigns.hosts")
				.opening(host -> open(BounceLogView.SHOW_HOST, (String) host));
		commands.offerFor(reasons.control());
		commands.menuFor(hosts.control());
		commands.handle(Commands.REFRESH, refresh);
		desk.database().onChange(refresh);
		refresh();
	}

	private void refresh() {
		pages.updateWhileAsking();
		asker.ask(store -> Overview.read(store, pipeline.policy(store).settings(), desk.dates().daysAgo(Overview.DAYS)),
				this::show);
	}

	private void show(Overview found) {
		if (sentence.isDisposed()) {
			return;
		}
		pages.update(found.isEmpty());
		sentence.setText(text("overview.sentence", found.campaigns().size(), found.hard(), found.soft(),
				found.atFault()).replace("&", "&&"));
		needs.fill(page -> fill(page, found));
		chart.show(found.campaigns(), found.policy());
		reasons.fill(found.reasons(), desk.texts()::reason);
		hosts.fill(found.mailHosts(), host -> host);
		sentence.getParent().layout(true);
		status.say(text("overview.status", found.campaigns().size()), sentence.isVisible());
	}

	private void fill(Lines page, Overview found) {
		page.title(text("overview.needs"));
		for (Campaign each : found.asking()) {
			page.linked(Icons.of("rate-very-high"), text("overview.asking", each.name()), text("overview.asking.tip"),
					() -> commands.run(Commands.SHOW_CAMPAIGNS));
		}
		if (found.suggested() > 0) {
			page.linked(Icons.of("state-suggested"), text("overview.suggested", found.suggested()),
					text("overview.suggested.tip"), () -> commands.run(Commands.SHOW_BLOCKING));
		}
		if (found.ours() > 0) {
			page.linked(Icons.of("rate-high"), text("overview.ours", found.ours(), Overview.DAYS),
					text("overview.ours.tip"), () -> bounces(Fault.SENDER.name()));
		}
		if (found.unclear() > 0) {
			page.linked(Icons.of("note"), text("overview.unclear", found.unclear(), Overview.DAYS),
					text("overview.unclear.tip"), () -> bounces(Fault.UNKNOWN.name()));
		}
		if (found.asking().isEmpty() && found.suggested() + found.ours() + found.unclear() == 0) {
			page.pictured(Icons.of("rate-good"), text("overview.nothing"));
		}
	}

	private void bounces(String fault) {
		open(BounceLogView.SHOW_FAULT, fault);
	}

	/** Every number leads to the rows behind it. */
	private void open(String topic, String what) {
		commands.run(Commands.SHOW_BOUNCES);
		events.post(topic, what);
	}

	private String text(String key, Object... values) {
		return desk.texts().text(key, values);
	}

	@Focus
	void focus() {
		status.again();
		if (!pages.takesFocus()) {
			needs.control().setFocus();
		}
	}

	@PreDestroy
	void dispose() {
		desk.database().removeListener(refresh);
	}
}
