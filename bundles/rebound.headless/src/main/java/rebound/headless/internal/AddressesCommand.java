package rebound.headless.internal;

import java.io.IOException;
import java.util.List;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.model.Decision.Action;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStores;

/** Decides the same about some addresses. */
abstract class AddressesCommand implements Command {

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
	private final Action action;

	AddressesCommand(Pipeline pipeline, BounceStores stores, Action action) {
		this.pipeline = pipeline;
		this.stores = stores;
		this.action = action;
	}

	@Override
	public Integer call() throws IOException {
		return new Decisions(pipeline, stores, console).decide(database, addresses, action, note);
	}
}
