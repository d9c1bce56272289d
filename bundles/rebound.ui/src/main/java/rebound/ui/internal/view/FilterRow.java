package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import rebound.model.BounceType;
import rebound.model.Campaign;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.store.EventFilter;
import rebound.ui.internal.desk.Desk;

/** The line above the bounce log that says which bounces are wanted. */
final class FilterRow {

	/** Keeps the words of buttons that lie side by side apart. */
	static final String SPACE = "\u2002";
	private static final int TYPING_PAUSE = 180;
	private static final int[] PERIODS = { 7, 30, 90, 365 };
	private static final BounceType[] TYPES = { null, BounceType.HARD, BounceType.SOFT, BounceType.NONE };
	private static final List<Fault> FAULTS = List.of(Fault.RECIPIENT, Fault.DOMAIN, Fault.SENDER, Fault.CONTENT,
			Fault.NETWORK, Fault.SYSTEM, Fault.UNKNOWN);
	private static final String[] TYPE_KEYS = { "all", "hard", "soft", "other" };

	private final Desk desk;
	private final Runnable changed;
	private final Text text;
	private final List<ToolItem> types = new ArrayList<>();
	private final Combo reason;
	private final Combo fault;
	private final Combo campaign;
	private final Combo period;
	private final List<Reason> reasons = new ArrayList<>();
	private final List<String> campaigns = new ArrayList<>();
	private String wantedCampaign;
	private final Runnable typed;

	FilterRow(Composite parent, Desk desk, Runnable changed) {
		this.desk = desk;
		this.changed = changed;
		this.typed = this::chosen;
		Composite row = new Composite(parent, SWT.NONE);
		row.setLayout(Look.plain(6));
		row.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		text = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(desk.texts().text("log.filter.text"));
		text.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(160,
				SWT.DEFAULT).create());
		text.setData(Ids.KEY, "log.text");
		text.addListener(SWT.Modify, e -> text.getDisplay().timerExec(TYPING_PAUSE, typed));
		ToolBar bar = new ToolBar(row, SWT.FLAT);
		for (String key : TYPE_KEYS) {
			types.add(typeItem(bar, key));
		}
		types.getFirst().setSelection(true);
		reason = combo(row, "log.reason", desk.texts().text("log.filter.reason"));
		reasons.add(null);
		List.of(Reason.values()).stream().sorted((a, b) -> words(a).compareToIgnoreCase(words(b))).forEach(value -> {
			reasons.add(value);
			reason.add(words(value));
		});
		fault = combo(row, "log.fault", desk.texts().text("log.filter.fault"));
		for (Fault value : FAULTS) {
			fault.add(desk.texts().text("fault." + value.id()));
		}
		campaign = combo(row, "log.campaign", desk.texts().text("log.filter.campaign"));
		campaign.addListener(SWT.Selection, e -> wantedCampaign = null);
		campaigns.add(null);
		period = combo(row, "log.period", desk.texts().text("log.filter.period"));
		for (int days : PERIODS) {
			period.add(desk.texts().text("log.filter.period." + days));
		}
	}

	private String words(Reason value) {
		return desk.texts().reason(value);
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

	private Combo combo(Composite row, String id, String first) {
		Combo combo = new Combo(row, SWT.READ_ONLY);
		combo.add(first);
		combo.select(0);
		combo.setVisibleItemCount(20);
		combo.setData(Ids.KEY, id);
		combo.setLayoutData(GridDataFactory.swtDefaults().hint(130, SWT.DEFAULT).create());
		combo.addListener(SWT.Selection, e -> combo.getDisplay().asyncExec(typed));
		named(combo, first);
		return combo;
	}

	/** Tells screen readers what a control without a label is for. */
	static void named(Control control, String name) {
		control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = name;
			}
		});
	}

	private void chosen() {
		if (!text.isDisposed()) {
			changed.run();
		}
	}

	/** Offers these campaigns, keeping the one that is chosen. */
	void offer(List<Campaign> known) {
		if (campaign.isDisposed()) {
			return;
		}
		String chosen = wantedCampaign != null
				? wantedCampaign
				: campaigns.get(Math.max(0, campaign.getSelectionIndex()));
		Map<String, String> names = new LinkedHashMap<>();
		known.forEach(each -> names.put(each.id(), each.name()));
		names.put(EventFilter.NO_CAMPAIGN, desk.texts().text("log.filter.noCampaign"));
		campaigns.clear();
		campaigns.add(null);
		campaigns.addAll(names.keySet());
		List<String> items = new ArrayList<>(List.of(campaign.getItem(0)));
		items.addAll(names.values());
		if (!items.equals(List.of(campaign.getItems()))) {
			campaign.setItems(items.toArray(String[]::new));
		}
		campaign.select(Math.max(0, campaigns.indexOf(chosen)));
	}

	/** Chooses a campaign and nothing else. */
	void chooseCampaign(String id) {
		clear();
		wantedCampaign = id;
		int index = campaigns.indexOf(id);
		if (index > 0) {
			campaign.select(index);
		}
		changed.run();
	}

	/** Chooses what contains a text and nothing else. */
	void chooseText(String wanted) {
		clear();
		text.setText(wanted);
		changed.run();
	}

	/** Chooses whose fault it is and nothing else. */
	void chooseFault(Fault wanted) {
		clear();
		fault.select(FAULTS.indexOf(wanted) + 1);
		changed.run();
	}

	/** Lets everything through. */
	void clear() {
		text.setText("");
		types.forEach(item -> item.setSelection(item == types.getFirst()));
		wantedCampaign = null;
		reason.select(0);
		fault.select(0);
		campaign.select(0);
		period.select(0);
	}

	void focus() {
		text.setFocus();
		text.selectAll();
	}

	/** @return what is wanted, in an order kept from the filter given */
	EventFilter applyTo(EventFilter sorted) {
		String words = text.getText().strip();
		int days = period.getSelectionIndex();
		Reason why = reasons.get(Math.max(0, reason.getSelectionIndex()));
		int index = campaign.getSelectionIndex();
		return EventFilter.ALL.sortedBy(sorted.sort(), sorted.ascending()).withText(words.isEmpty() ? null : words)
				.withType(TYPES[type()]).withReasons(why == null ? Set.of() : Set.of(why))
				.withFault(fault.getSelectionIndex() < 1 ? null : FAULTS.get(fault.getSelectionIndex() - 1))
				.withCampaign(index > 0 ? campaigns.get(index) : wantedCampaign)
				.withPeriod(days < 1 ? null : desk.dates().daysAgo(PERIODS[days - 1]), null);
	}

	private int type() {
		for (int i = 0; i < TYPES.length; i++) {
			if (types.get(i).getSelection()) {
				return i;
			}
		}
		return 0;
	}

	/** Keeps what is chosen for the next start. */
	void save(Map<String, String> state) {
		state.put("filter.text", text.getText());
		state.put("filter.type", TYPE_KEYS[type()]);
		state.put("filter.reason", String.valueOf(reasons.get(Math.max(0, reason.getSelectionIndex()))));
		state.put("filter.fault", Integer.toString(fault.getSelectionIndex()));
		state.put("filter.period", Integer.toString(period.getSelectionIndex()));
	}

	/** Chooses what was chosen last time. */
	void restore(Map<String, String> state) {
		text.setText(state.getOrDefault("filter.text", ""));
		for (int i = 0; i < TYPE_KEYS.length; i++) {
			types.get(i).setSelection(TYPE_KEYS[i].equals(state.getOrDefault("filter.type", TYPE_KEYS[0])));
		}
		for (int i = 1; i < reasons.size(); i++) {
			if (reasons.get(i).name().equals(state.get("filter.reason"))) {
				reason.select(i);
			}
		}
		select(fault, state.get("filter.fault"));
		select(period, state.get("filter.period"));
	}

	private static void select(Combo combo, String index) {
		for (int i = 0; i < combo.getItemCount(); i++) {
			if (Integer.toString(i).equals(index)) {
				combo.select(i);
			}
		}
	}
}
