package rebound.headless.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.pipeline.Pipeline;
import rebound.pipeline.SentImport;
import rebound.pipeline.SentSettings;
import rebound.policy.BlockingPolicy;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignSummary;
import rebound.store.EventFilter;

/** What was sent and what came back of it. */
@Component(property = Command.NAME + "=campaigns")
@picocli.CommandLine.Command(name = "campaigns")
public final class CampaignsCommand implements Command {

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public CampaignsCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
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
			listing.row(campaign.id(), campaign.name(), CampaignOptions.time(campaign.sent()),
					campaign.sentCount() == 0 ? null : campaign.sentCount(), summary.hard(), summary.soft(),
					summary.delays(), summary.complaints());
		}
		listing.end("campaigns.none");
		return ExitCode.OK;
	}

	/** Reads what was sent into the database. */
	@picocli.CommandLine.Command(name = "import")
	int importFile(@Parameters(paramLabel = "FILE") String file,
			@Option(names = "--campaign", paramLabel = "NAME") String name, @Mixin TableOptions table,
			@Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		SentSettings settings = new SentSettings(name, table.delimiter(), table.charset(console));
		SentImport summary;
		try (BounceStore store = database.open(stores); Console.ShownProgress progress = console.progress()) {
			if (name != null) {
				find(store, name, console);
			}
			summary = pipeline.importSent(file, settings, store, progress);
		}
		Summaries summaries = new Summaries(console);
		summaries.sent(summary);
		summaries.end();
		return Summaries.exitCode(summary.problemCount());
	}

	/** Makes a campaign. */
	@picocli.CommandLine.Command(name = "create")
	int create(@Parameters(paramLabel = "NAME") String name, @Mixin CampaignOptions options,
			@Option(names = "--id", paramLabel = "ID") String id, @Mixin DatabaseOption database,
			@Mixin Console console) throws IOException {
		Campaign campaign = options.create(id, name, console);
		try (BounceStore store = database.open(stores)) {
			if (store.campaigns().find(campaign.id()).isPresent()) {
				throw Summaries.usage(console, "campaigns.exists", campaign.id());
			}
			store.campaigns().save(List.of(campaign));
			pipeline.judge(store);
		}
		tell(console, "campaigns.created", campaign);
		return ExitCode.OK;
	}

	/** Changes what is known of a campaign. */
	@picocli.CommandLine.Command(name = "edit")
	int edit(@Parameters(paramLabel = "CAMPAIGN") String which,
			@Option(names = "--name", paramLabel = "NAME") String name, @Mixin CampaignOptions options,
			@Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		Campaign changed;
		try (BounceStore store = database.openExisting(stores)) {
			changed = options.changed(find(store, which, console), name, console);
			store.campaigns().save(List.of(changed));
			pipeline.judge(store);
		}
		tell(console, "campaigns.edited", changed);
		return ExitCode.OK;
	}

	/** Prints a campaign's statistics. */
	@picocli.CommandLine.Command(name = "show")
	int show(@Parameters(paramLabel = "CAMPAIGN") String which, @Mixin Listing.Option format,
			@Mixin DatabaseOption database, @Mixin Console console) {
		return print(List.of(which), format, database, console);
	}

	/** Prints the statistics of several campaigns side by side. */
	@picocli.CommandLine.Command(name = "compare")
	int compare(@Parameters(arity = "2..*", paramLabel = "CAMPAIGN") List<String> which, @Mixin Listing.Option format,
			@Mixin DatabaseOption database, @Mixin Console console) {
		return print(which, format, database, console);
	}

	private int print(List<String> which, Listing.Option format, DatabaseOption database, Console console) {
		List<CampaignStatistics> statistics = new ArrayList<>();
		BlockingPolicy policy;
		try (BounceStore store = database.openExisting(stores)) {
			policy = pipeline.policy(store);
			for (String each : which) {
				statistics.add(store.campaigns().statistics(find(store, each, console).id()).orElseThrow());
			}
		}
		CampaignSheet sheet = new CampaignSheet(console, policy);
		if (statistics.size() == 1) {
			sheet.show(statistics.getFirst(), format);
		} else {
			sheet.compare(statistics, format);
		}
		return ExitCode.OK;
	}

	/** Answers the circuit breaker: whether what came back of a campaign is true. */
	@picocli.CommandLine.Command(name = "answer")
	int answer(@Parameters(index = "0", paramLabel = "CAMPAIGN") String which,
			@Parameters(index = "1", paramLabel = "counted|ignored") Answer answer, @Mixin DatabaseOption database,
			@Mixin Console console) throws IOException {
		Campaign campaign;
		try (BounceStore store = database.openExisting(stores)) {
			campaign = find(store, which, console);
			store.campaigns().answerHalt(campaign.id(), answer.halt);
			pipeline.judge(store);
		}
		tell(console, "campaigns." + answer, campaign);
		return ExitCode.OK;
	}

	/** What the user can say to a campaign that the circuit breaker stopped. */
	enum Answer {
		counted(Campaign.Halt.COUNTED), ignored(Campaign.Halt.IGNORED);

		private final Campaign.Halt halt;

		Answer(Campaign.Halt halt) {
			this.halt = halt;
		}
	}

	/** Lists the bounces that belong to no campaign. */
	@picocli.CommandLine.Command(name = "unattributed")
	int unattributed(@Mixin LogOptions options, @Mixin DatabaseOption database, @Mixin Console console) {
		return options.printUnattributed(stores, database, console);
	}

	/** Assigns bounces to a campaign by hand: those that are named, or all that match. */
	@picocli.CommandLine.Command(name = "assign")
	int assign(@Parameters(paramLabel = "CAMPAIGN") String which,
			@Option(names = "--event", split = ",", paramLabel = "ID") List<String> events,
			@Option(names = "--from-campaign", paramLabel = "CAMPAIGN") String from, @Mixin EventOptions options,
			@Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		if (events == null && from == null && options.isEmpty()) {
			throw Summaries.usage(console, "campaigns.assignWhat");
		}
		int changed;
		String name;
		try (BounceStore store = database.openExisting(stores)) {
			Campaign to = "none".equals(which) ? null : find(store, which, console);
			name = to == null ? "none" : to.id();
			List<String> ids = new ArrayList<>(events == null ? List.of() : events);
			if (from != null || !options.isEmpty()) {
				EventFilter filter = options.filter(console)
						.withCampaign(from == null ? EventFilter.NO_CAMPAIGN : find(store, from, console).id());
				store.events().forEach(filter, event -> ids.add(id(event, console)));
			}
			changed = store.events().assign(ids, to == null ? null : to.id());
			pipeline.judge(store);
		}
		Summaries summaries = new Summaries(console);
		summaries.count("assigned", changed);
		summaries.end();
		if (!console.json()) {
			console.say("campaigns.assigned", changed, name);
		}
		return ExitCode.OK;
	}

	private static String id(BounceEvent event, Console console) {
		console.checkCancelled();
		return event.id();
	}

	private Campaign find(BounceStore store, String which, Console console) {
		return pipeline.campaign(store, which)
				.orElseThrow(() -> Summaries.usage(console, "campaigns.unknown", which));
	}

	private static void tell(Console console, String key, Campaign campaign) throws IOException {
		Summaries summaries = new Summaries(console);
		summaries.text("campaign_id", campaign.id());
		summaries.end();
		if (!console.json()) {
			console.say(key, campaign.name(), campaign.id());
		}
	}
}
