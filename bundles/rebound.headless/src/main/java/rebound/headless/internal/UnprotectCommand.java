package rebound.headless.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import rebound.headless.Command;
import rebound.model.Decision.Action;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStores;

/** Lifts protection. */
@Component(service = Command.class, property = Command.NAME + "=unprotect")
@picocli.CommandLine.Command(name = "unprotect")
public final class UnprotectCommand extends AddressesCommand {

	@Activate
	public UnprotectCommand(@Reference Pipeline pipeline, @Reference BounceStores stores) {
		super(pipeline, stores, Action.UNPROTECT);
	}
}
