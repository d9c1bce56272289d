package rebound.policy.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import rebound.model.Campaign.Halt;
import rebound.model.Grounds;
import rebound.model.Occurrence;
import rebound.model.PolicyRule;
import rebound.policy.PolicySettings.TrackRule;

/** What counts against an address on one track. */
final class TrackCount {

	private final PolicyRule name;

	private final TrackRule rule;

	/** In the order of the mails that bounced, which is that of their bounces but for late ones. */
	private final List<Counted> counted = new ArrayList<>();

	/** Campaigns, messages and days that have been counted once, also those that were cleared since. */
	private final Set<String> seen = new HashSet<>();

	private Instant suggestedSince;

	private boolean confirmed;

	/** An event and when the mail that bounced was sent: reports take minutes or days, so time is counted from there. */
	private record Counted(Occurrence event, Instant sent) {
	}

	TrackCount(PolicyRule name, TrackRule rule) {
		this.name = name;
		this.rule = rule;
	}

	PolicyRule name() {
		return name;
	}

	/** @return whether it counts: an event is an address in a campaign, and the same one counts once */
	boolean add(Occurrence occurrence, Instant sent) {
		List<String> keys = new ArrayList<>();
		keys.add("day " + LocalDate.ofInstant(sent, ZoneOffset.UTC));
		if (occurrence.campaignId() != null) {
			keys.add("campaign " + occurrence.campaignId());
		}
		if (occurrence.messageId() != null) {
			keys.add("message " + occurrence.messageId());
		}
		boolean isNew = keys.stream().noneMatch(seen::contains);
		seen.addAll(keys);
		if (isNew) {
			counted.add(new Counted(occurrence, sent));
			counted.sort(Comparator.comparing(Counted::sent));
			judgeSuggestion(occurrence.at());
		}
		return isNew;
	}

	/** Forgets all, because the address proved to work. */
	void clear() {
		counted.clear();
		suggestedSince = null;
		confirmed = false;
	}

	/** What was counted is known to be true, so it is enough to suggest a block. */
	void confirm(Instant at) {
		confirmed = true;
		judgeSuggestion(at);
	}

	/** Forgets the oldest event before a campaign that did not bounce. */
	void forgetOne(Instant sent, Instant now) {
		if (!counted.isEmpty() && counted.getFirst().sent().isBefore(sent)) {
			counted.removeFirst();
			judgeSuggestion(now);
		}
	}

	/** @return when the events became enough to suggest a block, or {@code null} */
	Instant suggestedSince() {
		return suggestedSince;
	}

	boolean blocks() {
		List<Counted> sure = sure();
		return rule.blockEvents() > 0 && sure.size() >= rule.blockEvents() && spans(sure, rule.blockSpan());
	}

	/** @return the end of the hold that the last event begins, or {@code null} */
	Instant hold() {
		List<Counted> sure = sure();
		return rule.holdEvents() > 0 && sure.size() >= rule.holdEvents()
				? sure.getLast().sent().plus(rule.hold())
				: null;
	}

	Instant firstCounted() {
		return counted.isEmpty() ? null : counted.getFirst().event().at();
	}

	int size() {
		return counted.size();
	}

	Grounds grounds() {
		return new Grounds(name, counted.getLast().event().reason(), counted.size(), counted.getFirst().event().at(),
				counted.getLast().event().at(), counted.getLast().event().eventId());
	}

	private void judgeSuggestion(Instant at) {
		boolean enough = confirmed && !counted.isEmpty() || rule.suggestEvents() > 0
				&& counted.size() >= rule.suggestEvents() && spans(counted, rule.suggestSpan());
		if (!enough) {
			suggestedSince = null;
		} else if (suggestedSince == null) {
			suggestedSince = at;
		}
	}

	/** Nothing follows automatically from a campaign that is doubted. */
	private List<Counted> sure() {
		return counted.stream().filter(next -> next.event().halt() != Halt.ASKING).toList();
	}

	private static boolean spans(List<Counted> events, Duration span) {
		return !events.isEmpty() && !events.getFirst().sent().plus(span).isAfter(events.getLast().sent());
	}
}
