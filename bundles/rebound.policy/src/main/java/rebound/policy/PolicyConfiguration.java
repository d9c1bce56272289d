package rebound.policy;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The blocking policy as a configuration (OSGi Metatype); the sentences are in its properties file. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/policy", name = "%name", description = "%description")
public @interface PolicyConfiguration {

	/** Id of the configuration. */
	String PID = "rebound.policy";

	@AttributeDefinition(name = "%suggesting", description = "%suggesting.description")
	boolean suggesting() default true;

	@AttributeDefinition(name = "%automatic", description = "%automatic.description")
	boolean automatic() default false;

	@AttributeDefinition(name = "%strict", description = "%strict.description")
	boolean strict() default false;

	@AttributeDefinition(name = "%strong.suggest.events", description = "%strong.suggest.events.description", min = "0", max = "100")
	int strong_suggest_events() default 1;

	@AttributeDefinition(name = "%strong.suggest.hours", description = "%strong.suggest.hours.description", min = "0", max = "8760")
	int strong_suggest_hours() default 0;

	@AttributeDefinition(name = "%strong.hold.events", description = "%strong.hold.events.description", min = "0", max = "100")
	int strong_hold_events() default 1;

	@AttributeDefinition(name = "%strong.hold.hours", description = "%strong.hold.hours.description", min = "0", max = "8760")
	int strong_hold_hours() default 72;

	@AttributeDefinition(name = "%strong.block.events", description = "%strong.block.events.description", min = "0", max = "100")
	int strong_block_events() default 2;

	@AttributeDefinition(name = "%strong.block.hours", description = "%strong.block.hours.description", min = "0", max = "8760")
	int strong_block_hours() default 72;

	@AttributeDefinition(name = "%weak.suggest.events", description = "%weak.suggest.events.description", min = "0", max = "100")
	int weak_suggest_events() default 2;

	@AttributeDefinition(name = "%weak.suggest.hours", description = "%weak.suggest.hours.description", min = "0", max = "8760")
	int weak_suggest_hours() default 0;

	@AttributeDefinition(name = "%weak.hold.events", description = "%weak.hold.events.description", min = "0", max = "100")
	int weak_hold_events() default 0;

	@AttributeDefinition(name = "%weak.hold.hours", description = "%weak.hold.hours.description", min = "0", max = "8760")
	int weak_hold_hours() default 0;

	@AttributeDefinition(name = "%weak.block.events", description = "%weak.block.events.description", min = "0", max = "100")
	int weak_block_events() default 3;

	@AttributeDefinition(name = "%weak.block.hours", description = "%weak.block.hours.description", min = "0", max = "8760")
	int weak_block_hours() default 168;

	@AttributeDefinition(name = "%domain.suggest.events", description = "%domain.suggest.events.description", min = "0", max = "100")
	int domain_suggest_events() default 2;

	@AttributeDefinition(name = "%domain.suggest.hours", description = "%domain.suggest.hours.description", min = "0", max = "8760")
	int domain_suggest_hours() default 72;

	@AttributeDefinition(name = "%domain.hold.events", description = "%domain.hold.events.description", min = "0", max = "100")
	int domain_hold_events() default 1;

	@AttributeDefinition(name = "%domain.hold.hours", description = "%domain.hold.hours.description", min = "0", max = "8760")
	int domain_hold_hours() default 72;

	@AttributeDefinition(name = "%domain.block.events", description = "%domain.block.events.description", min = "0", max = "100")
	int domain_block_events() default 2;

	@AttributeDefinition(name = "%domain.block.hours", description = "%domain.block.hours.description", min = "0", max = "8760")
	int domain_block_hours() default 72;

	@AttributeDefinition(name = "%quota.suggest.events", description = "%quota.suggest.events.description", min = "0", max = "100")
	int quota_suggest_events() default 3;

	@AttributeDefinition(name = "%quota.suggest.hours", description = "%quota.suggest.hours.description", min = "0", max = "8760")
	int quota_suggest_hours() default 504;

	@AttributeDefinition(name = "%quota.hold.events", description = "%quota.hold.events.description", min = "0", max = "100")
	int quota_hold_events() default 2;

	@AttributeDefinition(name = "%quota.hold.hours", description = "%quota.hold.hours.description", min = "0", max = "8760")
	int quota_hold_hours() default 168;

	@AttributeDefinition(name = "%quota.block.events", description = "%quota.block.events.description", min = "0", max = "100")
	int quota_block_events() default 3;

	@AttributeDefinition(name = "%quota.block.hours", description = "%quota.block.hours.description", min = "0", max = "8760")
	int quota_block_hours() default 720;

	@AttributeDefinition(name = "%transient.suggest.events", description = "%transient.suggest.events.description", min = "0", max = "100")
	int transient_suggest_events() default 5;

	@AttributeDefinition(name = "%transient.suggest.hours", description = "%transient.suggest.hours.description", min = "0", max = "8760")
	int transient_suggest_hours() default 720;

	@AttributeDefinition(name = "%transient.hold.events", description = "%transient.hold.events.description", min = "0", max = "100")
	int transient_hold_events() default 3;

	@AttributeDefinition(name = "%transient.hold.hours", description = "%transient.hold.hours.description", min = "0", max = "8760")
	int transient_hold_hours() default 168;

	@AttributeDefinition(name = "%transient.block.events", description = "%transient.block.events.description", min = "0", max = "100")
	int transient_block_events() default 5;

	@AttributeDefinition(name = "%transient.block.hours", description = "%transient.block.hours.description", min = "0", max = "8760")
	int transient_block_hours() default 1080;

	@AttributeDefinition(name = "%complaint.suggest.events", description = "%complaint.suggest.events.description", min = "0", max = "100")
	int complaint_suggest_events() default 1;

	@AttributeDefinition(name = "%complaint.suggest.hours", description = "%complaint.suggest.hours.description", min = "0", max = "8760")
	int complaint_suggest_hours() default 0;

	@AttributeDefinition(name = "%complaint.hold.events", description = "%complaint.hold.events.description", min = "0", max = "100")
	int complaint_hold_events() default 0;

	@AttributeDefinition(name = "%complaint.hold.hours", description = "%complaint.hold.hours.description", min = "0", max = "8760")
	int complaint_hold_hours() default 0;

	@AttributeDefinition(name = "%complaint.block.events", description = "%complaint.block.events.description", min = "0", max = "100")
	int complaint_block_events() default 1;

	@AttributeDefinition(name = "%complaint.block.hours", description = "%complaint.block.hours.description", min = "0", max = "8760")
	int complaint_block_hours() default 0;

	@AttributeDefinition(name = "%silence.hours", description = "%silence.hours.description", min = "1", max = "720")
	int silence_hours() default 72;

	@AttributeDefinition(name = "%retry.days", description = "%retry.days.description", min = "1", max = "3650")
	int retry_days() default 180;

	@AttributeDefinition(name = "%breaker.host.percent", description = "%breaker.host.percent.description", min = "1", max = "100")
	int breaker_host_percent() default 20;

	@AttributeDefinition(name = "%breaker.host.addresses", description = "%breaker.host.addresses.description", min = "1", max = "100000")
	int breaker_host_addresses() default 10;

	@AttributeDefinition(name = "%breaker.campaign.percent", description = "%breaker.campaign.percent.description", min = "1", max = "100")
	int breaker_campaign_percent() default 10;

	@AttributeDefinition(name = "%breaker.refusal.percent", description = "%breaker.refusal.percent.description", min = "1", max = "100")
	int breaker_refusal_percent() default 50;

	@AttributeDefinition(name = "%warn.percent", description = "%warn.percent.description", min = "1", max = "100")
	int warn_percent() default 2;

	@AttributeDefinition(name = "%strict.percent", description = "%strict.percent.description", min = "1", max = "100")
	int strict_percent() default 5;

	@AttributeDefinition(name = "%half.life.days", description = "%half.life.days.description", min = "1", max = "3650")
	int half_life_days() default 30;

	@AttributeDefinition(name = "%half.life.gaps", description = "%half.life.gaps.description", min = "1", max = "100")
	int half_life_gaps() default 4;

	@AttributeDefinition(name = "%protected.value", description = "%protected.value.description", min = "0", max = "1000000000")
	int protected_value() default 0;
}
