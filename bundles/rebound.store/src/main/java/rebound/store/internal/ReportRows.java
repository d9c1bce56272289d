package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Decision;
import rebound.model.Standing;
import rebound.store.AddressRow;
import rebound.store.AddressStore.RowFilter;

/** Reads rows of the bounce report, those of many addresses at a time. */
final class ReportRows {
	private final RowFilter filter;

	ReportRows(RowFilter filter) {
		this.filter = filter;
	}

	/** A customer's address as the customer data write it. */
	private record Owner(String customer, String email) {
	}

	List<AddressRow> read(Connection connection, List<String> addresses) throws SQLException {
		Map<String, List<Owner>> owners = new HashMap<>();
		Rows.eachOf(connection,
				"SELECT address, customer, email FROM " + Rows.byKey("customer_address") + " WHERE address IN ",
				addresses,
				row -> {
					Owner owner = new Owner(row.getString(2), row.getString(3));
					List<Owner> all = owners.computeIfAbsent(row.getString(1), address -> new ArrayList<>());
					if (!all.contains(owner)) {
						all.add(owner);
					}
				});
		Map<String, Customer> customers = CustomerRow.read(connection,
				owners.values().stream().flatMap(List::stream).map(Owner::customer).distinct().sorted().toList());
		Map<String, Standing> standings = new HashMap<>();
		Rows.eachOf(connection,
				"SELECT " + StandingRow.COLUMNS + " FROM " + Rows.byKey("address") + " WHERE address IN ", addresses,
				row -> {
					Standing standing = StandingRow.read(row);
					standings.put(standing.address().value(), standing);
				});
		Map<String, Decision> decisions = new HashMap<>();
		Rows.eachOf(connection, "SELECT " + DecisionRow.COLUMNS + " FROM " + Rows.byKey("decision") + " WHERE id IN ",
				standings.values().stream().map(Standing::decision).filter(Objects::nonNull).sorted().toList(), row -> {
					Decision decision = DecisionRow.read(row);
					decisions.put(decision.id(), decision);
				});
		Map<String, List<BounceEvent>> events = events(connection, addresses);
		List<AddressRow> rows = new ArrayList<>();
		for (String address : addresses) {
			Standing standing = standings.get(address);
			List<BounceEvent> happened = events.getOrDefault(address, List.of());
			Decision decision = standing == null ? null : decisions.get(standing.decision());
			List<Owner> all = owners.getOrDefault(address, List.of());
			for (Owner owner : all) {
				rows.add(new AddressRow(customers.get(owner.customer()), owner.email(), new AddressKey(address),
						standing, decision, happened));
			}
			if (all.isEmpty() && !filter.customersOnly()) {
				rows.add(new AddressRow(null, address, new AddressKey(address), standing, decision, happened));
			}
		}
		return rows;
	}

	private Map<String, List<BounceEvent>> events(Connection connection, List<String> addresses) throws SQLException {
		Map<String, TreeMap<String, BounceEvent>> sorted = new HashMap<>();
		if (filter.maxEvents() > 0) {
			Rows.eachOf(connection, "SELECT " + EventRow.COLUMNS + " FROM " + Rows.using("event", "event_address")
					+ " WHERE address IN ", addresses, row -> {
						BounceEvent event = EventRow.read(row);
						TreeMap<String, BounceEvent> latest = sorted.computeIfAbsent(event.address().value(),
								address -> new TreeMap<>());
						latest.put("%020d %s".formatted(Long.MAX_VALUE - event.occurred().toEpochMilli(), event.id()),
								event);
						if (latest.size() > filter.maxEvents()) {
							latest.pollLastEntry();
						}
					});
		}
		Map<String, List<BounceEvent>> events = new HashMap<>();
		sorted.forEach((address, latest) -> events.put(address, List.copyOf(latest.values())));
		return events;
	}
}
