package rebound.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.Campaign;
import rebound.model.Campaign.Halt;
import rebound.model.Campaign.Origin;
import rebound.model.Decision;
import rebound.model.Fault;
import rebound.model.Judgement;
import rebound.model.Kind;
import rebound.model.Occurrence;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Strength;
import rebound.model.Track;

/** Sends a newsletter again and again to one address, as the policy allows, and counts. */
final class Rhythm {

	static final AddressKey ADDRESS = AddressKey.of("anna@customer.example");

	static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

	private final BlockingPolicy policy;

	private final int gapDays;

	private final List<Occurrence> occurrences = new ArrayList<>();

	private final List<Campaign> mailings = new ArrayList<>();

	private final List<Decision> decisions = new ArrayList<>();

	private int wasted;

	private Standing standing;

	Rhythm(PolicySettings settings, int gapDays) {
		this.policy = new BlockingPolicy(settings);
		this.gapDays = gapDays;
	}

	/** @param answers what comes back of a mail sent on a day, {@code null} for nothing */
	Rhythm run(int days, IntFunction<Reason> answers) {
		for (int day = 0; day < days; day += gapDays) {
			Instant at = BEGIN.plus(Duration.ofDays(day));
			judge(at);
			Campaign campaign = campaign(day);
			mailings.add(campaign);
			boolean left = standing.state() == Standing.State.BLOCKED || standing.holdUntil() != null;
			Reason answer = answers.apply(day);
			if (!left && answer != null) {
				wasted++;
				occurrences.add(event(campaign, answer, Strength.STRONG, at.plus(Duration.ofMinutes(1))));
			}
		}
		judge(BEGIN.plus(Duration.ofDays(days)));
		return this;
	}

	private void judge(Instant at) {
		Judgement judgement = policy.judge(history(), at);
		standing = judgement.standing();
		if (judgement.decision() != null) {
			decisions.add(judgement.decision());
		}
	}

	AddressHistory history() {
		return new AddressHistory(ADDRESS, occurrences, mailings, List.of(), decisions, false);
	}

	Standing standing() {
		return standing;
	}

	int wasted() {
		return wasted;
	}

	boolean wasBlocked() {
		return !decisions.isEmpty();
	}

	static Campaign campaign(int day) {
		Instant sent = BEGIN.plus(Duration.ofDays(day));
		return new Campaign("campaign-" + day, "Newsletter", "Newsletter", "news@shop.example", sent, 0, Origin.CREATED,
				Halt.NONE);
	}

	static Occurrence event(Campaign campaign, Reason reason, Strength strength, Instant at) {
		return event(campaign, reason, reason.fault(), reason.track(), strength, at, Halt.NONE);
	}

	static Occurrence event(Campaign campaign, Reason reason, Fault fault, Track track, Strength strength, Instant at,
			Halt halt) {
		return new Occurrence("e" + at.toEpochMilli() + reason, at, campaign.id(), "<" + campaign.id() + "@x>",
				Kind.BOUNCE, reason.type(), reason, fault, track, strength, null, null, halt);
	}
}
