package rebound.dns;

import java.time.Clock;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import rebound.dns.internal.Dns;
import rebound.dns.internal.DnsCheck;
import rebound.model.DomainCheck;
import rebound.model.DomainChecks;

/** Makes domain checks that ask the DNS. */
@Component
public final class DnsChecks implements DomainChecks {

	private final Clock clock;

	@Activate
	public DnsChecks() {
		this(Clock.systemUTC());
	}

	/** @param clock tells when a domain was asked */
	public DnsChecks(Clock clock) {
		this.clock = clock;
	}

	@Override
	public DomainCheck asking(String resolver) {
		return new DnsCheck(new Dns(resolver), clock);
	}
}
