package rebound.headless.internal;

import java.nio.charset.StandardCharsets;
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
import rebound.model.Standing;
import rebound.model.Standing.State;
import rebound.pipeline.Pipeline;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Prints the suppression list: the addresses that mailings leave out. */
@Component(property = Command.NAME + "=suppressed")
@picocli.CommandLine.Command(name = "suppressed")
public final class SuppressedCommand implements Command {

	/** The forms of the list. */
	enum Format {
		plain, csv
	}

	@Option(names = "--format", defaultValue = "plain", paramLabel = "plain|csv")
	private Format format;

	@Option(names = "--hold")
	private boolean hold;

	@Option(names = "--out", paramLabel = "FILE")
	private Path out;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public SuppressedCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		Sentences sentences = new Sentences(console.messages());
		StandingFilter filter = hold
				? StandingFilter.ALL.withStates(State.BLOCKED, State.HOLD)
				: StandingFilter.ALL.withStates(State.BLOCKED);
		try (BounceStore store = database.openExisting(stores); OutputFile file = new OutputFile(out, console)) {
			pipeline.judge(store);
			if (format == Format.csv) {
				file.write(bytes(
						new CsvLine().add("email").add("status").add("since_utc").add("rule_id").add("why")));
			}
			store.addresses().forEach(filter, standing -> {
				console.checkCancelled();
				file.write(bytes(line(standing, sentences)));
			});
			file.commit();
		}
		return ExitCode.OK;
	}

	private Object line(Standing standing, Sentences sentences) {
		if (format == Format.plain) {
			return standing.address() + System.lineSeparator();
		}
		return new CsvLine().add(standing.address()).add(standing.state().id()).add(standing.since())
				.add(standing.grounds() == null ? null : standing.grounds().rule().id()).add(sentences.why(standing));
	}

	private static byte[] bytes(Object line) {
		return line.toString().getBytes(StandardCharsets.UTF_8);
	}
}
