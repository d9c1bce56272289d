package rebound.headless.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import rebound.headless.Command;
import rebound.model.Decision.Action;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStores;

/** Protects addresses: they are only ever suggested. */
@Component(service = Command.class, property = Command.NAME + "=protect")
@picocli.CommandLine.Command(name = "protect")
public final class ProtectCommand extends AddressesCommand {

	@Activate
	public ProtectCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		super(pipeline, stores, Action.PROTECT);
	}
}
