package rebound.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import rebound.customers.Contact.Reach;
import rebound.customers.Suggestion.Kind;
import rebound.customers.internal.AddressPattern;
import rebound.model.AddressKey;

/**
 * Makes the lost customer's address as the working addresses of colleagues are made. Never verified, so never sure; no
 * server is asked.
 */
public final class PatternFinder {

	private static final int NEEDED = 2;
	private static final int[] CONFIDENCE = { 0, 0, 40, 50, 55, 60 };

	private PatternFinder() {
	}

	/** @return the address by the pattern most colleagues share, unless it is the failing one or somebody else's */
	public static Optional<Suggestion> find(LostCustomer lost) {
		Map<String, Map<AddressPattern, Integer>> byDomain = new HashMap<>();
		Set<AddressKey> taken = new HashSet<>();
		Map<String, String> example = new HashMap<>();
		for (Contact contact : lost.company()) {
			taken.add(contact.address());
			if (contact.reach() == Reach.WORKS && !contact.customer().id().equals(lost.customer().id())) {
				for (AddressPattern pattern : AddressPattern.of(contact.customer(), contact.address())) {
					byDomain.computeIfAbsent(contact.domain(), none -> new HashMap<>()).merge(pattern, 1, Integer::sum);
					example.putIfAbsent(contact.domain() + pattern, contact.email());
				}
			}
		}
		taken.add(AddressKey.of(lost.email()));
		List<Suggestion> found = new ArrayList<>();
		byDomain.forEach((domain, patterns) -> patterns.forEach((pattern, count) -> {
			String local = pattern.make(lost.customer());
			boolean worth = count >= NEEDED && local != null && !taken.contains(AddressKey.of(local + '@' + domain));
			if (worth) {
				found.add(new Suggestion(Kind.PATTERN, local + '@' + domain, null, null, null,
						CONFIDENCE[Math.min(count, CONFIDENCE.length - 1)], example.get(domain + pattern), count));
			}
		}));
		return found.stream().max((a, b) -> a.count() != b.count()
				? Long.compare(a.count(), b.count())
				: b.email().compareTo(a.email()));
	}
}
