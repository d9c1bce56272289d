package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import rebound.model.Campaign;
import rebound.model.Kind;
import rebound.pipeline.Pipeline;
import rebound.policy.PolicySettings;
import rebound.policy.Yardstick;
import rebound.store.CampaignSummary;
import rebound.store.EventFilter;
import rebound.ui.internal.command.CampaignAnswer;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Chosen;
import rebound.ui.internal.desk.Desk;

/** How did this mailing go? All of them, one in detail, or two side by side. */
public final class CampaignsView {

	public static final String ID = "rebound.ui.campaigns";
	private static final String UNKNOWN = "\u2013";
	private static final double PERCENT = 100;
	/** The rate of the highest bars is at least this one, so that good campaigns look good. */
	private static final double LEAST_TOP = 0.02;
	/** Less is shown as nothing. */
	private static final double LEAST_CHANGE = 0.05;

	private record Found(List<CampaignSummary> campaigns, PolicySettings policy, long unattributed) {
	}

	private final Desk desk;
	private final Commands commands;
	private final IEventBroker events;
	private final ESelectionService selection;
	private final StatusLine.Entry status;
	private final Map<String, String> state;
	private final Asker asker;
	private final CampaignAnswer answer;
	private final Pipeline pipeline;
	private final Runnable refresh = this::refresh;
	private final Map<String, double[]> rates = new HashMap<>();
	private final List<Image> sparklines = new ArrayList<>();
	private final StackLayout stack = new StackLayout();
	private Pages pages;
	private RowTable<CampaignSummary> table;
	private Link unattributed;
	private CampaignDetail detail;
	private CampaignComparison comparison;
	private List<CampaignSummary> campaigns = List.of();
	private PolicySettings policy = PolicySettings.DEFAULT;
	private Comparator<CampaignSummary> order;

	@Inject
	CampaignsView(Desk desk, Commands commands, IEventBroker events, ESelectionService selection, StatusLine status,
			CampaignAnswer answer, Pipeline pipeline, MPart part) {
		this.selection = selection;
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
				new Pages.Action("campaigns.new", Commands.NEW_CAMPAIGN),
				new Pages.Action("empty.samples", Commands.OPEN_SAMPLES));
		SashForm halves = new SashForm(pages.content(), SWT.VERTICAL);
		Composite page = new Composite(halves, SWT.NONE);
		page.setLayout(Look.page(1));
		buttons(page);
		table = new RowTable<>(page, "campaigns.table", SWT.MULTI, text("name.campaigns"),
				each -> each.campaign().id(), this::select);
		columns();
		Tables.remember(table.control(), state);
		Composite below = new Composite(halves, SWT.NONE);
		below.setLayout(stack);
		detail = new CampaignDetail(below, desk, commands, this::showBounces, answer::give);
		comparison = new CampaignComparison(below, desk, commands);
		stack.topControl = detail.control();
		halves.setWeights(2, 3);
		table.control().addListener(SWT.DefaultSelection,
				e -> table.selected().stream().limit(1).forEach(each -> showBounces(each.campaign(), "")));
		table.control().addListener(SWT.Dispose, e -> sparklines.forEach(Image::dispose));
		commands.offerFor(table.control(), Commands.EDIT_CAMPAIGN);
		commands.handle(Commands.SELECT_ALL, table::selectAll);
		commands.handle(Commands.REFRESH, refresh);
		desk.database().onChange(refresh);
		refresh();
	}

	private void buttons(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(4));
		row.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		commands.button(row, "campaigns.new", Commands.NEW_CAMPAIGN);
		commands.button(row, "campaigns.edit", Commands.EDIT_CAMPAIGN);
		commands.button(row, "campaigns.import", Commands.IMPORT_SENT);
		unattributed = new Link(row, SWT.NONE);
		unattributed.setData(Ids.KEY, "campaigns.unattributed");
		unattributed.setToolTipText(text("campaigns.unattributed.tip"));
		unattributed.setLayoutData(
				GridDataFactory.fillDefaults().grab(true, false).align(SWT.END, SWT.CENTER).create());
		unattributed.addListener(SWT.Selection, e -> {
			if ("assign".equals(e.text)) {
				commands.run(Commands.ASSIGN);
			} else {
				show("campaign=" + EventFilter.NO_CAMPAIGN);
			}
		});
	}

	private void columns() {
		column("sent", 130, SWT.LEFT, each -> desk.dates().relative(each.campaign().sent()), Comparator.comparing(
				each -> each.campaign().sent(), Comparator.nullsFirst(Comparator.naturalOrder())));
		column("name", 230, SWT.LEFT, each -> each.campaign().name(),
				Comparator.comparing(each -> String.valueOf(each.campaign().name()), String.CASE_INSENSITIVE_ORDER));
		column("count", 80, SWT.RIGHT, each -> ifRated(each, number(each.campaign().sentCount())),
				Comparator.comparingLong(each -> each.campaign().sentCount()));
		column("hard", 80, SWT.RIGHT, each -> number(each.hard()), Comparator.comparingLong(CampaignSummary::hard));
		column("soft", 80, SWT.RIGHT, each -> number(each.soft()), Comparator.comparingLong(CampaignSummary::soft));
		column("complaints", 110, SWT.RIGHT, each -> number(each.complaints()),
				Comparator.comparingLong(CampaignSummary::complaints));
		column("rate", 90, SWT.RIGHT, each -> ifRated(each, text("rate", each.hardRate())),
				Comparator.comparingDouble(CampaignSummary::hardRate));
		column("trend", 140, SWT.LEFT, this::trend, Comparator.comparingDouble(this::change));
		table.pictured(this::sparkline);
		column("verdict", 210, SWT.LEFT, each -> sign(yardstick(each)) + text("yardstick." + yardstick(each).id()),
				Comparator.comparingDouble(each -> each.campaign().sentCount() == 0 ? -1 : each.hardRate()));
	}

	private void column(String key, int width, int align, Function<CampaignSummary, String> words,
			Comparator<CampaignSummary> by) {
		TableColumn header = table.column(text("campaigns.column." + key), width, align, words);
		header.addListener(SWT.Selection, e -> sortBy(header, by));
		if (order == null) {
			order = by;
			table.control().setSortColumn(header);
			table.control().setSortDirection(SWT.DOWN);
		}
	}

	private void refresh() {
		pages.updateWhileAsking();
		asker.ask(
				store -> new Found(store.campaigns().list(), pipeline.policy(store).settings(),
						store.events().count(EventFilter.ALL.withCampaign(EventFilter.NO_CAMPAIGN)
								.withKinds(java.util.Set.of(Kind.BOUNCE)))),
				found -> {
					campaigns = found.campaigns;
					policy = found.policy;
					rate();
					show(found.unattributed);
				});
	}

	/** For each campaign of known size its rate, behind those of the campaigns before. */
	private void rate() {
		List<CampaignSummary> rated = campaigns.stream().filter(each -> each.campaign().sentCount() > 0).toList()
				.reversed();
		rates.clear();
		for (int i = 0; i < rated.size(); i++) {
			rates.put(rated.get(i).campaign().id(), rated.subList(Math.max(0, i + 1 - Sparkline.BARS), i + 1).stream()
					.mapToDouble(CampaignSummary::hardRate).toArray());
		}
	}

	private double change(CampaignSummary each) {
		double[] last = rates.getOrDefault(each.campaign().id(), new double[0]);
		return last.length < 2 ? 0 : (last[last.length - 1] - last[last.length - 2]) * PERCENT;
	}

	/** What the picture shows, in words. */
	private String trend(CampaignSummary each) {
		double[] last = rates.getOrDefault(each.campaign().id(), new double[0]);
		if (last.length < 2) {
			return "";
		}
		double change = change(each);
		return Math.abs(change) < LEAST_CHANGE ? text("campaigns.trend.same") : text("campaigns.trend", change);
	}

	private Image sparkline(CampaignSummary each) {
		double[] last = rates.get(each.campaign().id());
		if (last == null || last.length < 2) {
			return null;
		}
		double top = DoubleStream.of(last).max().orElse(0);
		Image image = Sparkline.draw(table.control(), last, Math.max(LEAST_TOP, top));
		sparklines.add(image);
		return image;
	}

	private void sortBy(TableColumn header, Comparator<CampaignSummary> by) {
		Table shown = table.control();
		boolean upwards = header == shown.getSortColumn() && shown.getSortDirection() == SWT.DOWN;
		shown.setSortColumn(header);
		shown.setSortDirection(upwards ? SWT.UP : SWT.DOWN);
		order = by;
		fill();
	}

	private void show(long without) {
		if (table.control().isDisposed()) {
			return;
		}
		fill();
		pages.update(campaigns.isEmpty());
		unattributed.setText(without == 0 ? "" : text("campaigns.unattributed", without));
		unattributed.getParent().layout(true);
		status.say(text("campaigns.count", campaigns.size()), table.control().isVisible());
	}

	private void fill() {
		List<Image> before = List.copyOf(sparklines);
		sparklines.clear();
		boolean upwards = table.control().getSortDirection() == SWT.UP;
		table.fill(campaigns.stream().sorted(upwards ? order : order.reversed()).toList());
		before.forEach(Image::dispose);
	}

	/** A shape for the eye, beside the words. */
	private static String sign(Yardstick yardstick) {
		return switch (yardstick) {
			case OK -> "\u2713 ";
			case WARN -> "\u25b2 ";
			case ACT -> "\u2716 ";
			case UNKNOWN -> "";
		};
	}

	private Yardstick yardstick(CampaignSummary each) {
		return Yardstick.hard(each.hard(), each.campaign().sentCount(), policy);
	}

	private static String ifRated(CampaignSummary each, String number) {
		return each.campaign().sentCount() == 0 ? UNKNOWN : number;
	}

	private String number(long value) {
		return text("count", value);
	}

	private String text(String key, Object... values) {
		return desk.texts().text(key, values);
	}

	/** One is shown in detail, two are compared. */
	private void select(List<CampaignSummary> rows) {
		if (detail == null) {
			return;
		}
		boolean isTwo = rows.size() == 2;
		if (isTwo) {
			boolean isInOrder = campaigns.indexOf(rows.getFirst()) > campaigns.indexOf(rows.getLast());
			comparison.show(isInOrder ? rows.getFirst() : rows.getLast(),
					isInOrder ? rows.getLast() : rows.getFirst());
		} else {
			detail.show(rows.isEmpty() ? null : rows.getFirst(), policy);
		}
		stack.topControl = isTwo ? comparison.control() : detail.control();
		stack.topControl.getParent().layout(true);
		if (table.control().isVisible()) {
			selection.setSelection(Chosen.of(rows));
		}
	}

	private void showBounces(Campaign chosen, String narrowed) {
		show("campaign=" + chosen.id() + (narrowed.isEmpty() ? "" : '\n' + narrowed));
	}

	private void show(String conditions) {
		commands.run(Commands.SHOW_BOUNCES);
		events.post(BounceLogView.SHOW, conditions);
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
