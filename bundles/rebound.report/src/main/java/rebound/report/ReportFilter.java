package rebound.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Customer;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.model.Standing;

/**
 * Which rows a report has; {@code null} and empty sets let everything through. A row passes by its deciding event.
 *
 * @param from       events that occurred then or later
 * @param until      events that occurred before
 * @param campaignId events of this campaign
 * @param types      hard, soft
 * @param reasons    why
 * @param faults     whose doing
 * @param states     how the address stands; events pass whatever they are
 * @param company    a part of the company's name, in any case; events pass whatever they are
 * @param owner      the customer's owner, in any case; events pass whatever they are
 */
public record ReportFilter(Instant from, Instant until, String campaignId, Set<BounceType> types, Set<Reason> reasons,
		Set<Fault> faults, Set<Standing.State> states, String company, String owner) {

	/** Lets everything through. */
	public static final ReportFilter ALL = new ReportFilter(null, null, null, Set.of(), Set.of(), Set.of(), Set.of(),
			null, null);

	public ReportFilter {
		types = Set.copyOf(types);
		reasons = Set.copyOf(reasons);
		faults = Set.copyOf(faults);
		states = Set.copyOf(states);
	}

	/** @return the data with what passes; what was left out stands in its filter */
	public ReportData of(ReportData data) {
		String text = toString();
		if (text.isEmpty()) {
			return data;
		}
		String all = data.filter() == null ? text : data.filter() + "; " + text;
		return new ReportData(data.rows().filtered(this::passes), data.events().filtered(row -> passes(row.event())),
				data.joined().filtered(row -> row.row() == null ? passes(row.event().event()) : passes(row.row())),
				data.campaigns(), all, data.policyVersion());
	}

	/** @return the conditions by name, for the report's metadata; empty where everything passes */
	@Override
	public String toString() {
		List<String> conditions = new ArrayList<>();
		condition(conditions, "from", from);
		condition(conditions, "until", until);
		condition(conditions, "campaign", campaignId);
		condition(conditions, "type", ids(types.stream().map(BounceType::id).collect(Collectors.toSet())));
		condition(conditions, "reason", ids(reasons.stream().map(Reason::id).collect(Collectors.toSet())));
		condition(conditions, "fault", ids(faults.stream().map(Fault::id).collect(Collectors.toSet())));
		condition(conditions, "status", ids(states.stream().map(Standing.State::id).collect(Collectors.toSet())));
		condition(conditions, "company", company);
		condition(conditions, "owner", owner);
		return String.join("; ", conditions);
	}

	private boolean passes(ReportRow row) {
		boolean anyEvent = from == null && until == null && campaignId == null && types.isEmpty() && reasons.isEmpty()
				&& faults.isEmpty();
		Customer customer = row.customer();
		return (anyEvent || row.last() != null && passes(row.last()))
				&& (states.isEmpty() || states.contains(ReportColumns.state(row)))
				&& (company == null || customer != null && contains(customer.company(), company))
				&& (owner == null || customer != null && owner.equalsIgnoreCase(customer.owner()));
	}

	private boolean passes(BounceEvent event) {
		boolean inTime = event.occurred() == null
				? from == null && until == null
				: (from == null || !event.occurred().isBefore(from))
						&& (until == null || event.occurred().isBefore(until));
		return inTime && (campaignId == null || campaignId.equals(event.campaignId()))
				&& (types.isEmpty() || types.contains(event.verdict().type()))
				&& (reasons.isEmpty() || event.verdict().reason() != null && reasons.contains(event.verdict().reason()))
				&& (faults.isEmpty() || faults.contains(event.verdict().fault()));
	}

	private static boolean contains(String text, String part) {
		return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
	}

	private static void condition(List<String> conditions, String name, Object value) {
		if (value != null) {
			conditions.add(name + '=' + value);
		}
	}

	private static String ids(Set<String> ids) {
		return ids.isEmpty() ? null : ids.stream().sorted().collect(Collectors.joining(","));
	}
}
