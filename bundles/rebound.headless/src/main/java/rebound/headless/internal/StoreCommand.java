package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

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
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.Upkeep;
import rebound.store.Upkeep.Damage;

/** Care for the database. */
@Component(property = Command.NAME + "=store")
@picocli.CommandLine.Command(name = "store")
public final class StoreCommand implements Command {

	private static final String SERVER = "jdbc:postgresql:";

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final BounceStores stores;

	@Activate
	public StoreCommand(@Reference BounceStores stores) {
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Makes the database, or brings it up to date. */
	@picocli.CommandLine.Command(name = "init")
	int init(@Option(names = "--roles") boolean roles, @Mixin DatabaseOption database, @Mixin Console console)
			throws IOException {
		if (roles && !database.location().startsWith(SERVER)) {
			throw Summaries.usage(console, "store.noServer");
		}
		try (BounceStore store = database.open(stores)) {
			if (roles) {
				console.say("store.roles", store.upkeep().createRoles().toArray());
			}
			return tell(console, "store.ready", "location", store.location());
		}
	}

	/** Looks for damage. */
	@picocli.CommandLine.Command(name = "check")
	int check(@Mixin Listing.Option format, @Mixin DatabaseOption database, @Mixin Console console) {
		List<Damage> damage;
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			damage = store.upkeep().check(watch(progress));
		}
		Listing listing = format.begin(console, List.of(Listing.text("damage", 18), Listing.text("where", 0)));
		damage.forEach(
				each -> listing.row(each.code().name().toLowerCase(Locale.ROOT).replace("_", "-"), each.detail()));
		listing.end("store.sound");
		if (!damage.isEmpty()) {
			console.warn("store.damaged", damage.size());
			return ExitCode.DATABASE;
		}
		return ExitCode.OK;
	}

	/** Copies the database into a folder, while it is in use by nobody else. */
	@picocli.CommandLine.Command(name = "backup")
	int backup(@Parameters(paramLabel = "FOLDER") Path folder, @Mixin DatabaseOption database, @Mixin Console console)
			throws IOException {
		refuseServer(database.location(), console);
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			store.upkeep().backup(folder, watch(progress));
		}
		return tell(console, "store.backedUp", "folder", folder.toString());
	}

	/** Puts a backup in place. */
	@picocli.CommandLine.Command(name = "restore")
	int restore(@Parameters(paramLabel = "FOLDER") Path folder, @Mixin DatabaseOption database, @Mixin Console console)
			throws IOException {
		refuseServer(database.location(), console);
		stores.restore(folder, database.location());
		return tell(console, "store.restored", "location", database.location());
	}

	/** Gives unused disk space back. */
	@picocli.CommandLine.Command(name = "compact")
	int compact(@Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			store.upkeep().compact(watch(progress));
		}
		return tell(console, "store.compacted", "location", database.location());
	}

	/** Carries everything into another database; the old one stays as it is. */
	@picocli.CommandLine.Command(name = "move")
	int move(@Option(names = "--to", required = true, paramLabel = "DIR|URL") String to,
			@Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		if (to.equals(database.location())) {
			throw Summaries.usage(console, "store.samePlace", to);
		}
		try (BounceStore from = database.openExisting(stores);
				BounceStore target = stores.open(to);
				Console.ShownProgress progress = console.progress()) {
			from.upkeep().copyTo(target, watch(progress));
			List<Damage> damage = target.upkeep().check(watch(progress));
			if (!damage.isEmpty()) {
				console.warn("store.damaged", damage.size());
				return ExitCode.DATABASE;
			}
		}
		return tell(console, "store.moved", "location", to);
	}

	private static Upkeep.Watch watch(Console.ShownProgress progress) {
		return (fraction, items) -> {
			progress.done(fraction, items);
			if (progress.cancelled()) {
				throw new CancellationException();
			}
		};
	}

	private static void refuseServer(String location, Console console) {
		if (location.startsWith(SERVER)) {
			throw Summaries.usage(console, "store.server");
		}
	}

	private static int tell(Console console, String key, String name, String value) throws IOException {
		Summaries summaries = new Summaries(console);
		summaries.text(name, value);
		summaries.end();
		if (!console.json()) {
			console.say(key, value);
		}
		return ExitCode.OK;
	}
}
