package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import rebound.customers.AddressMatching;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.pipeline.Duplicates;
import rebound.pipeline.Progress;
import rebound.store.CustomerStore;

/** Finds customers who share a mailbox: reads all twice, and keeps only those who may. */
public final class DuplicateSearch {

	private final CustomerStore store;
	private final AddressMatching matching;
	private final Progress progress;
	private long count;

	public DuplicateSearch(CustomerStore store, AddressMatching matching, Progress progress) {
		this.store = store;
		this.matching = matching;
		this.progress = progress;
	}

	/** @param limit at most so many mailboxes */
	public List<Duplicates> find(int limit) {
		SeenIds seen = new SeenIds();
		SeenIds several = new SeenIds();
		store.forEach(customer -> mailboxes(customer).filter(mailbox -> !seen.add(mailbox.value()))
				.forEach(mailbox -> several.add(mailbox.value())));
		TreeMap<AddressKey, List<Customer>> groups = new TreeMap<>();
		store.forEach(customer -> mailboxes(customer).filter(mailbox -> several.has(mailbox.value()))
				.forEach(mailbox -> {
					groups.computeIfAbsent(mailbox, none -> new ArrayList<>()).add(customer);
					if (groups.size() > limit) {
						groups.pollLastEntry();
					}
				}));
		return groups.entrySet().stream().filter(group -> group.getValue().size() > 1)
				.map(DuplicateSearch::duplicates).toList();
	}

	private static Duplicates duplicates(Map.Entry<AddressKey, List<Customer>> group) {
		return new Duplicates(group.getKey(), group.getValue());
	}

	private Stream<AddressKey> mailboxes(Customer customer) {
		if (progress.cancelled()) {
			throw new CancellationException();
		}
		progress.done(0, ++count);
		return customer.emails().stream().map(AddressKey::of).map(matching::mailbox).distinct();
	}
}
