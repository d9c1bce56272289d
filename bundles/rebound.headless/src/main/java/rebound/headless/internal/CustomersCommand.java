package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rebound.customers.MappedColumn;
import rebound.customers.ReadProfiles;
import rebound.customers.ReadSettings;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.Customer;
import rebound.pipeline.CustomerImport;
import rebound.pipeline.CustomerPreview;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Duplicates;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** The customer data. */
@Component(property = Command.NAME + "=customers")
@picocli.CommandLine.Command(name = "customers")
public final class CustomersCommand implements Command {

	/** Customers looked at for a preview. */
	private static final int PREVIEWED = 20;

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public CustomersCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Reads customers into the database. */
	@picocli.CommandLine.Command(name = "import")
	int importFile(@Parameters(paramLabel = "FILE") String file,
			@Option(names = "--profile", paramLabel = "PROGRAM") String profile, @Mixin CustomerOptions options,
			@Option(names = "--remove-gone") boolean removeGone, @Mixin DatabaseOption database, @Mixin Console console)
			throws IOException {
		CustomerImport summary;
		try (BounceStore store = database.open(stores); Console.ShownProgress progress = console.progress()) {
			summary = pipeline.importCustomers(file, options.settings(profile, console), removeGone, store, progress);
		}
		Summaries summaries = new Summaries(console);
		summaries.customers(summary);
		summaries.end();
		return Summaries.exitCode(summary.leftOut());
	}

	/** Shows how a file of customers is understood, and saves that on demand. */
	@picocli.CommandLine.Command(name = "preview")
	int preview(@Parameters(paramLabel = "FILE") String file,
			@Option(names = "--profile", paramLabel = "PROGRAM") String profile, @Mixin CustomerOptions options,
			@Option(names = "--save", paramLabel = "NAME") String name, @Mixin Listing.Option format,
			@Mixin Console console) throws IOException {
		if (name != null && !ReadProfiles.isName(name)) {
			throw Summaries.usage(console, "customers.badProfile", name);
		}
		ReadSettings settings = options.settings(profile, console);
		CustomerPreview preview = pipeline.previewCustomers(file, settings, PREVIEWED);
		Listing listing = format.begin(console,
				List.of(Listing.text("column", 30), Listing.text("field", 18), Listing.text("examples", 0)));
		for (int i = 0; i < preview.columns().size(); i++) {
			MappedColumn column = preview.columns().get(i);
			listing.row(column.header(), column.field().id(), preview.examples().get(i));
		}
		listing.end("customers.noColumns");
		console.say("customers.previewed", preview.customers().size(), preview.problems().size());
		if (name != null) {
			new ReadProfiles(DefaultDatabase.importProfiles()).save(name, settings);
			console.say("customers.profileSaved", name);
		}
		return ExitCode.OK;
	}

	/** Lists customers who share a mailbox. */
	@picocli.CommandLine.Command(name = "duplicates")
	int duplicates(@Mixin MatchingOption matching,
			@Option(names = "--limit", defaultValue = "1000", paramLabel = "NUMBER") int limit,
			@Mixin Listing.Option format, @Mixin DatabaseOption database, @Mixin Console console) {
		List<Duplicates> found;
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			found = matching.of(pipeline, console).duplicates(store, Math.max(1, limit), progress);
		}
		Listing listing = format.begin(console,
				List.of(Listing.text("mailbox", 34), Listing.text("customer_id", 12), Listing.text("full_name", 22),
						Listing.text("company", 22), Listing.text("email", 0)));
		for (Duplicates group : found) {
			for (Customer customer : group.customers()) {
				listing.row(group.mailbox(), customer.id(), customer.displayName(), customer.company(),
						String.join(", ", customer.emails()));
			}
		}
		listing.end("customers.noDuplicates");
		return ExitCode.OK;
	}

	/** Lists the accepted changes for the customer database. */
	@picocli.CommandLine.Command(name = "changes")
	int changes(@Option(names = "--all") boolean all, @Option(names = "--out", paramLabel = "FILE") Path file,
			@Option(names = "--written") boolean written, @Mixin Listing.Option format,
			@Mixin DatabaseOption database, @Mixin Console console) {
		if (written && file == null) {
			throw Summaries.usage(console, "changes.noFile");
		}
		try (BounceStore store = database.openExisting(stores)) {
			ChangesListing listing = new ChangesListing(store, console);
			return file == null ? listing.list(all, format) : listing.write(file, written);
		}
	}
}
