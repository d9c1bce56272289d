package rebound.headless.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import rebound.headless.Command;
import rebound.model.Decision.Action;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStores;

/** Lifts blocks: the addresses work. */
@Component(service = Command.class, property = Command.NAME + "=unblock")
@picocli.CommandLine.Command(name = "unblock")
public final class UnblockCommand extends AddressesCommand {

	@Activate
	public UnblockCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		super(pipeline, stores, Action.UNBLOCK);
	}
}
