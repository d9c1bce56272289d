package rebound.dns.internal;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import rebound.model.DomainAnswer;
import rebound.model.DomainAnswer.State;
import rebound.model.DomainCheck;

/** Asks for a domain's MX records and, where there are none, for its addresses. */
public final class DnsCheck implements DomainCheck {

	private static final Duration TIMEOUT = Duration.ofSeconds(3);
	private static final int RETRIES = 2;

	/** More are forgotten: a program that runs for long asks again. */
	private static final int MOST_KEPT = 20_000;

	private final Clock clock;
	private final InetSocketAddress server;
	private final Map<String, DomainAnswer> known = new ConcurrentHashMap<>();
	private LookupSession session;

	/** @param server the resolver, or {@code null} for the system's */
	public DnsCheck(InetSocketAddress server, Clock clock) {
		this.server = server;
		this.clock = clock;
		// The library logs through SLF4J, which tells at length when it is told nowhere.
		if (System.getProperty("slf4j.internal.verbosity") == null) {
			System.setProperty("slf4j.internal.verbosity", "ERROR");
		}
	}

	@Override
	public DomainAnswer check(String domain) {
		DomainAnswer answer = known.get(domain);
		if (answer == null) {
			answer = ask(domain);
			if (known.size() >= MOST_KEPT) {
				known.clear();
			}
			known.put(domain, answer);
		}
		return answer;
	}

	private DomainAnswer ask(String domain) {
		Name name;
		try {
			name = Name.fromString(domain, Name.root);
		} catch (TextParseException noName) {
			return answer(domain, State.UNCHECKED, List.of());
		}
		try {
			Found<MXRecord> servers = look(name, Type.MX, MXRecord.class);
			if (servers.noDomain()) {
				return answer(domain, State.NXDOMAIN, List.of());
			}
			List<MXRecord> sorted = servers.records().stream().sorted(Comparator.comparingInt(MXRecord::getPriority))
					.toList();
			if (!sorted.isEmpty()) {
				boolean isNull = sorted.stream().allMatch(server -> server.getTarget().equals(Name.root));
				return isNull
						? answer(domain, State.NULL_MX, List.of())
						: answer(domain, State.OK,
								sorted.stream().map(server -> server.getTarget().toString(true)).toList());
			}
			boolean hasAddress = !look(name, Type.A, org.xbill.DNS.Record.class).records().isEmpty()
					|| !look(name, Type.AAAA, org.xbill.DNS.Record.class).records().isEmpty();
			return answer(domain, hasAddress ? State.OK : State.NO_MX, List.of());
		} catch (NoAnswer unknown) {
			return answer(domain, State.UNCHECKED, List.of());
		}
	}

	private DomainAnswer answer(String domain, State state, List<String> hosts) {
		return new DomainAnswer(domain, state, hosts, clock.instant());
	}

	/** The records of a type; none where the domain has none. */
	private record Found<T>(List<T> records, boolean noDomain) {
	}

	/** The resolver did not say yes or no. */
	private static final class NoAnswer extends Exception {
		private static final long serialVersionUID = 1;

		NoAnswer(Throwable cause) {
			super(cause);
		}
	}

	private <T> Found<T> look(Name name, int type, Class<T> as) throws NoAnswer {
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
}
