package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
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
import rebound.headless.ExitCode;
import rebound.model.AddressKey;
import rebound.pipeline.FoundCustomer;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Writes all that is stored of a person, for a subject-access request: one JSON object. */
@Component(property = Command.NAME + "=export-person")
@picocli.CommandLine.Command(name = "export-person")
public final class ExportPersonCommand implements Command {

	/** An address may belong to several customers. */
	private static final int MOST_FOUND = 100;

	@Parameters(paramLabel = "ADDRESS")
	private String address;

	@Option(names = "--out", paramLabel = "FILE")
	private Path out;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public ExportPersonCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		AddressKey key = Decisions.address(address, console);
		try (BounceStore store = database.openExisting(stores);
				OutputFile file = new OutputFile(out, console);
				Console.ShownProgress progress = console.progress()) {
			List<FoundCustomer> found = pipeline.find(store, key.value(), MOST_FOUND, progress);
			file.write(new PersonJson(console.messages()).of(store.privacy().export(key), found));
			file.commit();
		}
		return ExitCode.OK;
	}
}
