package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Writes the bounce report; with mail and customers it reads these first, so that one line is the whole job. */
@Component(property = Command.NAME + "=report")
@picocli.CommandLine.Command(name = "report")
public final class ReportCommand implements Command {

	@Option(names = "--mail", arity = "1..*", paramLabel = "PATH")
	private List<String> mail = List.of();

	@Option(names = "--customers", paramLabel = "FILE")
	private String customers;

	@Option(names = "--customers-profile", paramLabel = "PROGRAM")
	private String customersProfile;

	@Option(names = "--out", required = true, paramLabel = "FILE")
	private Path out;

	@Mixin
	private ExportOptions options;

	@Mixin
	private CustomerOptions customerOptions;

	@Mixin
	private MatchingOption matching;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public ReportCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		ReportOutput output = new ReportOutput(matching.of(pipeline, console), console, options, out);
		long unreadable = 0;
		Summaries summaries = new Summaries(console);
		try (BounceStore store = database.open(stores); Console.ShownProgress progress = console.progress()) {
			if (customers != null) {
				summaries.customers(
						pipeline.importCustomers(customers, customerOptions.settings(customersProfile, console), store,
								progress));
			}
			if (!mail.isEmpty()) {
				ImportSummary summary = pipeline.importMail(mail, store, progress);
				summaries.mail(summary);
				unreadable = summary.unreadable();
			} else {
				pipeline.judge(store);
			}
			output.write(store, progress, summaries);
		}
		summaries.end();
		return Summaries.exitCode(unreadable);
	}
}
