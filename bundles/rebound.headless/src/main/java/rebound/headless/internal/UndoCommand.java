package rebound.headless.internal;

import java.io.IOException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStores;

/** Takes decisions back, as if they had never been made. */
@Component(property = Command.NAME + "=undo")
@picocli.CommandLine.Command(name = "undo")
public final class UndoCommand implements Command {

	@Parameters(paramLabel = "ID")
	private String id;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public UndoCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		return new Decisions(pipeline, stores, console).undo(database, id);
	}
}
