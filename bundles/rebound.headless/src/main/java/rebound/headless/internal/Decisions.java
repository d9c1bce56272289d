package rebound.headless.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.AddressKey;
import rebound.model.Decision;
import rebound.model.Decision.Action;
import rebound.model.Grounds;
import rebound.model.PolicyRule;
import rebound.pipeline.Pipeline;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Decisions that the user makes on the command line. */
final class Decisions {

	private static final int MOST_CUSTOMERS = 100_000;

	private final Pipeline pipeline;
	private final BounceStores stores;
	private final Console console;

	Decisions(Pipeline pipeline, BounceStores stores, Console console) {
		this.pipeline = pipeline;
		this.stores = stores;
		this.console = console;
	}

	/** Decides the same about some addresses; all of it can be undone at once. */
	int decide(DatabaseOption database, List<String> addresses, Action action, String note) throws IOException {
		Instant now = Instant.now();
		String batch = UUID.randomUUID().toString();
		Grounds grounds = new Grounds(PolicyRule.USER, null, 0, null, null, null);
		List<AddressKey> keys = addresses.stream().map(address -> address(address, console)).toList();
		try (BounceStore store = database.open(stores)) {
			String policy = pipeline.policy(store).version();
			String user = store.user();
			store.decisions().add(keys.stream().map(key -> new Decision(UUID.randomUUID().toString(), key, action, now,
					user, batch, grounds, policy, null, note)).toList());
			pipeline.judge(store);
		}
		tell("decide." + action, keys.size(), batch);
		return ExitCode.OK;
	}

	/** @return the known addresses of a domain: those of customers, and those that something came back of */
	List<String> ofDomain(DatabaseOption database, String domain) {
		String wanted = AddressKey.of("x@" + domain).domain();
		Set<String> addresses = new TreeSet<>();
		try (BounceStore store = database.openExisting(stores)) {
			store.addresses().forEach(StandingFilter.ALL, standing -> {
				if (standing.address().domain().equals(wanted)) {
					addresses.add(standing.address().value());
				}
			});
			store.customers().byDomain(wanted, MOST_CUSTOMERS).forEach(customer -> customer.emails().stream()
					.map(AddressKey::of).filter(key -> key.domain().equals(wanted)).forEach(key -> addresses.add(
							key.value())));
		}
		if (addresses.isEmpty()) {
			throw Summaries.usage(console, "decide.emptyDomain", domain);
		}
		return List.copyOf(addresses);
	}

	/** @throws CommandFailure if this is no address */
	static AddressKey address(String address, Console console) {
		if (address.indexOf('@') < 1 || address.indexOf('@') == address.length() - 1) {
			throw Summaries.usage(console, "decide.noAddress", address);
		}
		return AddressKey.of(address);
	}

	/** Takes decisions back. */
	int undo(DatabaseOption database, String batch) throws IOException {
		int undone;
		try (BounceStore store = database.openExisting(stores)) {
			undone = store.decisions().undo(batch, store.user(), Instant.now()).size()
					+ store.changes().withdraw(batch, Instant.now()).size();
			pipeline.judge(store);
		}
		if (undone == 0) {
			throw Summaries.usage(console, "decide.nothingToUndo", batch);
		}
		tell("decide.UNDO", undone, batch);
		return ExitCode.OK;
	}

	private void tell(String key, int count, String batch) throws IOException {
		Summaries summaries = new Summaries(console);
		summaries.count("decisions", count);
		summaries.batch(batch);
		summaries.end();
		if (!console.json()) {
			console.say(key, count, batch);
		}
	}
}
