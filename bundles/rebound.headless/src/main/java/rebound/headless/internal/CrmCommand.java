package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
import rebound.customers.CrmConnector.WriteResult;
import rebound.customers.CrmConnector.WriteResult.Outcome;
import rebound.headless.Command;
import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.CustomerChange;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** The live connection to a CRM program. */
@Component(property = Command.NAME + "=crm")
@picocli.CommandLine.Command(name = "crm")
public final class CrmCommand implements Command {

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public CrmCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** The two ways to write: look, or do. */
	public static final class Confirmation {
		@Option(names = "--dry-run")
		private boolean dryRun;

		@Option(names = "--yes")
		private boolean yes;

		private boolean isDryRun(Console console) {
			if (dryRun == yes) {
				throw Summaries.usage(console, "crm.chooseOne");
			}
			return dryRun;
		}
	}

	/** Writes the accepted changes into the customer database. */
	@picocli.CommandLine.Command(name = "push")
	int push(@Parameters(paramLabel = "CONNECTION") String connection, @Mixin Confirmation confirmation,
			@Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		boolean dryRun = confirmation.isDryRun(console);
		try (BounceStore store = database.openExisting(stores)) {
			return tell(pipeline.push(connection, dryRun, store), dryRun, console);
		} catch (NoSuchFileException none) {
			throw noConnector(connection, console, none);
		}
	}

	/** Takes written changes back in the customer database. */
	@picocli.CommandLine.Command(name = "undo")
	int undo(@Parameters(paramLabel = "CONNECTION") String connection, @Parameters(paramLabel = "BATCH") String batch,
			@Mixin Confirmation confirmation, @Mixin DatabaseOption database, @Mixin Console console)
			throws IOException {
		boolean dryRun = confirmation.isDryRun(console);
		try (BounceStore store = database.openExisting(stores)) {
			List<WriteResult> results = pipeline.takeBack(connection, batch, dryRun, store);
			if (results.isEmpty()) {
				throw Summaries.usage(console, "decide.nothingToUndo", batch);
			}
			return tell(results, dryRun, console);
		} catch (NoSuchFileException none) {
			throw noConnector(connection, console, none);
		}
	}

	private static CommandFailure noConnector(String connection, Console console, IOException cause) {
		return new CommandFailure(ExitCode.NO_INPUT, console.messages().text("crm.noConnector", connection), cause);
	}

	private static int tell(List<WriteResult> results, boolean dryRun, Console console) throws IOException {
		long written = results.stream().filter(result -> result.outcome() == Outcome.WRITTEN).count();
		Summaries summaries = new Summaries(console);
		summaries.count("written", written);
		summaries.count("notWritten", results.size() - written);
		summaries.end();
		if (!console.json()) {
			for (WriteResult result : results) {
				CustomerChange change = result.change();
				console.say("crm.result", change.customer(), change.kind().id(), named(change.oldValue()),
						named(change.newValue()),
						console.messages().text("crm.outcome." + result.outcome(), named(result.found())));
			}
			console.say(dryRun ? "crm.dryRun" : "crm.done", written, results.size() - written);
		}
		return written == results.size() ? ExitCode.OK : ExitCode.INCOMPLETE;
	}

	private static String named(String text) {
		return text == null || text.isEmpty() ? "-" : text;
	}
}
