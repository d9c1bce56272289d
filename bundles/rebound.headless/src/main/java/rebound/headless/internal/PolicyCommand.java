package rebound.headless.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.pipeline.Pipeline;
import rebound.policy.PolicyFile;
import rebound.policy.PolicySettings;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.PolicyStore;

/** The blocking policy: what it is, another one, and what it would have done. */
@Component(property = Command.NAME + "=policy")
@picocli.CommandLine.Command(name = "policy")
public final class PolicyCommand implements Command {

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final Pipeline pipeline;
	private final BounceStores stores;

	@Activate
	public PolicyCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Prints all settings of the policy in force, or of one that decided. */
	@picocli.CommandLine.Command(name = "show")
	int show(@Parameters(arity = "0..1", paramLabel = "VERSION") String version, @Mixin Listing.Option format,
			@Mixin DatabaseOption database, @Mixin Console console) {
		PolicySettings settings;
		try (BounceStore store = database.open(stores)) {
			settings = version == null
					? pipeline.policy(store).settings()
					: PolicyFile.read(PolicyFile.properties(find(store, version, console).settings()));
		}
		if (format.isTable()) {
			console.say("policy.version", settings.version());
		}
		Map<String, Object> values = PolicyFile.values(settings);
		Listing listing = format.begin(console, List.of(Listing.text("setting", 24), Listing.text("value", 7),
				Listing.text("standard", 8), Listing.text("range", 13), Listing.text("sentence", 0)));
		for (PolicyFile.Setting setting : PolicyFile.settings()) {
			listing.row(setting.name(), values.get(setting.name()), setting.standard(),
					setting.standard() instanceof Boolean
							? "true|false"
							: setting.least() + ".." + setting.most(),
					setting.sentence());
		}
		listing.end("policy.none");
		return ExitCode.OK;
	}

	/** Lists the policies that were in force. */
	@picocli.CommandLine.Command(name = "versions")
	int versions(@Mixin Listing.Option format, @Mixin DatabaseOption database, @Mixin Console console) {
		List<PolicyStore.Version> versions;
		String inForce;
		try (BounceStore store = database.openExisting(stores)) {
			versions = store.policies().list();
			inForce = pipeline.policy(store).version();
		}
		Listing listing = format.begin(console, List.of(Listing.text("policy", 12), Listing.text("first_used_utc", 16),
				Listing.text("chosen_utc", 16), Listing.text("decided_by", 12), Listing.text("status", 8)));
		for (PolicyStore.Version version : versions) {
			listing.row(version.version(), version.firstUsed(), version.chosen(), version.by(),
					version.version().equals(inForce) ? "in force" : null);
		}
		listing.end("policy.none");
		return ExitCode.OK;
	}

	/** Puts other settings in force for this database. */
	@picocli.CommandLine.Command(name = "set")
	int set(@Parameters(arity = "0..*", paramLabel = "NAME=VALUE") Map<String, String> changes,
			@Option(names = "--policy", paramLabel = "FILE") Path file,
			@Option(names = "--version", paramLabel = "VERSION") String version,
			@Option(names = "--default") boolean standard, @Mixin DatabaseOption database, @Mixin Console console)
			throws IOException {
		if ((changes == null || changes.isEmpty()) && file == null && version == null && !standard) {
			throw Summaries.usage(console, "policy.setWhat");
		}
		PolicySettings settings;
		try (BounceStore store = database.open(stores)) {
			PolicySettings before = pipeline.policy(store).settings();
			Properties base = standard
					? new Properties()
					: file != null
							? load(file)
							: PolicyFile.properties(version == null
									? PolicyFile.text(before)
									: find(store, version, console).settings());
			if (changes != null) {
				changes.forEach(base::setProperty);
			}
			settings = settings(base, console);
			pipeline.choosePolicy(store, settings, before);
		}
		Summaries summaries = new Summaries(console);
		summaries.text("policy", settings.version());
		summaries.end();
		if (!console.json()) {
			console.say("policy.set", settings.version());
		}
		return ExitCode.OK;
	}

	/** Tells what a policy would have done, had it been in force and automatic all the time. */
	@picocli.CommandLine.Command(name = "replay")
	int replay(@Option(names = "--policy", paramLabel = "FILE") Path file,
			@Option(names = "--compare", paramLabel = "FILE") Path other, @Mixin Listing.Option format,
			@Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		List<PolicySettings> policies = new ArrayList<>();
		PolicySettings first = file == null ? null : settings(load(file), console);
		PolicySettings second = other == null ? null : settings(load(other), console);
		try (BounceStore store = database.openExisting(stores);
				Console.ShownProgress progress = console.progress()) {
			policies.add(first == null ? pipeline.policy(store).settings() : first);
			if (second != null) {
				policies.add(second);
			}
			new ReplaySheet(console, policies, format).print(store, progress);
		}
		return ExitCode.OK;
	}

	private static Properties load(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader text = Files.newBufferedReader(file)) {
			properties.load(text);
		} catch (IllegalArgumentException brokenEscape) {
			throw new IOException(brokenEscape);
		}
		return properties;
	}

	private static PolicySettings settings(Properties file, Console console) {
		try {
			return PolicyFile.read(file);
		} catch (IllegalArgumentException wrong) {
			throw Summaries.usage(console, "policy.wrong", wrong.getMessage(),
					file.getProperty(String.valueOf(wrong.getMessage())));
		}
	}

	private static PolicyStore.Version find(BounceStore store, String version, Console console) {
		return store.policies().find(version).orElseThrow(() -> Summaries.usage(console, "policy.unknown", version));
	}
}
