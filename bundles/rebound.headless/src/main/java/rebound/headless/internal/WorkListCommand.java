package rebound.headless.internal;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.headless.Messages;
import rebound.model.Customer;
import rebound.pipeline.Pipeline;
import rebound.pipeline.WorkFilter;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Lists the lost customers that are most worth looking for, each with the next best step and what it rests on. */
@Component(property = Command.NAME + "=worklist")
@picocli.CommandLine.Command(name = "worklist")
public final class WorkListCommand implements Command {

	@Parameters(arity = "0..1", paramLabel = "TEXT")
	private String text;

	@Option(names = "--limit", defaultValue = "100", paramLabel = "NUMBER")
	private int limit;

	@Mixin
	private Listing.Option format;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public WorkListCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		List<WorkItem> items;
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			items = pipeline.workList(store, WorkFilter.OPEN.text(text).limit(Math.max(1, limit)), progress);
		}
		Listing listing = format.begin(console,
				List.of(Listing.text("customer_id", 12), Listing.text("full_name", 22), Listing.text("company", 22),
						Listing.text("email", 34), Listing.number("chance", 6), Listing.text("next_step", 0)));
		for (WorkItem item : items) {
			Customer customer = item.lost().customer();
			listing.row(customer.id(), customer.displayName(), customer.company(), item.lost().email(), item.chance(),
					sentence(item));
		}
		listing.end("worklist.none");
		return ExitCode.OK;
	}

	private String sentence(WorkItem item) {
		Messages messages = console.messages();
		Suggestion best = item.best();
		Customer customer = item.lost().customer();
		String phone = customer.phone() == null ? customer.mobile() : customer.phone();
		return switch (item.step()) {
			case CLEAR, WAIT -> messages.text("step." + item.step().id(), best.date());
			case TELL_FORWARD -> messages.text("step.tell_forward", best.evidence());
			case USE_ADDRESS, CHECK_ADDRESS ->
				messages.text("step." + item.step().id(), best.email(), messages.text("found." + best.kind().id(),
						best.evidence(), best.count()));
			case ASK_SUCCESSOR, ASK_COLLEAGUE -> messages.text("step." + item.step().id(), named(best.name()),
					named(best.email()), named(best.phone()));
			case CALL -> messages.text("step.call", phone);
			case SEARCH -> messages.text("step.search");
		};
	}

	private static String named(String text) {
		return text == null ? "-" : text;
	}
}
