package rebound.dns.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks one resolver, or the system's. */
public final class Dns {

	private static final Duration TIMEOUT = Duration.ofSeconds(3);
	private static final int RETRIES = 2;
	private static final int DNS_PORT = 53;
	private static final int HIGHEST_PORT = 65_535;

	private final InetSocketAddress server;
	private LookupSession session;

	/**
	 * @param resolver as {@link rebound.model.DomainChecks#asking} takes it, or {@code null} for the system's
	 * @throws IllegalArgumentException if that is no resolver
	 */
	public Dns(String resolver) {
		this.server = resolver == null ? null : address(resolver);
		// The library logs through SLF4J, which tells at length when it is told nowhere.
		if (System.getProperty("slf4j.internal.verbosity") == null) {
			System.setProperty("slf4j.internal.verbosity", "ERROR");
		}
	}

	/** The records of a type; none where the domain has none. */
	record Found<T>(List<T> records, boolean noDomain) {
	}

	/** The resolver did not say yes or no. */
	static final class NoAnswer extends Exception {
		private static final long serialVersionUID = 1;

		NoAnswer(Throwable cause) {
			super(cause);
		}
	}

	<T> Found<T> look(Name name, int type, Class<T> as) throws NoAnswer {
		try {
			long longest = TIMEOUT.toMillis() * (RETRIES + 1);
			return new Found<>(session().lookupAsync(name, type).toCompletableFuture()
					.get(longest, TimeUnit.MILLISECONDS).getRecords().stream().filter(as::isInstance).map(as::cast)
					.toList(), false);
		} catch (ExecutionException failed) {
			return switch (failed.getCause()) {
				case NoSuchDomainException none -> new Found<>(List.of(), true);
				case NoSuchRRSetException none -> new Found<>(List.of(), false);
				default -> throw new NoAnswer(failed);
			};
		} catch (TimeoutException | LookupFailedException failed) {
			throw new NoAnswer(failed);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new NoAnswer(interrupted);
		}
	}

	private synchronized LookupSession session() {
		if (session == null) {
			ExtendedResolver resolver = server == null
					? new ExtendedResolver()
					: new ExtendedResolver(List.<Resolver>of(new SimpleResolver(server)));
			resolver.setTimeout(TIMEOUT);
			resolver.setRetries(RETRIES);
			session = LookupSession.builder().resolver(resolver).build();
		}
		return session;
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
