package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
import rebound.report.ReportException;
import rebound.report.ReportOptions;
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

	@Option(names = "--format", paramLabel = "FORMAT")
	private String format;

	@Option(names = "--out", required = true, paramLabel = "FILE")
	private Path out;

	@Option(names = "--all")
	private boolean all;

	@Option(names = "--columns", split = ",", paramLabel = "COLUMN")
	private List<String> columns = List.of();

	@Option(names = "--set", paramLabel = "NAME=VALUE")
	private Map<String, String> settings = new HashMap<>();

	@Mixin
	private CustomerOptions customerOptions;

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
		String formatId = formatId();
		long unreadable = 0;
		Summaries summaries = new Summaries(console);
		try (BounceStore store = database.open(stores); Console.ShownProgress progress = console.progress()) {
			if (customers != null) {
				summaries.customers(
						pipeline.importCustomers(customers, customerOptions.settings(console), store, progress));
			}
			if (!mail.isEmpty()) {
				ImportSummary summary = pipeline.importMail(mail, store, progress);
				summaries.mail(summary);
				unreadable = summary.unreadable();
			} else {
				pipeline.judge(store);
			}
			ReportOptions options = new ReportOptions(console.messages().locale(), ReportOptions.DEFAULT.zone(),
					columns, true, settings);
			summaries.report(pipeline.report(store, formatId, !all, options, out, progress));
		}
		summaries.end();
		return Summaries.exitCode(unreadable);
	}

	/** A format that is not there is said before anything is read; without one the file's name tells. */
	private String formatId() throws ReportException {
		String name = out.getFileName() == null ? "" : out.getFileName().toString();
		String wanted = format != null
				? format.toLowerCase(Locale.ROOT)
				: name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (pipeline.reportFormats().contains(wanted)) {
			return wanted;
		}
		throw new ReportException(ReportException.Code.UNKNOWN_FORMAT, wanted, null);
	}
}
