package rebound.ui.internal.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.report.ReportFilter;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Texts;

/** The fields of the report's dialog that say which rows are wanted. */
final class ReportConditions {

	private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);
	private static final int TYPING_PAUSE = 400;

	private final TextDialog dialog;
	private final Runnable changed;
	private final OneOf<Integer> period;
	private final OneOf<String> campaign;
	private final OneOf<BounceType> type;
	private final OneOf<Reason> reason;
	private final OneOf<Fault> fault;
	private final OneOf<Standing.State> state;
	private final Text company;
	private final Text owner;
	private final Map<String, String> campaigns = new HashMap<>();
	private ReportFilter known = ReportFilter.ALL;

	/**
	 * A list of which one value, or any, is chosen. What a saved profile wants and the list does not have, several values
	 * for instance, stays until another is chosen.
	 */
	private final class OneOf<T> {
		private final Combo combo;
		private final String any;
		private final Function<T, String> words;
		private final List<T> values = new ArrayList<>();
		private Set<T> kept = Set.of();

		OneOf(Composite area, String key, String anyKey, List<T> offered, Function<T, String> words) {
			this.any = dialog.desk.texts().text(anyKey);
			this.words = words;
			combo = dialog.combo(area, key, List.of(any));
			combo.addListener(SWT.Selection, e -> changed.run());
			offer(offered);
		}

		void offer(List<T> offered) {
			Set<T> now = chosen();
			values.clear();
			values.addAll(offered);
			combo.removeAll();
			combo.add(any);
			values.forEach(value -> combo.add(words.apply(value)));
			show(now);
		}

		void show(Set<T> wanted) {
			int at = wanted.size() == 1 ? values.indexOf(wanted.iterator().next()) : -1;
			keep(at < 0 ? wanted : Set.of(), at < 0 && !wanted.isEmpty());
			combo.select(at + 1);
		}

		void keep(Set<T> wanted, boolean isOther) {
			kept = wanted;
			combo.setItem(0, isOther ? dialog.text("asSaved") : any);
		}

		Set<T> chosen() {
			int at = combo.getSelectionIndex();
			return at > 0 ? Set.of(values.get(at - 1)) : kept;
		}

		T one() {
			Set<T> chosen = chosen();
			return chosen.size() == 1 ? chosen.iterator().next() : null;
		}
	}

	/**
	 * @param area    a grid of four columns
	 * @param changed called when other rows are wanted
	 */
	ReportConditions(TextDialog dialog, Composite area, Runnable changed) {
		this.dialog = dialog;
		this.changed = changed;
		Texts texts = dialog.desk.texts();
		period = new OneOf<>(area, "period", "log.filter.period", PERIODS,
				days -> texts.text("log.filter.period." + days));
		campaign = new OneOf<>(area, "campaign", "log.filter.campaign", List.of(),
				id -> campaigns.getOrDefault(id, id));
		type = new OneOf<>(area, "type", "log.filter.all", List.of(BounceType.HARD, BounceType.SOFT),
				each -> texts.text("log.filter." + each.id()));
		reason = new OneOf<>(area, "reason", "log.filter.reason", Arrays.stream(Reason.values())
				.sorted(Comparator.comparing(texts::reason, String.CASE_INSENSITIVE_ORDER)).toList(), texts::reason);
		fault = new OneOf<>(area, "fault", "log.filter.fault", List.of(Fault.values()),
				each -> texts.text("fault." + each.id()));
		state = new OneOf<>(area, "state", "log.filter.state", List.of(Standing.State.values()),
				each -> texts.text("log.filter.state." + each.id()));
		company = searched(area, "company");
		owner = searched(area, "owner");
		dialog.asker.ask(store -> store.campaigns().list(), this::offer);
	}

	private Text searched(Composite area, String key) {
		Text field = dialog.field(area, key);
		field.addListener(SWT.Modify, e -> field.getDisplay().timerExec(TYPING_PAUSE, changed));
		return field;
	}

	private void offer(List<CampaignSummary> all) {
		if (!company.isDisposed()) {
			all.forEach(each -> campaigns.put(each.campaign().id(), each.campaign().name()));
			campaign.offer(all.stream().map(each -> each.campaign().id()).toList());
		}
	}

	/** @return whether the fields are gone */
	boolean isDisposed() {
		return company.isDisposed();
	}

	/** Shows the conditions of another profile. */
	void show(ReportFilter filter) {
		known = filter;
		period.show(Set.of());
		period.keep(Set.of(), filter.from() != null || filter.until() != null);
		campaign.show(filter.campaignId() == null ? Set.of() : Set.of(filter.campaignId()));
		type.show(filter.types());
		reason.show(filter.reasons());
		fault.show(filter.faults());
		state.show(filter.states());
		company.setText(filter.company() == null ? "" : filter.company());
		owner.setText(filter.owner() == null ? "" : filter.owner());
	}

	/** @return what is chosen by now */
	ReportFilter filter() {
		Integer days = period.one();
		return new ReportFilter(days == null ? known.from() : dialog.desk.dates().daysAgo(days),
				days == null ? known.until() : null, campaign.one(), type.chosen(), reason.chosen(), fault.chosen(),
				state.chosen(), value(company), value(owner));
	}

	private static String value(Text field) {
		return field.getText().isBlank() ? null : field.getText().strip();
	}
}
