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

/** Lifts protection. */
@Component(property = Command.NAME + "=unprotect")
@picocli.CommandLine.Command(name = "unprotect")
public final class UnprotectCommand implements Command {

	@Parameters(arity = "1..*", paramLabel = "ADDRESS")
	private List<String> addresses;

	@Option(names = "--note", paramLabel = "TEXT")
	private String note;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public UnprotectCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		return new Decisions(pipeline, stores, console).decide(database, addresses, Action.UNPROTECT, note);
	}
}
