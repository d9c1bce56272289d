package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.pipeline.Connections;
import rebound.pipeline.Pipeline;
import rebound.report.ReportProfile;
import rebound.report.TableTarget;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Hands what is known of the customers and their bounces to other programs. */
@Component(property = Command.NAME + "=export")
@picocli.CommandLine.Command(name = "export")
public final class ExportCommand implements Command {

	/** A file or a database. */
	static final class Target {
		@Option(names = "--out", paramLabel = "FILE")
		private Path out;

		@Option(names = "--to", paramLabel = "URL")
		private String url;
	}

	@ArgGroup(multiplicity = "1")
	private Target target;

	@Option(names = "--table", defaultValue = TableTarget.TABLE, paramLabel = "NAME")
	private String table;

	@Option(names = "--create")
	private boolean create;

	@Mixin
	private ExportOptions options;

	@Mixin
	private MatchingOption matching;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;
	private final Connections connections;

	@Activate
	public ExportCommand(@Reference Pipeline pipeline, @Reference BounceStores stores,
			@Reference Connections connections) {
		this.pipeline = pipeline;
		this.stores = stores;
		this.connections = connections;
	}

	@Override
	public Integer call() throws IOException {
		Pipeline matched = matching.of(pipeline, console);
		ReportOutput output = target.out == null
				? null
				: new ReportOutput(matched, console, options, target.out);
		ReportProfile rows = options.profile(console);
		if (output == null) {
			options.save(rows);
		}
		Summaries summaries = new Summaries(console);
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			pipeline.judge(store);
			if (output != null) {
				output.write(store, progress, summaries);
			} else {
				TableTarget tables = new TableTarget(() -> connections.connect(target.url), table, create);
				summaries.tables(matched.report(store, rows, console.messages().locale(), tables, progress));
			}
		}
		summaries.end();
		return ExitCode.OK;
	}
}
