package rebound.headless.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.store.BounceStores;

/** Prints the bounce log. */
@Component(property = Command.NAME + "=log")
@picocli.CommandLine.Command(name = "log")
public final class LogCommand implements Command {

	@Mixin
	private LogOptions options;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final BounceStores stores;

	@Activate
	public LogCommand(@Reference BounceStores stores) {
		this.stores = stores;
	}

	@Override
	public Integer call() {
		return options.print(stores, database, console);
	}
}
