package rebound.headless.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.DomainCheck;
import rebound.model.DomainChecks;
import rebound.pipeline.Company;
import rebound.pipeline.FoundCustomer;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Tells all that is known of a customer or an address, and every way that was found to reach them. */
@Component(property = Command.NAME + "=find")
@picocli.CommandLine.Command(name = "find")
public final class FindCommand implements Command {

	@Parameters(index = "0", paramLabel = "ADDRESS|CUSTOMER")
	private String text;

	@Option(names = "--limit", defaultValue = "10", paramLabel = "NUMBER")
	private int limit;

	@Option(names = "--company")
	private boolean company;

	@Mixin
	private MatchingOption matching;

	@Mixin
	private DomainOptions domains;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final Pipeline pipeline;
	private final BounceStores stores;
	private final DomainChecks checks;

	/** @param checks asks the DNS; may be {@code null} */
	@Activate
	public FindCommand(@Reference Pipeline pipeline, @Reference BounceStores stores,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) DomainChecks checks) {
		this.pipeline = pipeline;
		this.stores = stores;
		this.checks = checks;
	}

	@Override
	public Integer call() throws IOException {
		DomainCheck check = domains.check(checks, console);
		Pipeline whom = matching.of(pipeline, console);
		if (company) {
			return company(whom, check);
		}
		List<FoundCustomer> found;
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			found = check == null
					? whom.find(store, text, Math.max(1, limit), progress)
					: whom.find(store, text, Math.max(1, limit), check, progress);
		}
		if (console.json()) {
			JsonWriter json = new JsonWriter();
			FoundJson writer = new FoundJson(json);
			for (FoundCustomer customer : found) {
				console.checkCancelled();
				writer.write(customer);
				console.out().write(json.endLine().take());
			}
			return ExitCode.OK;
		}
		FoundText writer = new FoundText(console);
		found.forEach(writer::print);
		if (text.indexOf('@') > 0 && found.size() > 1) {
			console.say("find.shared", found.size(), text);
		}
		if (found.isEmpty()) {
			console.say("find.nothing", text);
		}
		return ExitCode.OK;
	}

	private int company(Pipeline whom, DomainCheck check) throws IOException {
		Optional<Company> found;
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			if (check != null) {
				whom.find(store, text, Math.max(1, limit), check, progress);
			}
			found = whom.company(store, text, progress);
		}
		if (found.isEmpty() && !console.json()) {
			console.say("find.nothing", text);
		} else if (found.isPresent() && console.json()) {
			console.out().write(CompanyText.json(found.get()));
		} else if (found.isPresent()) {
			new CompanyText(console).print(found.get());
		}
		return ExitCode.OK;
	}
}
