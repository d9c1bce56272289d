package rebound.headless.internal;

import java.time.Instant;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.Campaign;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.CampaignSummary;

/** What was sent and what came back of it. */
@Component(property = Command.NAME + "=campaigns")
@picocli.CommandLine.Command(name = "campaigns")
public final class CampaignsCommand implements Command {

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final BounceStores stores;

	@Activate
	public CampaignsCommand(@Reference BounceStores stores) {
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Lists the campaigns, latest first. */
	@picocli.CommandLine.Command(name = "list")
	int list(@Mixin DatabaseOption database, @Mixin Listing.Option format, @Mixin Console console) {
		List<CampaignSummary> campaigns;
		try (BounceStore store = database.openExisting(stores)) {
			campaigns = store.campaigns().list();
		}
		Listing listing = format.begin(console, List.of(Listing.text("campaign_id", 32), Listing.text("name", 30),
				Listing.text("sent_utc", 16), Listing.number("recipients", 10), Listing.number("hard", 7),
				Listing.number("soft", 7), Listing.number("delayed", 7), Listing.number("complaints", 10)));
		for (CampaignSummary summary : campaigns) {
			Campaign campaign = summary.campaign();
			listing.row(campaign.id(), campaign.name(), time(campaign.sent()),
					campaign.sentCount() == 0 ? null : campaign.sentCount(), summary.hard(), summary.soft(),
					summary.delays(), summary.complaints());
		}
		listing.end("campaigns.none");
		return ExitCode.OK;
	}

	private static String time(Instant at) {
		return at == null ? null : at.toString();
	}
}
