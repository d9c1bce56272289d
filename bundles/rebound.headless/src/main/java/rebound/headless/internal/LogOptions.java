package rebound.headless.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;

/** Which rows of the bounce log are printed. */
public final class LogOptions {

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

	@Option(names = "--campaign", paramLabel = "ID")
	private String campaign;

	@Option(names = "--since", paramLabel = "DATE")
	private String since;

	@Option(names = "--until", paramLabel = "DATE")
	private String until;

	@Option(names = "--limit", paramLabel = "N")
	private long limit = Long.MAX_VALUE;

	@Mixin
	private Listing.Option format;

	/** Prints the rows, latest first. */
	int print(BounceStores stores, DatabaseOption database, Console console) {
		EventFilter filter = filter(console);
		try (BounceStore store = database.openExisting(stores)) {
			Listing listing = format.begin(console, List.of(Listing.text("event_utc", 16),
					Listing.text("email", 32), Listing.text("kind", 10), Listing.text("bounce_type", 5),
					Listing.text("reason_code", 16), Listing.text("enhanced_status", 7),
					Listing.text("campaign_id", 12),
					Listing.text("diagnostic_text", 40)));
			long left = limit;
			EventFilter page = filter.limit(0, Math.clamp(limit, 1, 1000));
			while (left > 0 && page != null) {
				var found = store.events().page(page);
				for (BounceEvent event : found.events()) {
					if (left-- > 0) {
						row(listing, event);
					}
				}
				page = found.next() == null ? null : page.after(found.next());
			}
			listing.end("log.none");
		}
		return ExitCode.OK;
	}

	private static void row(Listing listing, BounceEvent event) {
		Object code = event.status().status() != null
				? event.status().status()
				: event.status().replyCode() == 0 ? null : Integer.toString(event.status().replyCode());
		listing.row(event.occurred(), event.address(), event.verdict().kind().id(), event.verdict().type().id(),
				event.verdict().reason() == null ? null : event.verdict().reason().id(), code, event.campaignId(),
				event.status().diagnostic());
	}

	private EventFilter filter(Console console) {
		Set<Reason> wanted = EnumSet.noneOf(Reason.class);
		reasons.forEach(id -> wanted
				.add(Reason.of(id).orElseThrow(() -> Summaries.usage(console, "log.unknownReason", id))));
		EventFilter filter = EventFilter.ALL.withText(text).withType(type).withReasons(wanted).withFault(fault)
				.withCampaign(campaign).withDomain(domain)
				.withPeriod(Days.instant(since, console), Days.instant(until, console));
		return address == null ? filter : filter.withAddress(AddressKey.of(address));
	}
}
