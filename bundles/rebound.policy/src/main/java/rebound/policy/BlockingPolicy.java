package rebound.policy;

import java.time.Instant;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import rebound.model.AddressHistory;
import rebound.model.Campaign.Halt;
import rebound.model.CampaignTally;
import rebound.model.Judgement;
import rebound.policy.internal.CircuitBreaker;
import rebound.policy.internal.ConfiguredSettings;
import rebound.policy.internal.HistoryWalk;

/**
 * Judges addresses by what happened to them. The same history and time give the same judgement, in whatever order
 * things became known. Safe for use by several threads.
 */
@Component(service = BlockingPolicy.class, configurationPid = PolicyConfiguration.PID)
@Designate(ocd = PolicyConfiguration.class)
public final class BlockingPolicy {

	private final PolicySettings settings;

	private final String version;

	/** The policy as it is configured. */
	@Activate
	public BlockingPolicy(PolicyConfiguration configuration) {
		this(ConfiguredSettings.of(configuration));
	}

	/** A policy with settings of one's own. */
	public BlockingPolicy(PolicySettings settings) {
		this.settings = settings;
		this.version = settings.version();
	}

	/** @return the settings it judges by */
	public PolicySettings settings() {
		return settings;
	}

	/** @return name of the settings, kept with each judgement */
	public String version() {
		return version;
	}

	/**
	 * Judges an address.
	 *
	 * @param now what happened or will happen later is left out
	 */
	public Judgement judge(AddressHistory history, Instant now) {
		return new HistoryWalk(settings, version, history, now).judge();
	}

	/**
	 * The circuit breaker: doubts a campaign in which so much bounces that the fault is likely not the addresses'.
	 *
	 * @return {@link Halt#ASKING} to stop what follows from it and ask the user, else {@link Halt#NONE}
	 */
	public Halt doubt(CampaignTally tally) {
		return new CircuitBreaker(settings.breaker()).doubts(tally) ? Halt.ASKING : Halt.NONE;
	}
}
