package rebound.policy.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import rebound.policy.PolicyConfiguration;
import rebound.policy.PolicySettings;
import rebound.policy.PolicySettings.Breaker;
import rebound.policy.PolicySettings.TrackRule;

/** Reads settings from a configuration, and makes one of settings. */
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
				from.transient_hold_events(), from.transient_hold_hours(), from.transient_block_events(),
				from.transient_block_hours());
		TrackRule complaint = rule(from.complaint_suggest_events(), from.complaint_suggest_hours(),
				from.complaint_hold_events(), from.complaint_hold_hours(), from.complaint_block_events(),
				from.complaint_block_hours());
		Breaker breaker = new Breaker(from.breaker_host_percent(), from.breaker_host_addresses(),
				from.breaker_campaign_percent(), from.breaker_refusal_percent());
		return new PolicySettings(from.suggesting(), from.automatic(), from.strict(), strong, weak, domain, quota,
				transients, complaint, Duration.ofHours(from.silence_hours()), Duration.ofDays(from.retry_days()),
				breaker, from.warn_percent(), from.strict_percent(), Duration.ofDays(from.half_life_days()),
				from.half_life_gaps(), from.protected_value());
	}

	/** @return the value of each setting by its name, as {@link #of} reads them */
	public static Map<String, Object> values(PolicySettings settings) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("suggesting", settings.suggesting());
		values.put("automatic", settings.automatic());
		values.put("strict", settings.strict());
		put(values, "strong", settings.strong());
		put(values, "weak", settings.weak());
		put(values, "domain", settings.domain());
		put(values, "quota", settings.quota());
		put(values, "transient", settings.transients());
		put(values, "complaint", settings.complaint());
		values.put("silence.hours", hours(settings.silence()));
		values.put("retry.days", days(settings.retryAfter()));
		values.put("breaker.host.percent", settings.breaker().hostShare());
		values.put("breaker.host.addresses", settings.breaker().hostAddresses());
		values.put("breaker.campaign.percent", settings.breaker().campaignShare());
		values.put("breaker.refusal.percent", settings.breaker().refusalShare());
		values.put("warn.percent", settings.warnShare());
		values.put("strict.percent", settings.strictShare());
		values.put("half.life.days", days(settings.shortestHalfLife()));
		values.put("half.life.gaps", settings.halfLifeGaps());
		values.put("protected.value", settings.protectedValue());
		return values;
	}

	private static void put(Map<String, Object> values, String track, TrackRule rule) {
		values.put(track + ".suggest.events", rule.suggestEvents());
		values.put(track + ".suggest.hours", hours(rule.suggestSpan()));
		values.put(track + ".hold.events", rule.holdEvents());
		values.put(track + ".hold.hours", hours(rule.hold()));
		values.put(track + ".block.events", rule.blockEvents());
		values.put(track + ".block.hours", hours(rule.blockSpan()));
	}

	private static int hours(Duration span) {
		return (int) span.toHours();
	}

	private static int days(Duration span) {
		return (int) span.toDays();
	}

	private static TrackRule rule(int suggestEvents, int suggestHours, int holdEvents, int holdHours, int blockEvents,
			int blockHours) {
		return new TrackRule(suggestEvents, Duration.ofHours(suggestHours), holdEvents, Duration.ofHours(holdHours),
				blockEvents, Duration.ofHours(blockHours));
	}
}
