package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Hands what is known of the customers and their bounces to other programs. */
@Component(property = Command.NAME + "=export")
@picocli.CommandLine.Command(name = "export")
public final class ExportCommand implements Command {

	@Option(names = "--out", required = true, paramLabel = "FILE")
	private Path out;

	@Mixin
	private ExportOptions options;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public ExportCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		ReportOutput output = new ReportOutput(pipeline, console, options, out);
		Summaries summaries = new Summaries(console);
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			pipeline.judge(store);
			output.write(store, progress, summaries);
		}
		summaries.end();
		return ExitCode.OK;
	}
}
