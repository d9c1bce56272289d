package rebound.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import rebound.store.BounceStore;
import rebound.store.Privacy.Removed;

/** Removes what is older than need be. */
@Component(service = Retention.class, configurationPid = RetentionConfiguration.PID)
@Designate(ocd = RetentionConfiguration.class)
public final class Retention {

	/** 90 days for mails, 24 months for events. */
	public static final int MAIL_DAYS = 90;
	public static final int EVENT_MONTHS = 24;

	private final int mailDays;
	private final int eventMonths;
	private final Clock clock;

	@Activate
	public Retention(RetentionConfiguration configuration) {
		this(Presets.here().number(Presets.MAIL_DAYS).orElse(configuration.mail_days()),
				Presets.here().number(Presets.EVENT_MONTHS).orElse(configuration.event_months()), Clock.systemUTC());
	}

	/** @param clock tells what is old */
	public Retention(int mailDays, int eventMonths, Clock clock) {
		this.mailDays = mailDays;
		this.eventMonths = eventMonths;
		this.clock = clock;
	}

	/** @return the days that mails are kept */
	public int mailDays() {
		return mailDays;
	}

	/** @return the months that events are kept */
	public int eventMonths() {
		return eventMonths;
	}

	/**
	 * Removes the content of old mails, and old events.
	 *
	 * @param days   mails read earlier lose their content
	 * @param months events that occurred earlier go
	 * @param dryRun whether to count only
	 */
	public Removed apply(BounceStore store, int days, int months, boolean dryRun) {
		Instant now = clock.instant();
		return store.privacy().removeOld(now.minus(days, ChronoUnit.DAYS),
				now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant(), dryRun);
	}
}
