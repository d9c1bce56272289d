package rebound.policy.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import rebound.model.Action;
import rebound.model.AddressHistory;
import rebound.model.Campaign;
import rebound.model.Campaign.Halt;
import rebound.model.Decision;
import rebound.model.DomainAnswer;
import rebound.model.Fault;
import rebound.model.Grounds;
import rebound.model.Judgement;
import rebound.model.Kind;
import rebound.model.LifeSign;
import rebound.model.Occurrence;
import rebound.model.PolicyRule;
import rebound.model.Reason;
import rebound.model.Strength;
import rebound.policy.PolicySettings;
import rebound.policy.PolicySettings.TrackRule;

/**
 * Goes through a history in the order of time, whatever order things became known in, and counts. Made for one
 * judgement.
 */
public final class HistoryWalk {

	private final PolicySettings settings;

	private final String version;

	private final AddressHistory history;

	private final Instant now;

	private final boolean isProtected;

	private final Set<String> undone = new HashSet<>();

	/** The user took an automatic block back then; what happened before must not bring it again. */
	private final Instant automaticFrom;

	private final Map<PolicyRule, TrackCount> counts = new EnumMap<>(PolicyRule.class);

	private final List<LifeSign> lifeSigns = new ArrayList<>();

	/** When our own checks found that the domain takes no mail, since it last did. */
	private final List<Instant> deadChecks = new ArrayList<>();

	private Instant holdUntil;

	private Grounds holdGrounds;

	private Block block;

	/** A block that stands. */
	record Block(Instant since, Grounds grounds, Decision decision) {
	}

	/** Something to do at its time; of things at the same time the lower rank comes first. */
	private record Step(Instant at, int rank, String id, Runnable action) {
	}

	public HistoryWalk(PolicySettings settings, String version, AddressHistory history, Instant now) {
		this.settings = settings;
		this.version = version;
		this.history = history;
		this.now = now;
		Instant last = Instant.MIN;
		for (Decision decision : history.decisions()) {
			if (decision.action() == Decision.Action.UNDO && !decision.at().isAfter(now)) {
				undone.add(decision.undoes());
			}
		}
		for (Decision decision : history.decisions()) {
			if (decision.action() == Decision.Action.UNDO && undidAutomatic(decision) && decision.at().isAfter(last)
					&& !decision.at().isAfter(now)) {
				last = decision.at();
			}
		}
		automaticFrom = last;
		isProtected = history.isProtected() || isWorthProtecting() || isProtectedByUser();
		TrackRule strong = settings.strict() ? strict(settings.strong()) : settings.strong();
		count(PolicyRule.COMPLAINT, settings.complaint());
		count(settings.strict() ? PolicyRule.STRICT : PolicyRule.ADDRESS_STRONG, strong);
		count(PolicyRule.ADDRESS_WEAK, settings.weak());
		count(PolicyRule.DOMAIN, settings.domain());
		count(PolicyRule.QUOTA, settings.quota());
		count(PolicyRule.TRANSIENT, settings.transients());
	}

	/** Goes through the history up to now. */
	public Judgement judge() {
		List<Step> steps = new ArrayList<>();
		for (LifeSign sign : history.lifeSigns()) {
			steps.add(new Step(sign.at(), 0, sign.kind().id(), () -> clear(sign)));
		}
		for (Occurrence occurrence : history.occurrences()) {
			steps.add(new Step(occurrence.at(), 1, occurrence.eventId(), () -> happened(occurrence)));
		}
		for (Decision decision : history.decisions()) {
			steps.add(new Step(decision.at(), 2, decision.id(), () -> decided(decision)));
		}
		for (DomainAnswer answer : history.domainAnswers()) {
			steps.add(new Step(answer.checked(), 5, answer.state().id(), () -> asked(answer)));
		}
		Set<String> skipped = new HashSet<>();
		Instant first = history.occurrences().stream().map(Occurrence::at).min(Comparator.naturalOrder())
				.orElse(Instant.MAX);
		for (Campaign mailing : history.mailings()) {
			if (mailing.sent() != null && mailing.sent().plus(settings.silence()).isAfter(first)
					&& !bounced(mailing)) {
				steps.add(new Step(mailing.sent(), 3, mailing.id(), () -> {
					if (isSkipped(mailing.sent())) {
						skipped.add(mailing.id());
					}
				}));
				steps.add(new Step(mailing.sent().plus(settings.silence()), 4, mailing.id(), () -> {
					if (!skipped.contains(mailing.id())) {
						counts.values().forEach(
								count -> count.forgetOne(mailing.sent(), mailing.sent().plus(settings.silence())));
					}
				}));
			}
		}
		steps.sort(Comparator.comparing(Step::at).thenComparing(Step::rank).thenComparing(Step::id));
		steps.stream().takeWhile(step -> !step.at().isAfter(now)).forEach(step -> step.action().run());
		return new Summary(settings, version, history, now, isProtected).of(counts, lifeSigns, holdUntil, holdGrounds,
				block);
	}

	private void count(PolicyRule name, TrackRule rule) {
		counts.put(name, new TrackCount(name, rule));
	}

	private static TrackRule strict(TrackRule strong) {
		return new TrackRule(strong.suggestEvents(), strong.suggestSpan(), strong.holdEvents(), strong.hold(), 1,
				Duration.ZERO);
	}

	private void clear(LifeSign sign) {
		lifeSigns.add(sign);
		counts.values().forEach(TrackCount::clear);
		deadChecks.clear();
		holdUntil = null;
		holdGrounds = null;
	}

	private void happened(Occurrence occurrence) {
		LifeSign.Kind proof = proof(occurrence);
		if (proof != null) {
			clear(new LifeSign(history.address(), proof, occurrence.at(), null));
			return;
		}
		TrackCount count = counts.get(ruleOf(occurrence));
		if (count == null || occurrence.halt() == Halt.IGNORED || !count.add(occurrence, sent(occurrence))
				|| occurrence.halt() == Halt.ASKING || !settings.automatic() || isProtected) {
			return;
		}
		Instant hold = count.hold();
		if (hold != null && (holdUntil == null || hold.isAfter(holdUntil))) {
			holdUntil = hold;
			holdGrounds = count.grounds();
		}
		// A domain is blocked by our own checks, not by what others say of it.
		if (count.name() != PolicyRule.DOMAIN && occurrence.at().isAfter(automaticFrom) && count.blocks()) {
			blockAutomatically(occurrence.at(), count.grounds());
		}
	}

	/** What the DNS says confirms what bounces said of the domain, or shows it wrong. */
	private void asked(DomainAnswer answer) {
		TrackCount count = counts.get(PolicyRule.DOMAIN);
		if (count.size() == 0 || answer.state() == DomainAnswer.State.UNCHECKED) {
			return;
		}
		if (!answer.isDead()) {
			count.clear();
			deadChecks.clear();
			if (holdGrounds != null && holdGrounds.rule() == PolicyRule.DOMAIN) {
				holdUntil = null;
				holdGrounds = null;
			}
			return;
		}
		count.confirm(answer.checked());
		deadChecks.add(answer.checked());
		TrackRule rule = settings.domain();
		boolean sure = rule.blockEvents() > 0 && deadChecks.size() >= rule.blockEvents()
				&& !deadChecks.getFirst().plus(rule.blockSpan()).isAfter(answer.checked());
		if (sure && settings.automatic() && !isProtected && answer.checked().isAfter(automaticFrom)) {
			blockAutomatically(answer.checked(), count.grounds());
		}
	}

	private Instant sent(Occurrence occurrence) {
		return history.mailings().stream().filter(mailing -> mailing.id().equals(occurrence.campaignId()))
				.map(Campaign::sent).filter(sent -> sent != null && !sent.isAfter(occurrence.at())).findFirst()
				.orElse(occurrence.at());
	}

	private void blockAutomatically(Instant at, Grounds grounds) {
		String id = "auto-" + grounds.rule().id() + '-' + grounds.eventId();
		if (block == null && !undone.contains(id)) {
			block = new Block(at, grounds,
					new Decision(id, history.address(), Decision.Action.BLOCK, now, Decision.AUTOMATIC,
							"auto-" + now.getEpochSecond(), grounds, version, null, null));
		}
	}

	private void decided(Decision decision) {
		if (undone.contains(decision.id())) {
			return;
		}
		if (decision.action() == Decision.Action.BLOCK) {
			Grounds grounds = decision.grounds() != null
					? decision.grounds()
					: new Grounds(PolicyRule.USER, null, 0, decision.at(), decision.at(), null);
			if (block == null) {
				block = new Block(decision.at(), grounds, decision);
			} else if (block.decision().id().equals(decision.id())) {
				block = new Block(block.since(), grounds, decision);
			}
		} else if (decision.action() == Decision.Action.UNBLOCK) {
			block = null;
			clear(new LifeSign(history.address(), LifeSign.Kind.USER, decision.at(), null));
		}
	}

	private boolean undidAutomatic(Decision undo) {
		return history.decisions().stream()
				.anyMatch(decision -> decision.isAutomatic() && decision.id().equals(undo.undoes()));
	}

	private boolean isWorthProtecting() {
		return settings.protectedValue() > 0 && history.customerValue() != null
				&& history.customerValue() >= settings.protectedValue();
	}

	private boolean isProtectedByUser() {
		return history.decisions().stream()
				.filter(decision -> !undone.contains(decision.id()) && !decision.at().isAfter(now)
						&& (decision.action() == Decision.Action.PROTECT
								|| decision.action() == Decision.Action.UNPROTECT))
				.max(Comparator.comparing(Decision::at).thenComparing(Decision::id))
				.filter(decision -> decision.action() == Decision.Action.PROTECT).isPresent();
	}

	/** Whether a mailing left the address out, so that its silence says nothing. */
	private boolean isSkipped(Instant sent) {
		return block != null || holdUntil != null && holdUntil.isAfter(sent);
	}

	/** Any bounce speaks against arrival, also the sender's fault; one of no known campaign does while it is fresh. */
	private boolean bounced(Campaign mailing) {
		Instant end = mailing.sent().plus(settings.silence());
		return history.occurrences().stream().anyMatch(occurrence -> occurrence.kind() == Kind.BOUNCE
				&& !occurrence.at().isAfter(now) && (Objects.equals(occurrence.campaignId(), mailing.id())
						|| occurrence.campaignId() == null && occurrence.at().isAfter(mailing.sent())
								&& !occurrence.at().isAfter(end)));
	}

	/** An answer that tells of leaving or moving is no proof that the address goes on working. */
	private static LifeSign.Kind proof(Occurrence occurrence) {
		return switch (occurrence.kind()) {
			case DELIVERED ->
				occurrence.action() == Action.DELIVERED ? LifeSign.Kind.DELIVERED : null;
			case AUTO_REPLY -> occurrence.autoReply() == null
					? LifeSign.Kind.REPLY
					: switch (occurrence.autoReply()) {
						case AWAY, OTHER -> LifeSign.Kind.REPLY;
						case LEFT, MOVED -> null;
					};
			default -> null;
		};
	}

	/** The counter an event feeds, or {@code null}: a delay, a sender's or content's fault never counts. */
	private PolicyRule ruleOf(Occurrence occurrence) {
		boolean counts = (occurrence.kind() == Kind.BOUNCE || occurrence.kind() == Kind.COMPLAINT)
				&& occurrence.fault() != Fault.SENDER && occurrence.fault() != Fault.CONTENT;
		if (!counts) {
			return null;
		}
		return switch (occurrence.track()) {
			case ADDRESS -> isWeak(occurrence)
					? PolicyRule.ADDRESS_WEAK
					: settings.strict() ? PolicyRule.STRICT : PolicyRule.ADDRESS_STRONG;
			case DOMAIN -> PolicyRule.DOMAIN;
			case QUOTA -> PolicyRule.QUOTA;
			case TRANSIENT -> PolicyRule.TRANSIENT;
			case COMPLAINT -> PolicyRule.COMPLAINT;
			case NONE -> null;
		};
	}

	private static boolean isWeak(Occurrence occurrence) {
		return occurrence.strength() == Strength.WEAK || occurrence.reason() == Reason.FILTERED
				|| occurrence.reason() == Reason.SUSPEND;
	}
}
