package rebound.headless.internal;

import java.io.IOException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.model.Decision.Action;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStores;

/** Blocks addresses. */
@Component(property = Command.NAME + "=block")
@picocli.CommandLine.Command(name = "block")
public final class BlockCommand implements Command {

	@Parameters(arity = "0..*", paramLabel = "ADDRESS")
	private List<String> addresses = List.of();

	@Option(names = "--domain", paramLabel = "DOMAIN")
	private String domain;

	@Option(names = "--note", paramLabel = "TEXT")
	private String note;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public BlockCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		if (addresses.isEmpty() == (domain == null)) {
			throw Summaries.usage(console, "decide.whom");
		}
		Decisions decisions = new Decisions(pipeline, stores, console);
		return domain == null
				? decisions.decide(database, addresses, Action.BLOCK, note)
				: decisions.decide(database, decisions.ofDomain(database, domain), Action.BLOCK, note);
	}
}
