package rebound.policy.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import rebound.model.AddressHistory;
import rebound.model.BounceType;
import rebound.model.Decision;
import rebound.model.Fault;
import rebound.model.Grounds;
import rebound.model.Judgement;
import rebound.model.Kind;
import rebound.model.LifeSign;
import rebound.model.Occurrence;
import rebound.model.PolicyRule;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
import rebound.model.Standing.Recommendation;
import rebound.model.Standing.State;
import rebound.model.Track;
import rebound.policy.PolicySettings;

/** Says how an address stands after its history was walked through. */
final class Summary {

	private final PolicySettings settings;

	private final String version;

	private final AddressHistory history;

	private final Instant now;

	private final boolean isProtected;

	Summary(PolicySettings settings, String version, AddressHistory history, Instant now, boolean isProtected) {
		this.settings = settings;
		this.version = version;
		this.history = history;
		this.now = now;
		this.isProtected = isProtected;
	}

	Judgement of(Map<PolicyRule, TrackCount> counts, List<LifeSign> lifeSigns, Instant holdUntil, Grounds holdGrounds,
			HistoryWalk.Block block) {
		LifeSign lastSign = lifeSigns.isEmpty() ? null : lifeSigns.getLast();
		Counters counters = counters(counts, lastSign);
		int score = new Score(settings).of(history, now);
		if (block != null) {
			Decision decision = block.decision();
			boolean isNew = history.decisions().stream().noneMatch(known -> known.id().equals(decision.id()));
			Instant retry = retry(block, lastSign);
			boolean retryNow = retry != null && !retry.isAfter(now);
			return new Judgement(
					new Standing(history.address(), State.BLOCKED, block.since(), null, retryNow ? null : retry,
							retryNow ? Recommendation.RETRY : Recommendation.FIND_ADDRESS, block.grounds(),
							decision.id(), counters, score, isProtected, version),
					isNew ? decision : null);
		}
		boolean held = holdUntil != null && holdUntil.isAfter(now);
		TrackCount suggested = settings.suggesting()
				? counts.values().stream().filter(count -> count.suggestedSince() != null)
						.min(Comparator.comparing(TrackCount::suggestedSince)).orElse(null)
				: null;
		TrackCount watched = counts.values().stream().filter(count -> count.size() > 0)
				.min(Comparator.comparing(TrackCount::firstCounted)).orElse(null);
		State state = suggested != null
				? State.SUGGESTED
				: held ? State.HOLD : watched != null ? State.WATCH : State.ACTIVE;
		Instant since = switch (state) {
			case SUGGESTED -> suggested.suggestedSince();
			case HOLD -> holdGrounds.last();
			case WATCH -> watched.firstCounted();
			default -> null;
		};
		Grounds grounds = switch (state) {
			case SUGGESTED -> suggested.grounds();
			case HOLD -> holdGrounds;
			case WATCH -> watched.grounds();
			default -> null;
		};
		return new Judgement(new Standing(history.address(), state, since, held ? holdUntil : null,
				held ? holdUntil : nextSilence(watched != null), recommendation(state, lastSign), grounds, null,
				counters, score, isProtected, version), null);
	}

	/** A block that time may have healed is offered for one retry; so is one that proof of life speaks against. */
	private Instant retry(HistoryWalk.Block block, LifeSign lastSign) {
		if (lastSign != null && lastSign.at().isAfter(block.since())) {
			return lastSign.at();
		}
		PolicyRule rule = block.grounds().rule();
		return rule == PolicyRule.QUOTA || rule == PolicyRule.TRANSIENT
				? block.since().plus(settings.retryAfter())
				: null;
	}

	/** When the next mailing will have been silent for long enough. */
	private Instant nextSilence(boolean counts) {
		return !counts
				? null
				: history.mailings().stream().map(mailing -> mailing.sent().plus(settings.silence()))
						.filter(end -> end.isAfter(now)).min(Comparator.naturalOrder()).orElse(null);
	}

	private Recommendation recommendation(State state, LifeSign lastSign) {
		return switch (state) {
			case BLOCKED -> Recommendation.FIND_ADDRESS;
			case SUGGESTED -> Recommendation.BLOCK;
			case HOLD -> Recommendation.SKIP;
			case WATCH -> Recommendation.WATCH;
			case ACTIVE -> bounces().max(Comparator.comparing(Occurrence::at).thenComparing(Occurrence::eventId))
					.filter(last -> lastSign == null || last.at().isAfter(lastSign.at())).map(Summary::ofActive)
					.orElse(Recommendation.NONE);
		};
	}

	private static Recommendation ofActive(Occurrence last) {
		return switch (last.fault()) {
			case SENDER, CONTENT -> Recommendation.FIX_SENDING;
			case UNKNOWN -> Recommendation.CLASSIFY;
			default -> Recommendation.NONE;
		};
	}

	private Counters counters(Map<PolicyRule, TrackCount> counts, LifeSign lastSign) {
		Instant first = null;
		Occurrence last = null;
		int hard = 0;
		int soft = 0;
		int quota = 0;
		int policy = 0;
		Set<String> campaigns = new HashSet<>();
		Set<String> sinceSuccess = new HashSet<>();
		for (Occurrence bounce : bounces().sorted(Comparator.comparing(Occurrence::at)
				.thenComparing(Occurrence::eventId)).toList()) {
			first = first == null ? bounce.at() : first;
			last = bounce;
			hard += bounce.type() == BounceType.HARD ? 1 : 0;
			soft += bounce.type() == BounceType.SOFT ? 1 : 0;
			quota += bounce.track() == Track.QUOTA ? 1 : 0;
			policy += bounce.fault() == Fault.SENDER || bounce.fault() == Fault.CONTENT ? 1 : 0;
			String campaign = Objects.requireNonNullElse(bounce.campaignId(), "event " + bounce.eventId());
			campaigns.add(campaign);
			if (lastSign == null || bounce.at().isAfter(lastSign.at())) {
				sinceSuccess.add(campaign);
			}
		}
		int strong = counts.containsKey(PolicyRule.STRICT)
				? counts.get(PolicyRule.STRICT).size()
				: counts.get(PolicyRule.ADDRESS_STRONG).size();
		return new Counters(strong, counts.get(PolicyRule.ADDRESS_WEAK).size(), counts.get(PolicyRule.DOMAIN).size(),
				counts.get(PolicyRule.QUOTA).size(), counts.get(PolicyRule.TRANSIENT).size(),
				counts.get(PolicyRule.COMPLAINT).size(), hard, soft, quota, policy, hard + soft, campaigns.size(),
				sinceSuccess.size(), first, last == null ? null : last.at(), lastSign == null ? null : lastSign.at(),
				lastSign == null ? null : lastSign.kind(), last == null ? null : last.campaignId());
	}

	private Stream<Occurrence> bounces() {
		return history.occurrences().stream()
				.filter(occurrence -> occurrence.kind() == Kind.BOUNCE && !occurrence.at().isAfter(now));
	}
}
