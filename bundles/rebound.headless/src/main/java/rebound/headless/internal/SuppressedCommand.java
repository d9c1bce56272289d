package rebound.headless.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Command;
import rebound.headless.CommandFailure;
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
	public Integer call() throws IOException {
		Sentences sentences = new Sentences(console.messages());
		StandingFilter filter = hold
				? StandingFilter.ALL.withStates(State.BLOCKED, State.HOLD)
				: StandingFilter.ALL.withStates(State.BLOCKED);
		try (BounceStore store = database.openExisting(stores); OutputFile file = OutputFile.open(out, console)) {
			pipeline.judge(store);
			OutputStream stream = new BufferedOutputStream(file.stream(), 1 << 16);
			if (format == Format.csv) {
				write(stream, new CsvLine().add("email").add("status").add("since_utc").add("rule_id").add("why"));
			}
			store.addresses().forEach(filter, standing -> {
				console.checkCancelled();
				write(stream, line(standing, sentences));
			});
			stream.flush();
			file.commit();
		} catch (UncheckedIOException unwritten) {
			throw new CommandFailure(ExitCode.NO_OUTPUT,
					out == null
							? null
							: console.messages().text("failure.output", out,
									Failures.sentence(unwritten.getCause(), console.messages())),
					unwritten);
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

	private static void write(OutputStream stream, Object line) {
		try {
			stream.write(line.toString().getBytes(StandardCharsets.UTF_8));
		} catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
