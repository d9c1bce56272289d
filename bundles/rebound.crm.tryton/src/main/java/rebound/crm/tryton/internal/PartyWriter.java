package rebound.crm.tryton.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import rebound.crm.tryton.internal.TrytonServer.ChangedMeanwhile;
import rebound.customers.CrmConnector.WriteOrder;
import rebound.customers.CrmConnector.WriteResult;
import rebound.customers.CrmConnector.WriteResult.Outcome;
import rebound.customers.CrmNotes;
import rebound.model.AddressKey;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;

/**
 * Writes changes of parties. An address replaces the one that fails; the bounce status becomes a line of that address's
 * comment; notes and tasks become notes of the party, for its module knows no tasks.
 */
final class PartyWriter {

	private static final String MECHANISM = "party.contact_mechanism";
	private static final String NOTE = "ir.note";
	private static final int MOST_RECORDS = 1_000;
	private static final int LONGEST_KEY = 18;

	private final TrytonServer server;
	private final boolean dryRun;

	PartyWriter(TrytonServer server, boolean dryRun) {
		this.server = server;
		this.dryRun = dryRun;
	}

	WriteResult write(WriteOrder order) throws IOException {
		CustomerChange change = order.change();
		Long party = party(order.customer().crmRecordId());
		if (party == null) {
			return new WriteResult(change, Outcome.MISSING, null);
		}
		List<Map<?, ?>> addresses = server.searchRead(MECHANISM,
				List.of(List.of("party", "=", party), List.of("type", "=", "email")), MOST_RECORDS,
				List.of("sequence", "id"), List.of("value", "comment", "_timestamp"));
		String found = String.join(", ", addresses.stream().map(address -> text(address, "value")).toList());
		try {
			boolean isWritten = switch (change.kind()) {
				case EMAIL -> replace(addresses, change);
				case BOUNCE_STATUS -> comment(addresses, change) || note(party, change);
				case NOTE, TASK -> note(party, change);
			};
			return isWritten
					? new WriteResult(change, Outcome.WRITTEN, null)
					: new WriteResult(change, Outcome.CONFLICT, change.kind() == Kind.EMAIL ? found : "");
		} catch (ChangedMeanwhile others) {
			return new WriteResult(change, Outcome.CONFLICT, found);
		}
	}

	/** @return the party's id, {@code null} if there is no such party any more */
	private Long party(String key) throws IOException {
		boolean isKey = key != null && !key.isEmpty() && key.length() <= LONGEST_KEY
				&& key.chars().allMatch(c -> c >= '0' && c <= '9');
		if (!isKey) {
			return null;
		}
		Long id = Long.valueOf(key);
		return server.searchRead("party.party", List.of(List.of("id", "=", id)), 1, List.of("id"), List.of("code"))
				.isEmpty() ? null : id;
	}

	private boolean replace(List<Map<?, ?>> addresses, CustomerChange change) throws IOException {
		Map<?, ?> address = ofValue(addresses, change.oldValue());
		return address != null && set(address, Map.of("value", change.newValue()));
	}

	/** @return whether there is an address whose comment holds the line, or can */
	private boolean comment(List<Map<?, ?>> addresses, CustomerChange change) throws IOException {
		if (change.newValue() != null) {
			Map<?, ?> address = ofValue(addresses, change.oldValue());
			return address != null && set(address, comment(address, change));
		}
		for (Map<?, ?> address : addresses) {
			if (text(address, "comment").lines().anyMatch(CrmNotes.line(change)::equals)) {
				return set(address, comment(address, change));
			}
		}
		return false;
	}

	private static Map<String, String> comment(Map<?, ?> address, CustomerChange change) {
		String before = text(address, "comment");
		return Map.of("comment", CrmNotes.apply(before.isEmpty() ? null : before, change));
	}

	private static Map<?, ?> ofValue(List<Map<?, ?>> addresses, String wanted) {
		AddressKey key = wanted == null ? null : AddressKey.of(wanted);
		return addresses.stream().filter(address -> AddressKey.of(text(address, "value")).equals(key)).findFirst()
				.orElse(null);
	}

	private boolean set(Map<?, ?> address, Map<String, String> values) throws IOException {
		if (!dryRun) {
			server.write(MECHANISM, address, new HashMap<>(values));
		}
		return true;
	}

	/** Adds a note to the party, or takes the one away that was added. */
	private boolean note(Long party, CustomerChange change) throws IOException {
		String resource = "party.party," + party;
		if (change.newValue() != null) {
			if (!dryRun) {
				server.create(NOTE, List.of(Map.of("resource", resource, "message", CrmNotes.line(change))));
			}
			return true;
		}
		List<Map<?, ?>> notes = server.searchRead(NOTE,
				List.of(List.of("resource", "=", resource), List.of("message", "=", CrmNotes.line(change))),
				MOST_RECORDS, List.of("id"), List.of("_timestamp"));
		if (!notes.isEmpty() && !dryRun) {
			server.delete(NOTE, notes.getLast());
		}
		return !notes.isEmpty();
	}

	private static String text(Map<?, ?> record, String field) {
		return record.get(field) instanceof String text ? text : "";
	}
}
