package rebound.headless.internal;

import java.util.List;
import java.util.function.Consumer;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.BounceEvent;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;

/** Which rows of the bounce log are printed. */
public final class LogOptions {

	@Mixin
	private EventOptions events;

	@Option(names = "--campaign", paramLabel = "ID")
	private String campaign;

	@Option(names = "--limit", paramLabel = "N")
	private long limit = Long.MAX_VALUE;

	@Mixin
	private Listing.Option format;

	/** Prints the rows, latest first. */
	int print(BounceStores stores, DatabaseOption database, Console console) {
		EventFilter filter = events.filter(console).withCampaign(campaign);
		try (BounceStore store = database.openExisting(stores)) {
			Listing listing = format.begin(console, List.of(Listing.text("event_utc", 16),
					Listing.text("email", 32), Listing.text("kind", 10), Listing.text("bounce_type", 5),
					Listing.text("reason_code", 16), Listing.text("enhanced_status", 7),
					Listing.text("campaign_id", 12),
					Listing.text("diagnostic_text", 40)));
			forEach(store, filter, event -> row(listing, event));
			listing.end("log.none");
		}
		return ExitCode.OK;
	}

	/** Prints those that belong to no campaign, with what tells one and the id that assigns them. */
	int printUnattributed(BounceStores stores, DatabaseOption database, Console console) {
		EventFilter filter = events.filter(console).withCampaign(EventFilter.NO_CAMPAIGN);
		try (BounceStore store = database.openExisting(stores)) {
			Listing listing = format.begin(console, List.of(Listing.text("event_id", 32), Listing.text("event_utc", 16),
					Listing.text("email", 32), Listing.text("bounce_type", 5), Listing.text("message_id", 30),
					Listing.text("subject", 40)));
			forEach(store, filter, event -> listing.row(event.id(), event.occurred(), event.address(),
					event.verdict().type().id(), event.messageId(), event.subject()));
			listing.end("campaigns.allAttributed");
		}
		return ExitCode.OK;
	}

	private void forEach(BounceStore store, EventFilter filter, Consumer<BounceEvent> consumer) {
		long left = limit;
		EventFilter page = filter.limit(0, Math.clamp(limit, 1, 1000));
		while (left > 0 && page != null) {
			var found = store.events().page(page);
			for (BounceEvent event : found.events()) {
				if (left-- > 0) {
					consumer.accept(event);
				}
			}
			page = found.next() == null ? null : page.after(found.next());
		}
	}

	private static void row(Listing listing, BounceEvent event) {
		Object code = event.status().status() != null
				? event.status().status()
				: event.status().replyCode() == 0 ? null : Integer.toString(event.status().replyCode());
		listing.row(event.occurred(), event.address(), event.verdict().kind().id(), event.verdict().type().id(),
				event.verdict().reason() == null ? null : event.verdict().reason().id(), code, event.campaignId(),
				event.status().diagnostic());
	}
}
