package rebound.headless.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.model.Campaign.Halt;
import rebound.model.DomainCheck;
import rebound.model.DomainChecks;
import rebound.model.Standing;
import rebound.model.Standing.Recommendation;
import rebound.model.Standing.State;
import rebound.pipeline.DeadDomain;
import rebound.pipeline.Pipeline;
import rebound.policy.PolicySettings;
import rebound.policy.Yardstick;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.AddressStore.StandingFilter.Order;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.CampaignSummary;

/** Lists the addresses that should be blocked, each with the sentence why. */
@Component(property = Command.NAME + "=suggest")
@picocli.CommandLine.Command(name = "suggest")
public final class SuggestCommand implements Command {

	@Option(names = "--retry")
	private boolean retry;

	@Mixin
	private DomainOptions domains;

	@Mixin
	private Listing.Option format;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;
	private final DomainChecks checks;

	/** @param checks asks the DNS; may be {@code null} */
	@Activate
	public SuggestCommand(@Reference Pipeline pipeline, @Reference BounceStores stores,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) DomainChecks checks) {
		this.pipeline = pipeline;
		this.stores = stores;
		this.checks = checks;
	}

	@Override
	public Integer call() {
		Sentences sentences = new Sentences(console.messages());
		DomainCheck check = domains.check(checks, console);
		try (BounceStore store = database.openExisting(stores)) {
			pipeline.judge(store);
			List<DeadDomain> dead = check == null ? List.of() : checked(store, check);
			List<CampaignSummary> campaigns = store.campaigns().list();
			Set<String> doubted = campaigns.stream().map(CampaignSummary::campaign)
					.filter(campaign -> campaign.halt() == Halt.ASKING).map(Campaign::id).collect(Collectors.toSet());
			Listing listing = format.begin(console, List.of(Listing.text("email", 40), Listing.text("status", 9),
					Listing.text("rule_id", 14), Listing.number("score", 5), Listing.text("mail_host", 20),
					Listing.text("why", 0)));
			StandingFilter wanted = StandingFilter.ALL.withStates(retry ? State.BLOCKED : State.SUGGESTED)
					.sortedBy(Order.SCORE, false);
			store.addresses().forEach(wanted, standing -> {
				if (!retry || standing.recommendation() == Recommendation.RETRY) {
					String host = doubted.isEmpty() ? null : heldBy(store, standing, doubted);
					listing.row(standing.address(), retry ? "retry" : host == null ? "suggested" : "held",
							standing.grounds() == null ? null : standing.grounds().rule().id(), standing.score(), host,
							host == null
									? sentences.why(standing)
									: sentences.why(standing) + ' ' + console.messages().text("suggest.held", host));
				}
			});
			listing.end(retry ? "suggest.noRetry" : "suggest.none");
			dead.forEach(domain -> console.say(domain.isSure() ? "suggest.domain" : "suggest.domainOnce",
					domain.domain(),
					console.messages().text("domain." + domain.state().id()), domain.checks(), domain.addresses()));
			if (format.isTable()) {
				offers(store, campaigns);
			}
		}
		return ExitCode.OK;
	}

	private List<DeadDomain> checked(BounceStore store, DomainCheck check) {
		try (Console.ShownProgress progress = console.progress()) {
			return pipeline.checkDomains(store, check, progress);
		}
	}

	/** @return the mail host whose bounces are doubted and that this suggestion rests on, or {@code null} */
	private static String heldBy(BounceStore store, Standing standing, Set<String> doubted) {
		String id = standing.grounds() == null ? null : standing.grounds().eventId();
		return id == null
				? null
				: store.events().find(id).filter(event -> doubted.contains(event.campaignId()))
						.map(BounceEvent::mailHost).orElse(null);
	}

	/** What else the policy asks the user. */
	private void offers(BounceStore store, List<CampaignSummary> campaigns) {
		for (CampaignSummary summary : campaigns) {
			if (summary.campaign().halt() == Halt.ASKING) {
				store.campaigns().statistics(summary.campaign().id())
						.flatMap(all -> all.mailHosts().stream().findFirst())
						.ifPresent(host -> console.say("suggest.doubted", summary.campaign().name(), host.of(),
								host.total(), host.hard(), summary.campaign().id()));
			}
		}
		PolicySettings policy = pipeline.policy(store).settings();
		campaigns.stream().filter(summary -> summary.campaign().sentCount() > 0).findFirst()
				.filter(last -> !policy.strict() && Yardstick.hard(last.hard(), last.campaign().sentCount(),
						policy) == Yardstick.ACT)
				.ifPresent(last -> console.say("suggest.strict", last.campaign().name(), 100 * last.hardRate()));
		if (!retry) {
			long[] old = { 0 };
			store.addresses().forEach(StandingFilter.ALL.withStates(State.BLOCKED),
					standing -> old[0] += standing.recommendation() == Recommendation.RETRY ? 1 : 0);
			if (old[0] > 0) {
				console.say("suggest.retry", old[0]);
			}
		}
	}
}
