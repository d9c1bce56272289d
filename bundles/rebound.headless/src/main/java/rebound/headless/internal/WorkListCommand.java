package rebound.headless.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.Customer;
import rebound.model.DomainCheck;
import rebound.model.DomainChecks;
import rebound.model.FollowUp;
import rebound.model.FollowUp.Outcome;
import rebound.pipeline.Pipeline;
import rebound.pipeline.WorkFilter;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Lists the lost customers that are most worth looking for, each with the next best step and what it rests on. */
@Component(property = Command.NAME + "=worklist")
@picocli.CommandLine.Command(name = "worklist")
public final class WorkListCommand implements Command {

	@Parameters(index = "0", arity = "0..1", paramLabel = "TEXT")
	private String text;

	@Option(names = "--owner", paramLabel = "NAME")
	private String owner;

	@Option(names = "--due", paramLabel = "DATE")
	private LocalDate due;

	@Option(names = "--all")
	private boolean all;

	@Option(names = "--limit", defaultValue = "100", paramLabel = "NUMBER")
	private int limit;

	@Mixin
	private Listing.Option format;

	@Mixin
	private MatchingOption matching;

	@Mixin
	private DomainOptions domains;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;
	private final DomainChecks checks;

	/** @param checks asks the DNS; may be {@code null} */
	@Activate
	public WorkListCommand(@Reference Pipeline pipeline, @Reference BounceStores stores,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) DomainChecks checks) {
		this.pipeline = pipeline;
		this.stores = stores;
		this.checks = checks;
	}

	@Override
	public Integer call() {
		WorkFilter filter = new WorkFilter(text, owner, due, null, all, Math.max(1, limit));
		DomainCheck check = domains.check(checks, console);
		Pipeline whom = matching.of(pipeline, console);
		List<WorkItem> items;
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			items = check == null
					? whom.workList(store, filter, progress)
					: whom.workList(store, filter, check, progress);
		}
		Listing listing = format.begin(console,
				List.of(Listing.text("customer_id", 12), Listing.text("full_name", 22), Listing.text("company", 22),
						Listing.text("email", 34), Listing.number("chance", 6), Listing.text("owner", 12),
						Listing.text("due_date", 10), Listing.text("outcome", 8), Listing.text("next_step", 0)));
		Steps steps = new Steps(console.messages());
		for (WorkItem item : items) {
			Customer customer = item.lost().customer();
			FollowUp note = item.followUp();
			listing.row(customer.id(), customer.displayName(), customer.company(), item.lost().email(), item.chance(),
					note == null ? customer.owner() : note.owner(), note == null ? null : note.due(), outcome(item),
					steps.next(item));
		}
		listing.end("worklist.none");
		return ExitCode.OK;
	}

	/** The noted outcome, else how far an accepted new address is. */
	private static String outcome(WorkItem item) {
		if (item.followUp() != null && !item.followUp().isOpen()) {
			return item.followUp().outcome().id();
		}
		return item.accepted() == null ? null : item.accepted().state().id();
	}

	/** Notes who looks for a customer, by when, and what came of it. */
	@picocli.CommandLine.Command(name = "set")
	int set(@Parameters(paramLabel = "CUSTOMER") String whom,
			@Option(names = "--owner", paramLabel = "NAME") String newOwner,
			@Option(names = "--due", paramLabel = "DATE") LocalDate newDue,
			@Option(names = "--note", paramLabel = "TEXT") String note,
			@Option(names = "--outcome", paramLabel = "found|gone|gave_up|open") String outcome,
			@Mixin DatabaseOption ownDatabase, @Mixin Console ownConsole) throws IOException {
		if (newOwner == null && newDue == null && note == null && outcome == null) {
			throw Summaries.usage(ownConsole, "worklist.nothingToSet");
		}
		Outcome ended = outcome == null || outcome.equals("open")
				? null
				: Outcome.of(outcome).orElseThrow(() -> Summaries.usage(ownConsole, "worklist.noOutcome", outcome));
		Customer customer;
		try (BounceStore store = ownDatabase.openExisting(stores)) {
			customer = new OneCustomer(ownConsole).of(store, whom);
			FollowUp old = store.followUps().find(customer.id())
					.orElse(new FollowUp(customer.id(), customer.owner(), null, null, null, null, null));
			store.followUps().save(new FollowUp(customer.id(), newOwner == null ? old.owner() : newOwner,
					newDue == null ? old.due() : newDue, note == null ? old.note() : note,
					outcome == null ? old.outcome() : ended, Instant.now(), store.user()), old);
		}
		Summaries summaries = new Summaries(ownConsole);
		summaries.count("customers", 1);
		summaries.end();
		if (!ownConsole.json()) {
			ownConsole.say("worklist.noted", customer.displayName(), customer.id());
		}
		return ExitCode.OK;
	}

	/** Accepts what was found, for the list of changes for the customer database. */
	@picocli.CommandLine.Command(name = "accept")
	int accept(@Mixin AcceptOptions wanted, @Mixin DatabaseOption ownDatabase, @Mixin Console ownConsole)
			throws IOException {
		try (BounceStore store = ownDatabase.openExisting(stores);
				Console.ShownProgress progress = ownConsole.progress()) {
			return new Acceptance(pipeline, store, ownConsole, progress).accept(wanted);
		}
	}

	/** Lists the domains that companies have moved from, and how many lost customers this may find. */
	@picocli.CommandLine.Command(name = "renames")
	int renames(@Mixin Listing.Option ownFormat, @Mixin DatabaseOption ownDatabase, @Mixin Console ownConsole) {
		WorkFilter filter = new WorkFilter(null, null, null, Suggestion.Kind.DOMAIN_RENAME, false, Integer.MAX_VALUE);
		Map<String, Suggestion> examples = new TreeMap<>();
		Map<String, Integer> customers = new TreeMap<>();
		try (BounceStore store = ownDatabase.openExisting(stores);
				Console.ShownProgress progress = ownConsole.progress()) {
			for (WorkItem item : pipeline.workList(store, filter, progress)) {
				examples.putIfAbsent(item.best().evidence(), item.best());
				customers.merge(item.best().evidence(), 1, Integer::sum);
			}
		}
		Listing listing = ownFormat.begin(ownConsole, List.of(Listing.text("rename", 60),
				Listing.number("seen", 6), Listing.number("customers", 9), Listing.number("chance", 6)));
		examples.forEach((rename, example) -> listing.row(rename, example.count(), customers.get(rename),
				example.confidence()));
		listing.end("worklist.noRenames");
		return ExitCode.OK;
	}
}
