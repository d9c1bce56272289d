package rebound.headless.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import rebound.headless.Console;
import rebound.headless.ExitCode;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.store.BounceStore;

/** Lists the accepted changes, or writes them to a file for the customer database. */
final class ChangesListing {

	private static final List<Listing.Column> COLUMNS = List.of(Listing.text("customer_id", 12),
			Listing.text("full_name", 20), Listing.text("kind", 13),
			Listing.text("state", 9), Listing.text("old_value", 30), Listing.text("new_value", 30),
			Listing.text("crm_value", 20), Listing.text("change_id", 36), Listing.text("evidence", 0));
	private static final String HEADER = "change_id,customer_id,external_id,crm_record_id,full_name,kind,old_value,"
			+ "new_value,source,evidence,accepted_utc,accepted_by,state,crm_value\r\n";

	private final BounceStore store;
	private final Console console;

	ChangesListing(BounceStore store, Console console) {
		this.store = store;
		this.console = console;
	}

	/** @param all also those that are done or taken back */
	int list(boolean all, Listing.Option format) {
		Listing listing = format.begin(console, COLUMNS);
		for (CustomerChange change : changes(all ? EnumSet.allOf(State.class) : open())) {
			listing.row(change.customer(), name(change), change.kind().id(), change.state().id(),
					change.oldValue(), change.newValue(), change.found(), change.id(),
					change.evidence());
		}
		listing.end("changes.none");
		return ExitCode.OK;
	}

	/**
	 * Writes what is still to be entered.
	 *
	 * @param count whether the written ones count as entered from now on
	 */
	int write(Path file, boolean count) {
		List<CustomerChange> pending = changes(EnumSet.of(State.PENDING));
		try (OutputFile out = new OutputFile(file, console)) {
			out.write(HEADER.getBytes(StandardCharsets.UTF_8));
			for (CustomerChange change : pending) {
				Customer customer = store.customers().find(change.customer()).orElse(null);
				out.write(new CsvLine().add(change.id()).add(change.customer())
						.add(customer == null ? null : customer.externalId())
						.add(customer == null ? null : customer.crmRecordId())
						.add(customer == null ? null : customer.displayName()).add(change.kind().id())
						.add(change.oldValue()).add(change.newValue()).add(change.source()).add(change.evidence())
						.add(change.accepted()).add(change.by()).add(change.state().id()).add(change.found())
						.toString().getBytes(StandardCharsets.UTF_8));
			}
			out.commit();
		}
		if (count) {
			Instant now = Instant.now();
			store.changes().settle(pending.stream().map(change -> change.settled(State.WRITTEN, now, null)).toList());
		}
		console.say("changes.written", file, pending.size());
		return ExitCode.OK;
	}

	static Set<State> open() {
		return EnumSet.of(State.PENDING, State.CONFLICT, State.WRITTEN);
	}

	private List<CustomerChange> changes(Set<State> states) {
		List<CustomerChange> changes = new ArrayList<>();
		store.changes().forEach(states, changes::add);
		return changes;
	}

	private String name(CustomerChange change) {
		return store.customers().find(change.customer()).map(Customer::displayName).orElse(null);
	}
}
