package rebound.dns;

import java.net.InetSocketAddress;
import java.time.Clock;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import rebound.dns.internal.DnsCheck;
import rebound.model.DomainCheck;
import rebound.model.DomainChecks;

/** Makes domain checks that ask the DNS. */
@Component
public final class DnsChecks implements DomainChecks {

	private static final int DNS_PORT = 53;
	private static final int HIGHEST_PORT = 65_535;

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
		return new DnsCheck(resolver == null ? null : address(resolver), clock);
	}

	private static InetSocketAddress address(String resolver) {
		String host = resolver.strip();
		String port = "";
		int colon = host.lastIndexOf(':');
		if (host.startsWith("[") && host.indexOf(']') > 0) {
			int end = host.indexOf(']');
			if (end < host.length() - 1 && colon != end + 1) {
				throw new IllegalArgumentException(resolver);
			}
			port = colon > end ? host.substring(colon + 1) : "";
			host = host.substring(1, end);
		} else if (colon >= 0 && colon == host.indexOf(':')) {
			port = host.substring(colon + 1);
			host = host.substring(0, colon);
		}
		try {
			int number = port.isEmpty() ? DNS_PORT : Integer.parseInt(port);
			InetSocketAddress address = host.isEmpty() || number < 1 || number > HIGHEST_PORT
					? null
					: new InetSocketAddress(host, number);
			if (address != null && !address.isUnresolved()) {
				return address;
			}
		} catch (NumberFormatException noPort) {
			throw new IllegalArgumentException(resolver, noPort);
		}
		throw new IllegalArgumentException(resolver);
	}
}
