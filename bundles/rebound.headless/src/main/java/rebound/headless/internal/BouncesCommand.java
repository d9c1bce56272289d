package rebound.headless.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.store.BounceStores;

/** The bounces that were stored: {@code bounces list} is the same as {@code log}. */
@Component(property = Command.NAME + "=bounces")
@picocli.CommandLine.Command(name = "bounces")
public final class BouncesCommand implements Command {

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final BounceStores stores;

	@Activate
	public BouncesCommand(@Reference BounceStores stores) {
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Lists what came back, latest first. */
	@picocli.CommandLine.Command(name = "list")
	int list(@Mixin LogOptions options, @Mixin DatabaseOption database, @Mixin Console console) {
		return options.print(stores, database, console);
	}
}
