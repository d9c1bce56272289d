package rebound.headless.internal;

import java.io.IOException;
import java.time.Instant;

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
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.Privacy.Erased;

/** Erases a person; of a blocked address a keyed hash stays. */
@Component(property = Command.NAME + "=erase")
@picocli.CommandLine.Command(name = "erase")
public final class EraseCommand implements Command {

	@Parameters(paramLabel = "ADDRESS")
	private String address;

	@Option(names = "--yes")
	private boolean yes;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public EraseCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		AddressKey key = Decisions.address(address, console);
		if (!yes) {
			throw Summaries.usage(console, "erase.sure", key);
		}
		Erased erased;
		boolean kept;
		try (BounceStore store = database.openExisting(stores)) {
			// An automatic block must be known before what it rests on goes.
			pipeline.judge(store);
			erased = store.privacy().erase(key, Instant.now());
			kept = store.privacy().tombstone(key).isPresent();
		}
		Summaries summaries = new Summaries(console);
		summaries.count("events", erased.events());
		summaries.count("mails", erased.mails());
		summaries.count("customers", erased.customers());
		summaries.count("decisions", erased.decisions());
		summaries.count("tombstones", kept ? 1 : 0);
		summaries.end();
		if (!console.json()) {
			console.say("erase.done", key, erased.events(), erased.mails(), erased.customers());
			if (kept) {
				console.say("erase.kept");
			}
		}
		return ExitCode.OK;
	}
}
