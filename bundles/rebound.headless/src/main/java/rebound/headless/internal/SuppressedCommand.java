package rebound.headless.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import rebound.report.ReportOptions;
import rebound.report.ReportProfile;
import rebound.report.SuppressionProfile;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** The suppression list, the addresses that mailings leave out: printed, or as the file that a service imports. */
@Component(property = Command.NAME + "=suppressed")
@picocli.CommandLine.Command(name = "suppressed")
public final class SuppressedCommand implements Command {

	/** The forms of the list. */
	enum Format {
		plain, csv
	}

	@Option(names = "--format", defaultValue = "plain", paramLabel = "plain|csv")
	private Format format;

	@Option(names = "--profile", paramLabel = "SERVICE")
	private String profile;

	@Option(names = "--key-file", paramLabel = "FILE")
	private Path keyFile;

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
		if (profile != null) {
			return write(service());
		}
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

	/** The form of one service, in a file of its own with its counts beside it. */
	private int write(SuppressionProfile service) throws IOException {
		ReportProfile list = ReportProfile.of(service);
		if (keyFile != null) {
			String key = Files.readString(keyFile).lines().findFirst().orElse("");
			list = list.with("key", key);
		}
		Summaries summaries = new Summaries(console);
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			pipeline.judge(store);
			summaries.report(pipeline.report(store, list, console.messages().locale(), ReportOptions.DEFAULT.zone(),
					out, progress));
		}
		if (!service.isVerified()) {
			console.say("suppressed.unverified", service.id());
		}
		summaries.end();
		return ExitCode.OK;
	}

	private SuppressionProfile service() {
		if (out == null || hold) {
			throw Summaries.usage(console, out == null ? "suppressed.noOut" : "suppressed.noHold");
		}
		return SuppressionProfile.of(profile).orElseThrow(() -> Summaries.usage(console, "suppressed.unknownProfile",
				profile, Stream.of(SuppressionProfile.values()).map(SuppressionProfile::id).sorted()
						.collect(Collectors.joining(", "))));
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
