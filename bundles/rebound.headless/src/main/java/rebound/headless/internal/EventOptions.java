package rebound.headless.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.model.AddressKey;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.store.EventFilter;

/** Which events are meant. */
public final class EventOptions {

	@Option(names = "--text", paramLabel = "TEXT")
	private String text;

	@Option(names = "--address", paramLabel = "ADDRESS")
	private String address;

	@Option(names = "--domain", paramLabel = "DOMAIN")
	private String domain;

	@Option(names = "--type", paramLabel = "hard|soft|none")
	private BounceType type;

	@Option(names = "--reason", split = ",", paramLabel = "REASON")
	private List<String> reasons = List.of();

	@Option(names = "--fault", paramLabel = "FAULT")
	private Fault fault;

	@Option(names = "--since", paramLabel = "DATE")
	private String since;

	@Option(names = "--until", paramLabel = "DATE")
	private String until;

	/** @return whether nothing was asked for, so that all are meant */
	boolean isEmpty() {
		return text == null && address == null && domain == null && type == null && reasons.isEmpty() && fault == null
				&& since == null && until == null;
	}

	/** @return the filter, without a campaign */
	EventFilter filter(Console console) {
		Set<Reason> wanted = EnumSet.noneOf(Reason.class);
		reasons.forEach(id -> wanted
				.add(Reason.of(id).orElseThrow(() -> Summaries.usage(console, "log.unknownReason", id))));
		EventFilter filter = EventFilter.ALL.withText(text).withType(type).withReasons(wanted).withFault(fault)
				.withDomain(domain).withPeriod(Days.instant(since, console), Days.instant(until, console));
		return address == null ? filter : filter.withAddress(AddressKey.of(address));
	}
}
