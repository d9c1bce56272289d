package rebound.example;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import rebound.customers.LostCustomer;
import rebound.customers.LostCustomerFinder;
import rebound.customers.Suggestion;
import rebound.model.AddressKey;

/** A way of one's own to look for lost customers: two companies have become one, and everybody got a new address. */
@Component
public final class MergerFinder implements LostCustomerFinder {

	private static final String OLD = "acme.example";
	private static final String NEW = "acme-group.example";
	private static final int CONFIDENCE = 80;

	@Override
	public String id() {
		return "example.merger";
	}

	@Override
	public List<Suggestion> find(LostCustomer lost) {
		AddressKey failing = AddressKey.of(lost.email());
		if (!failing.domain().equals(OLD)) {
			return List.of();
		}
		String local = failing.value().substring(0, failing.value().indexOf('@'));
		return List.of(new Suggestion(Suggestion.Kind.DOMAIN_RENAME, local + '@' + NEW, null, null, null, CONFIDENCE,
				OLD + " has become " + NEW, 1));
	}
}
