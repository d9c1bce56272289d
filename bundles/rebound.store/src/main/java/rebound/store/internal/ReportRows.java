package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Decision;
import rebound.model.Standing;
import rebound.store.AddressRow;
import rebound.store.AddressStore.RowFilter;

/**
 * Reads the rows of the bounce report: standings, customers and events, each in the order of addresses, side by side. To
 * look for what belongs to each address takes longer.
 */
final class ReportRows {
	private static final int CUSTOMER_COLUMNS = 30;
	private static final String STANDINGS = "SELECT " + StandingRow.COLUMNS + " FROM " + Rows.byKey("address")
			+ " ORDER BY address";
	private static final String DECISIONS = "SELECT " + DecisionRow.COLUMNS + " FROM "
			+ Rows.using("decision", "decision_address") + " ORDER BY address";
	// in this order of tables Derby need not sort
	private static final String OWNERS = "SELECT customer." + CustomerRow.COLUMNS.replace(", ", ", customer.")
			+ ", customer_address.address, customer_address.email FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
			+ Rows.byKey("customer_address") + ", %s" + Rows.byKey("customer")
			+ " WHERE customer.id = customer_address.customer%s ORDER BY customer_address.address";
	private static final String ALL_OWNERS = OWNERS.formatted("", "");
	private static final String BOUNCED_OWNERS = OWNERS.formatted(Rows.byKey("address") + ", ",
			" AND address.address = customer_address.address");
	private static final String EVENTS = "SELECT " + EventRow.COLUMNS + " FROM " + Rows.using("event", "event_address")
			+ " ORDER BY address, occurred DESC";

	private final RowFilter filter;
	private final OrderedRows standings;
	private final OrderedRows decisions;
	private final OrderedRows owners;
	/** {@code null} if no events are wanted. */
	private final OrderedRows happened;
	private final Consumer<AddressRow> rows;
	private final Consumer<BounceEvent> events;

	/** A customer's address as the customer data write it. */
	private record Owner(Customer customer, String email) {
	}

	private ReportRows(RowFilter filter, OrderedRows standings, OrderedRows decisions, OrderedRows owners,
			OrderedRows happened, Consumer<AddressRow> rows, Consumer<BounceEvent> events) {
		this.filter = filter;
		this.standings = standings;
		this.decisions = decisions;
		this.owners = owners;
		this.happened = happened;
		this.rows = rows;
		this.events = events;
	}

	/** Hands over the rows of each address, then its events. */
	static void read(Connection connection, Dialect dialect, RowFilter filter, Consumer<AddressRow> rows,
			Consumer<BounceEvent> events) throws SQLException {
		try (OrderedRows standings = new OrderedRows(connection, STANDINGS, 1);
				OrderedRows decisions = new OrderedRows(connection, DECISIONS, 2);
				OrderedRows owners = new OrderedRows(connection,
						filter.bouncedOnly() ? BOUNCED_OWNERS : ALL_OWNERS, CUSTOMER_COLUMNS + 1);
				OrderedRows happened = filter.maxEvents() > 0 ? new OrderedRows(connection, EVENTS, 2) : null) {
			new ReportRows(filter, standings, decisions, owners, happened, rows, events).all(dialect.order());
		}
	}

	private void all(Comparator<String> order) throws SQLException {
		for (String next = next(order); next != null; next = next(order)) {
			address(next);
		}
	}

	private String next(Comparator<String> order) {
		return Stream.of(standings, decisions, owners, happened).filter(Objects::nonNull).map(OrderedRows::address)
				.filter(Objects::nonNull).min(order).orElse(null);
	}

	private void address(String address) throws SQLException {
		Standing standing = null;
		Decision decision = null;
		if (standings.isAt(address)) {
			standing = StandingRow.read(standings.row());
			standings.next();
		}
		while (decisions.isAt(address)) {
			if (standing != null && decisions.row().getString(1).equals(standing.decision())) {
				decision = DecisionRow.read(decisions.row());
			}
			decisions.next();
		}
		List<Owner> all = new ArrayList<>(1);
		while (owners.isAt(address)) {
			all.add(new Owner(CustomerRow.read(owners.row()), owners.row().getString(CUSTOMER_COLUMNS + 2)));
			owners.next();
		}
		all.sort(Comparator.comparing(owner -> owner.customer().id()));
		if (all.isEmpty() && standing != null && !filter.customersOnly()) {
			all.add(new Owner(null, address));
		}
		List<BounceEvent> latest = new ArrayList<>();
		while (latest.size() < filter.maxEvents() && happened.isAt(address)) {
			latest.addAll(simultaneous());
		}
		List<BounceEvent> told = latest.subList(0, Math.min(latest.size(), filter.maxEvents()));
		for (Owner owner : all) {
			rows.accept(new AddressRow(owner.customer(), owner.email(), new AddressKey(address), standing, decision,
					told));
		}
		latest.forEach(events);
		while (happened != null && happened.isAt(address)) {
			simultaneous().forEach(events);
		}
	}

	/** @return the next events of an address and a moment, by their ids, which the index does not sort by */
	private List<BounceEvent> simultaneous() throws SQLException {
		List<BounceEvent> equal = new ArrayList<>(1);
		do {
			equal.add(EventRow.read(happened.row()));
			happened.next();
		} while (happened.isAt(equal.getFirst().address().value())
				&& happened.row().getLong(EventRow.OCCURRED) == equal.getFirst().occurred().toEpochMilli());
		equal.sort(Comparator.comparing(BounceEvent::id));
		return equal;
	}
}
