package rebound.headless.internal;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.Decision;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Lists what was decided, when, by whom and why. */
@Component(property = Command.NAME + "=audit")
@picocli.CommandLine.Command(name = "audit")
public final class AuditCommand implements Command {

	private static final int PAGE = 1000;

	@Option(names = "--limit", paramLabel = "N")
	private long limit = Long.MAX_VALUE;

	@Mixin
	private Listing.Option format;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final BounceStores stores;

	@Activate
	public AuditCommand(@Reference BounceStores stores) {
		this.stores = stores;
	}

	@Override
	public Integer call() {
		Sentences sentences = new Sentences(console.messages());
		try (BounceStore store = database.openExisting(stores)) {
			Listing listing = format.begin(console, List.of(Listing.text("decided_utc", 16), Listing.text("action", 9),
					Listing.text("email", 36), Listing.text("decided_by", 12), Listing.text("batch_id", 36),
					Listing.text("policy", 10),
					Listing.text("why", 0)));
			List<Decision> page;
			long offset = 0;
			do {
				page = store.decisions().page(offset, (int) Math.min(PAGE, limit - offset));
				for (Decision decision : page) {
					listing.row(decision.at(), decision.action().id(), decision.address(), decision.by(),
							decision.batch(), decision.policyVersion(), why(decision, sentences));
				}
				offset += page.size();
			} while (page.size() == PAGE && offset < limit);
			listing.end("audit.none");
		}
		return ExitCode.OK;
	}

	private static String why(Decision decision, Sentences sentences) {
		if (decision.note() != null && !decision.note().isBlank()) {
			return decision.note();
		}
		return decision.grounds() == null ? "" : sentences.why(decision.grounds());
	}
}
