package rebound.dns.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import rebound.model.DomainAnswer;
import rebound.model.DomainAnswer.State;
import rebound.model.DomainCheck;

/** Asks for a domain's MX records and, where there are none, for its addresses. */
public final class DnsCheck implements DomainCheck {

	/** More are forgotten: a program that runs for long asks again. */
	private static final int MOST_KEPT = 20_000;

	private final Clock clock;
	private final Dns dns;
	private final Map<String, DomainAnswer> known = new ConcurrentHashMap<>();

	/** @param dns whom to ask */
	public DnsCheck(Dns dns, Clock clock) {
		this.dns = dns;
		this.clock = clock;
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
			Dns.Found<MXRecord> servers = dns.look(name, Type.MX, MXRecord.class);
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
			boolean hasAddress = !dns.look(name, Type.A, org.xbill.DNS.Record.class).records().isEmpty()
					|| !dns.look(name, Type.AAAA, org.xbill.DNS.Record.class).records().isEmpty();
			return answer(domain, hasAddress ? State.OK : State.NO_MX, List.of());
		} catch (Dns.NoAnswer unknown) {
			return answer(domain, State.UNCHECKED, List.of());
		}
	}

	private DomainAnswer answer(String domain, State state, List<String> hosts) {
		return new DomainAnswer(domain, state, hosts, clock.instant());
	}
}
