package rebound.policy.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import rebound.model.AddressHistory;
import rebound.model.Campaign;
import rebound.model.Fault;
import rebound.model.Kind;
import rebound.model.Occurrence;
import rebound.model.Strength;
import rebound.policy.PolicySettings;

/** How bad an address looks, 0 to 100: for display and sorting, nothing is decided by it. */
final class Score {

	private final PolicySettings settings;

	Score(PolicySettings settings) {
		this.settings = settings;
	}

	/** Each event takes its share of what is left of a good name, less the older it is. */
	int of(AddressHistory history, Instant now) {
		double halfLife = halfLife(history.mailings());
		double good = 1;
		for (Occurrence occurrence : history.occurrences()) {
			double age = Duration.between(occurrence.at(), now).toMillis();
			if (age >= 0) {
				good *= 1 - weight(occurrence) * Math.pow(0.5, age / halfLife);
			}
		}
		return (int) Math.round(100 * (1 - good));
	}

	private static double weight(Occurrence occurrence) {
		boolean counts = (occurrence.kind() == Kind.BOUNCE || occurrence.kind() == Kind.COMPLAINT)
				&& occurrence.fault() != Fault.SENDER && occurrence.fault() != Fault.CONTENT;
		if (!counts) {
			return 0;
		}
		return switch (occurrence.track()) {
			case COMPLAINT -> 0.9;
			case ADDRESS -> occurrence.strength() == Strength.STRONG ? 0.6 : 0.25;
			case DOMAIN -> 0.5;
			case QUOTA -> 0.2;
			case TRANSIENT -> 0.1;
			case NONE -> 0;
		};
	}

	/** In milliseconds. Of a monthly mailing an event must count longer than of a daily one. */
	private double halfLife(List<Campaign> mailings) {
		List<Instant> sent = mailings.stream().map(Campaign::sent).sorted().toList();
		double shortest = settings.shortestHalfLife().toMillis();
		if (sent.size() < 2) {
			return shortest;
		}
		long[] gaps = new long[sent.size() - 1];
		for (int i = 0; i < gaps.length; i++) {
			gaps[i] = Duration.between(sent.get(i), sent.get(i + 1)).toMillis();
		}
		Arrays.sort(gaps);
		return Math.max(shortest, (double) settings.halfLifeGaps() * gaps[gaps.length / 2]);
	}
}
