package rebound.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * All that can be set about the blocking policy.
 *
 * @param suggesting       whether the user is asked to block addresses
 * @param automatic        whether addresses are held and blocked without asking
 * @param strict           whether one strong event blocks; for lists that bounce much
 * @param strong           the address track, strong evidence
 * @param weak             the address track, weak evidence
 * @param domain           the domain track; its block counts checks of our own that found no mail host, not bounces
 * @param quota            the quota track
 * @param transients       the transient track
 * @param complaint        the complaint track
 * @param silence          so long after a campaign silence counts as having arrived
 * @param retryAfter       so long after a block of the quota or transient track one retry is offered
 * @param breaker          when a campaign's bounces are doubted
 * @param warnShare        share of hard bounces in a campaign that calls for a warning, in percent
 * @param strictShare      share of hard bounces in a campaign from which strict mode is offered, in percent
 * @param shortestHalfLife of the score
 * @param halfLifeGaps     the score's half-life in gaps between campaigns, where that is longer
 * @param protectedValue   customers of this value or more are only ever suggested; 0 for none
 */
public record PolicySettings(boolean suggesting, boolean automatic, boolean strict, TrackRule strong, TrackRule weak,
		TrackRule domain, TrackRule quota, TrackRule transients, TrackRule complaint, Duration silence,
		Duration retryAfter, Breaker breaker, int warnShare, int strictShare, Duration shortestHalfLife,
		int halfLifeGaps, int protectedValue) {

	/**
	 * What follows from the events of one track. An event is one address in one campaign. A number of 0 stands for
	 * never.
	 *
	 * @param suggestEvents so many events suggest a block
	 * @param suggestSpan   if the first and the last are that far apart
	 * @param holdEvents    from so many events on each begins a hold
	 * @param hold          that lasts so long
	 * @param blockEvents   so many events block automatically
	 * @param blockSpan     if the first and the last are that far apart
	 */
	public record TrackRule(int suggestEvents, Duration suggestSpan, int holdEvents, Duration hold, int blockEvents,
			Duration blockSpan) {
	}

	/**
	 * When a campaign's bounces are doubted, so that nothing follows automatically.
	 *
	 * @param hostShare     share of a receiving mail host's recipients that turn hard, in percent
	 * @param hostAddresses and at least so many of them
	 * @param campaignShare or share of all recipients that turn hard, in percent
	 * @param refusalShare  or share of a mail host's bounces that are about blocking, policy, authentication or
	 *                      reputation, in percent, if the host gave as many bounces as stated above
	 */
	public record Breaker(int hostShare, int hostAddresses, int campaignShare, int refusalShare) {
	}

	/** Suggesting on, automatic off, and the numbers that waste the least mail and lose the fewest customers. */
	public static final PolicySettings DEFAULT = new PolicySettings(true, false, false,
			new TrackRule(1, Duration.ZERO, 1, Duration.ofHours(72), 2, Duration.ofHours(72)),
			new TrackRule(2, Duration.ZERO, 0, Duration.ZERO, 3, Duration.ofDays(7)),
			new TrackRule(2, Duration.ofHours(72), 1, Duration.ofHours(72), 2, Duration.ofHours(72)),
			new TrackRule(3, Duration.ofDays(21), 2, Duration.ofDays(7), 3, Duration.ofDays(30)),
			new TrackRule(5, Duration.ofDays(30), 3, Duration.ofDays(7), 5, Duration.ofDays(45)),
			new TrackRule(1, Duration.ZERO, 0, Duration.ZERO, 1, Duration.ZERO), Duration.ofHours(72),
			Duration.ofDays(180), new Breaker(20, 10, 10, 50), 2, 5, Duration.ofDays(30), 4, 0);

	/** @return the same but for holding and blocking without asking */
	public PolicySettings withAutomatic(boolean wanted) {
		return new PolicySettings(suggesting, wanted, strict, strong, weak, domain, quota, transients, complaint,
				silence, retryAfter, breaker, warnShare, strictShare, shortestHalfLife, halfLifeGaps, protectedValue);
	}

	/** @return the same but for strict mode */
	public PolicySettings withStrict(boolean wanted) {
		return new PolicySettings(suggesting, automatic, wanted, strong, weak, domain, quota, transients, complaint,
				silence, retryAfter, breaker, warnShare, strictShare, shortestHalfLife, halfLifeGaps, protectedValue);
	}

	/** @return a short name that tells these settings from others; equal settings have equal names */
	public String version() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			byte[] hash = digest.digest(toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 5);
		} catch (NoSuchAlgorithmException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}
}
