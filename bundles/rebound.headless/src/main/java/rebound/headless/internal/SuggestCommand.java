package rebound.headless.internal;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.Standing;
import rebound.pipeline.Pipeline;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.AddressStore.StandingFilter.Order;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Lists the addresses that should be blocked, each with the sentence why. */
@Component(property = Command.NAME + "=suggest")
@picocli.CommandLine.Command(name = "suggest")
public final class SuggestCommand implements Command {

	@Mixin
	private Listing.Option format;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public SuggestCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		Sentences sentences = new Sentences(console.messages());
		try (BounceStore store = database.openExisting(stores)) {
			pipeline.judge(store);
			Listing listing = format.begin(console, List.of(Listing.text("email", 40),
					Listing.text("rule_id", 14), Listing.number("score", 5), Listing.text("why", 0)));
			StandingFilter suggested = StandingFilter.ALL.withStates(Standing.State.SUGGESTED).sortedBy(Order.SCORE,
					false);
			store.addresses().forEach(suggested, standing -> listing.row(standing.address(),
					standing.grounds() == null ? null : standing.grounds().rule().id(), standing.score(),
					sentences.why(standing)));
			listing.end("suggest.none");
		}
		return ExitCode.OK;
	}
}
