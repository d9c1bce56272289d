package rebound.headless.internal;

import java.io.IOException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Reads mails into the database. */
@Component(property = Command.NAME + "=import")
@picocli.CommandLine.Command(name = "import")
public final class ImportCommand implements Command {

	@Parameters(arity = "1..*", paramLabel = "PATH")
	private List<String> paths;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public ImportCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		ImportSummary summary;
		try (BounceStore store = database.open(stores); Console.ShownProgress progress = console.progress()) {
			summary = pipeline.importMail(paths, store, progress);
		}
		Summaries summaries = new Summaries(console);
		summaries.mail(summary);
		summaries.end();
		return Summaries.exitCode(summary.unreadable());
	}
}
