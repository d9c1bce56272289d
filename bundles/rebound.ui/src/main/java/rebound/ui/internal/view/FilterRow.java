package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import rebound.model.BounceType;
import rebound.model.Campaign;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.store.EventFilter;
import rebound.store.EventGroup;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;

/** The lines above the bounce log that say which bounces are wanted, and how they are put together. */
final class FilterRow {

	/** Keeps the words of buttons that lie side by side apart. */
	static final String SPACE = "\u2002";
	private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);
	private static final BounceType[] TYPES = { null, BounceType.HARD, BounceType.SOFT, BounceType.NONE };
	private static final List<Fault> FAULTS = List.of(Fault.RECIPIENT, Fault.DOMAIN, Fault.SENDER, Fault.CONTENT,
			Fault.NETWORK, Fault.SYSTEM, Fault.UNKNOWN);
	private static final String[] TYPE_KEYS = { "all", "hard", "soft", "other" };
	private static final int MOST_HOSTS = 40;

	private final Desk desk;
	private final Runnable changed;
	private final Asker asker;
	private final SearchField text;
	private final List<ToolItem> types = new ArrayList<>();
	private final Choice<Reason> reason;
	private final Choice<Fault> fault;
	private final Choice<String> campaign;
	private final Choice<Integer> period;
	private final Choice<Standing.State> state;
	private final Choice<String> host;
	private final Choice<EventGroup.By> group;
	private final Map<String, String> campaigns = new LinkedHashMap<>();
	private final Composite second;

	FilterRow(Composite parent, Desk desk, Runnable changed) {
		this.desk = desk;
		this.changed = changed;
		this.asker = desk.database().asker();
		Composite row = row(parent, 5);
		text = new SearchField(row, "log.text", desk.texts().text("log.filter.text"), SearchField.LONG_PAUSE, changed);
		ToolBar bar = new ToolBar(row, SWT.FLAT);
		for (String key : TYPE_KEYS) {
			types.add(typeItem(bar, key));
		}
		types.getFirst().setSelection(true);
		reason = choice(row, "reason", desk.texts()::reason);
		reason.offer(Arrays.stream(Reason.values())
				.sorted(Comparator.comparing(desk.texts()::reason, String.CASE_INSENSITIVE_ORDER)).toList());
		campaign = choice(row, "campaign", id -> campaigns.getOrDefault(id, id));
		period = choice(row, "period", days -> desk.texts().text("log.filter.period." + days));
		period.offer(PERIODS);
		second = row(parent, 5);
		group = choice(second, "group", by -> desk.texts().text("log.group." + id(by)));
		group.offer(List.of(EventGroup.By.values()));
		fault = choice(second, "fault", value -> desk.texts().text("fault." + value.id()));
		fault.offer(FAULTS);
		state = choice(second, "state", value -> desk.texts().text("log.filter.state." + value.id()));
		state.offer(List.of(Standing.State.values()));
		host = choice(second, "host", name -> name);
		host.control().addListener(SWT.FocusIn, e -> askHosts());
		host.control().addListener(SWT.MouseEnter, e -> askHosts());
	}

	private static Composite row(Composite parent, int columns) {
		Composite row = new Composite(parent, SWT.NONE);
		row.setLayout(Look.plain(columns));
		row.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		return row;
	}

	private <T> Choice<T> choice(Composite row, String key, Function<T, String> words) {
		return new Choice<>(row, "log." + key, desk.texts().text("log.filter." + key), words, this::chosen);
	}

	private ToolItem typeItem(ToolBar bar, String key) {
		ToolItem item = new ToolItem(bar, SWT.RADIO);
		item.setText(SPACE + desk.texts().text("log.filter." + key) + SPACE);
		item.setToolTipText(desk.texts().text("log.filter." + key + ".tip"));
		item.setData(Ids.KEY, "log.type." + key);
		item.addListener(SWT.Selection, e -> {
			if (item.getSelection()) {
				changed.run();
			}
		});
		return item;
	}

	private void chosen() {
		if (!second.isDisposed()) {
			changed.run();
		}
	}

	static String id(EventGroup.By by) {
		return by.name().toLowerCase(Locale.ROOT);
	}

	/** @return where there is room for one control more */
	Composite second() {
		return second;
	}

	/** @return what the bounces are put together by, or {@code null} */
	EventGroup.By group() {
		return group.chosen();
	}

	/** @return a campaign's name */
	String campaign(String id) {
		return campaigns.getOrDefault(id, id);
	}

	/** Offers these campaigns, keeping the one that is chosen. */
	void offer(List<Campaign> known) {
		campaigns.clear();
		known.forEach(each -> campaigns.put(each.id(), each.name()));
		campaigns.put(EventFilter.NO_CAMPAIGN, desk.texts().text("log.filter.noCampaign"));
		campaign.offer(List.copyOf(campaigns.keySet()));
	}

	/** Counting the hosts takes a moment, so they are asked for only when somebody goes there. */
	private void askHosts() {
		asker.ask(store -> store.events()
				.groups(EventFilter.ALL, EventGroup.By.MAIL_HOST, desk.dates().offset(), MOST_HOSTS).stream()
				.map(EventGroup::of).toList(), host::offer);
	}

	/** Chooses what these conditions say and nothing else: lines of a control's name, = and its value. */
	void choose(String conditions) {
		Map<String, String> wanted = new LinkedHashMap<>();
		conditions.lines().forEach(line -> {
			int end = line.indexOf('=');
			String name = line.substring(0, end);
			wanted.put("filter." + name, line.substring(name.equals("text") ? end + 1 : end));
		});
		restore(wanted);
		changed.run();
	}

	/** Chooses a campaign and nothing else. */
	void chooseCampaign(String id) {
		clear();
		campaign.choose(id);
		changed.run();
	}

	/** Chooses what contains a text and nothing else. */
	void chooseText(String wanted) {
		clear();
		text.set(wanted);
		changed.run();
	}

	/** Chooses whose fault it is and nothing else. */
	void chooseFault(Fault wanted) {
		clear();
		fault.choose(wanted);
		changed.run();
	}

	/** Chooses a reason and nothing else. */
	void chooseReason(Reason wanted) {
		clear();
		reason.choose(wanted);
		changed.run();
	}

	/** Chooses a receiving host and nothing else. */
	void chooseHost(String wanted) {
		clear();
		host.choose(wanted);
		changed.run();
	}

	/** Lets everything through. */
	private void clear() {
		restore(Map.of());
	}

	void focus() {
		text.focus();
	}

	/** Lets the arrow downwards in the text go to what was found. */
	void leadsTo(Control found) {
		text.leadsTo(found);
	}

	/** @return what is wanted, in an order kept from the filter given */
	EventFilter applyTo(EventFilter sorted) {
		Integer days = period.chosen();
		Reason why = reason.chosen();
		return EventFilter.ALL.sortedBy(sorted.sort(), sorted.ascending()).withText(text.wanted())
				.withType(TYPES[type()]).withReasons(why == null ? Set.of() : Set.of(why)).withFault(fault.chosen())
				.withCampaign(campaign.chosen()).withState(state.chosen()).withMailHost(host.chosen())
				.withPeriod(days == null ? null : desk.dates().daysAgo(days), null);
	}

	private int type() {
		for (int i = 0; i < TYPES.length; i++) {
			if (types.get(i).getSelection()) {
				return i;
			}
		}
		return 0;
	}

	/** @return what is chosen, to be kept */
	Map<String, String> state() {
		Map<String, String> chosen = new LinkedHashMap<>();
		chosen.put("filter.text", Objects.requireNonNullElse(text.wanted(), ""));
		chosen.put("filter.type", TYPE_KEYS[type()]);
		put(chosen, "reason", reason.chosen());
		put(chosen, "fault", fault.chosen());
		put(chosen, "campaign", campaign.chosen());
		put(chosen, "period", period.chosen());
		put(chosen, "state", state.chosen());
		put(chosen, "host", host.chosen());
		put(chosen, "group", group.chosen());
		return chosen;
	}

	private static void put(Map<String, String> chosen, String key, Object value) {
		chosen.put("filter." + key, value == null ? "-" : "=" + value);
	}

	/** Chooses what {@link #state()} told; what it does not name is let through. */
	void restore(Map<String, String> chosen) {
		text.set(chosen.getOrDefault("filter.text", ""));
		String type = chosen.getOrDefault("filter.type", TYPE_KEYS[0]);
		for (int i = 0; i < TYPE_KEYS.length; i++) {
			types.get(i).setSelection(TYPE_KEYS[i].equals(type));
		}
		reason.choose(one(chosen, "reason", List.of(Reason.values())));
		fault.choose(one(chosen, "fault", FAULTS));
		period.choose(one(chosen, "period", PERIODS));
		state.choose(one(chosen, "state", List.of(Standing.State.values())));
		group.choose(one(chosen, "group", List.of(EventGroup.By.values())));
		campaign.choose(text(chosen, "campaign"));
		host.choose(text(chosen, "host"));
	}

	private static String text(Map<String, String> chosen, String key) {
		String value = chosen.getOrDefault("filter." + key, "-");
		return value.startsWith("=") ? value.substring(1) : null;
	}

	private static <T> T one(Map<String, String> chosen, String key, List<T> values) {
		String value = text(chosen, key);
		return values.stream().filter(each -> each.toString().equals(value)).findFirst().orElse(null);
	}
}
