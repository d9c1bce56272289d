package rebound.crm.tryton.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import org.osgi.service.component.annotations.Component;
import rebound.customers.CrmConnection;
import rebound.customers.CrmConnector;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.CustomerTable;
import rebound.customers.ReadSettings;

/**
 * Customers from the parties of a Tryton server; the connection file's URL ends with the database's name. A party's code
 * is the customer's id.
 */
@Component(service = { CustomerSource.class, CrmConnector.class })
public final class TrytonCustomers implements CrmConnector {

	private static final String TYPE = "tryton";
	private static final int AT_ONCE = 500;
	private static final int MOST_OF_A_PAGE = 100 * AT_ONCE;
	private static final List<String> HEADER = List.of("customer_id", "crm_record_id", "full_name", "email", "phone",
			"mobile", "website", "street", "postal_code", "city", "region", "country_code", "language");

	@Override
	public String id() {
		return TYPE;
	}

	@Override
	public boolean accepts(String location) {
		return CrmConnection.isOf(TYPE, location);
	}

	@Override
	public void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException {
		try (TrytonServer server = new TrytonServer(CrmConnection.read(location))) {
			CustomerTable.read(new Parties(server)::next, settings, handler);
		}
	}

	@Override
	public List<WriteResult> write(String location, List<WriteOrder> orders, boolean dryRun) throws IOException {
		try (TrytonServer server = new TrytonServer(CrmConnection.read(location))) {
			return CrmConnector.inTurn(orders, new PartyWriter(server, dryRun)::write);
		}
	}

	/** Page after page, by id: what is added or removed while reading makes no party appear twice or not at all. */
	private static final class Parties {
		private final TrytonServer server;
		private final Queue<List<String>> waiting = new ArrayDeque<>(List.of(HEADER));
		private long last;
		private boolean isAtEnd;

		Parties(TrytonServer server) {
			this.server = server;
		}

		List<String> next() throws IOException {
			while (waiting.isEmpty() && !isAtEnd) {
				page();
			}
			return waiting.poll();
		}

		private void page() throws IOException {
			List<Map<?, ?>> parties = server.searchRead("party.party", List.of(List.of("id", ">", last)), AT_ONCE,
					List.of("id"), List.of("code", "name", "lang.code"));
			isAtEnd = parties.size() < AT_ONCE;
			if (parties.isEmpty()) {
				return;
			}
			List<Long> ids = new ArrayList<>();
			for (Map<?, ?> party : parties) {
				ids.add(TrytonServer.id(party));
			}
			last = ids.getLast();
			Map<Object, List<Map<?, ?>>> reach = ofParties("party.contact_mechanism", ids, List.of("type", "value"));
			Map<Object, List<Map<?, ?>>> places = ofParties("party.address", ids,
					List.of("street", "postal_code", "city", "country.code", "subdivision.name"));
			for (Map<?, ?> party : parties) {
				List<Map<?, ?>> addresses = places.getOrDefault(party.get("id"), List.of());
				waiting.add(row(party, reach.getOrDefault(party.get("id"), List.of()),
						addresses.isEmpty() ? Map.of() : addresses.getFirst()));
			}
		}

		private Map<Object, List<Map<?, ?>>> ofParties(String model, List<Long> ids, List<String> fields)
				throws IOException {
			List<String> all = new ArrayList<>(fields);
			all.add("party");
			Map<Object, List<Map<?, ?>>> byParty = new HashMap<>();
			for (Map<?, ?> record : server.searchRead(model, List.of(List.of("party", "in", ids)), MOST_OF_A_PAGE,
					List.of("party", "sequence", "id"), all)) {
				byParty.computeIfAbsent(record.get("party"), none -> new ArrayList<>()).add(record);
			}
			return byParty;
		}

		private static List<String> row(Map<?, ?> party, List<Map<?, ?>> reach, Map<?, ?> place) throws IOException {
			String key = Long.toString(TrytonServer.id(party));
			String code = text(party.get("code"));
			return List.of(code.isEmpty() ? key : code, key, text(party.get("name")), all("email", reach),
					first("phone", reach), first("mobile", reach), first("website", reach),
					text(place.get("street")).replace('\n', ' '), text(place.get("postal_code")),
					text(place.get("city")), related(place.get("subdivision."), "name"),
					related(place.get("country."), "code"), related(party.get("lang."), "code"));
		}

		private static String all(String type, List<Map<?, ?>> reach) {
			return String.join(";", reach.stream().filter(means -> type.equals(means.get("type")))
					.map(means -> text(means.get("value"))).toList());
		}

		private static String first(String type, List<Map<?, ?>> reach) {
			return reach.stream().filter(means -> type.equals(means.get("type")))
					.map(means -> text(means.get("value"))).findFirst().orElse("");
		}

		private static String related(Object record, String field) {
			return record instanceof Map<?, ?> fields ? text(fields.get(field)) : "";
		}

		private static String text(Object value) {
			return value instanceof String text ? text : "";
		}
	}
}
