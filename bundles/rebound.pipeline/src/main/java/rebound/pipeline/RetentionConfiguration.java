package rebound.pipeline;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long personal data are kept, as a configuration (OSGi Metatype). */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/retention", name = "%name", description = "%description")
public @interface RetentionConfiguration {

	/** Id of the configuration. */
	String PID = "rebound.retention";

	@AttributeDefinition(name = "%mail.days", description = "%mail.days.description", min = "1", max = "36500")
	int mail_days() default 90;

	@AttributeDefinition(name = "%event.months", description = "%event.months.description", min = "1", max = "1200")
	int event_months() default 24;
}
