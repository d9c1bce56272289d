package rebound.policy.internal;

import java.time.Duration;

import rebound.policy.PolicyConfiguration;
import rebound.policy.PolicySettings;
import rebound.policy.PolicySettings.Breaker;
import rebound.policy.PolicySettings.TrackRule;

/** Reads settings from a configuration. */
public final class ConfiguredSettings {

	private ConfiguredSettings() {
	}

	public static PolicySettings of(PolicyConfiguration from) {
		TrackRule strong = rule(from.strong_suggest_events(), from.strong_suggest_hours(), from.strong_hold_events(),
				from.strong_hold_hours(), from.strong_block_events(), from.strong_block_hours());
		TrackRule weak = rule(from.weak_suggest_events(), from.weak_suggest_hours(), from.weak_hold_events(),
				from.weak_hold_hours(), from.weak_block_events(), from.weak_block_hours());
		TrackRule domain = rule(from.domain_suggest_events(), from.domain_suggest_hours(), from.domain_hold_events(),
				from.domain_hold_hours(), from.domain_block_events(), from.domain_block_hours());
		TrackRule quota = rule(from.quota_suggest_events(), from.quota_suggest_hours(), from.quota_hold_events(),
				from.quota_hold_hours(), from.quota_block_events(), from.quota_block_hours());
		TrackRule transients = rule(from.transient_suggest_events(), from.transient_suggest_hours(),
				from.transient_hold_events(),
				from.transient_hold_hours(), from.transient_block_events(), from.transient_block_hours());
		TrackRule complaint = rule(from.complaint_suggest_events(), from.complaint_suggest_hours(),
				from.complaint_hold_events(),
				from.complaint_hold_hours(), from.complaint_block_events(), from.complaint_block_hours());
		Breaker breaker = new Breaker(from.breaker_host_percent(), from.breaker_host_addresses(),
				from.breaker_campaign_percent(), from.breaker_refusal_percent());
		return new PolicySettings(from.suggesting(), from.automatic(), from.strict(), strong, weak, domain, quota,
				transients, complaint, Duration.ofHours(from.silence_hours()), Duration.ofDays(from.retry_days()),
				breaker,
				from.warn_percent(), from.strict_percent(), Duration.ofDays(from.half_life_days()),
				from.half_life_gaps());
	}

	private static TrackRule rule(int suggestEvents, int suggestHours, int holdEvents, int holdHours, int blockEvents,
			int blockHours) {
		return new TrackRule(suggestEvents, Duration.ofHours(suggestHours), holdEvents, Duration.ofHours(holdHours),
				blockEvents, Duration.ofHours(blockHours));
	}
}
