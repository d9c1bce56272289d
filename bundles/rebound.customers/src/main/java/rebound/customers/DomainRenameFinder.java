package rebound.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import rebound.customers.Suggestion.Kind;
import rebound.model.AddressKey;

/**
 * Learns that a company moved its domain from several customers who moved from the old to the same new one, and offers
 * the move for the rest.
 */
public final class DomainRenameFinder {

	private static final int NEEDED = 2;
	private static final int[] CONFIDENCE = { 0, 0, 70, 80, 85, 90 };

	private final Map<String, Rename> renames = new HashMap<>();

	/** A customer who is known to have moved from one address to another. */
	public record Move(String from, String to) {
	}

	private record Rename(String to, int count) {
	}

	/** @param moves known for certain: told by a server or person, or accepted by the user */
	public DomainRenameFinder(Collection<Move> moves) {
		Map<String, Map<String, Integer>> counts = new HashMap<>();
		for (Move move : moves) {
			AddressKey from = AddressKey.of(move.from());
			AddressKey to = AddressKey.of(move.to());
			if (!from.domain().equals(to.domain()) && local(from).equals(local(to))) {
				counts.computeIfAbsent(from.domain(), none -> new HashMap<>()).merge(to.domain(), 1, Integer::sum);
			}
		}
		counts.forEach((from, targets) -> clear(targets).ifPresent(rename -> renames.put(from, rename)));
	}

	/** @return the same name at the new domain, if the domain has moved */
	public Optional<Suggestion> find(String email) {
		AddressKey address = AddressKey.of(email);
		return Optional.ofNullable(renames.get(address.domain()))
				.map(rename -> new Suggestion(Kind.DOMAIN_RENAME, local(address) + '@' + rename.to(), null, null, null,
						CONFIDENCE[Math.min(rename.count(), CONFIDENCE.length - 1)],
						address.domain() + " > " + rename.to(),
						rename.count()));
	}

	/** Two moves to the same domain, and at most a fifth of all to others: people also change their employer. */
	private static Optional<Rename> clear(Map<String, Integer> targets) {
		int all = targets.values().stream().mapToInt(Integer::intValue).sum();
		return targets.entrySet().stream()
				.filter(entry -> entry.getValue() >= NEEDED && entry.getValue() * 5 >= all * 4)
				.findFirst().map(entry -> new Rename(entry.getKey(), entry.getValue()));
	}

	private static String local(AddressKey address) {
		return address.value().substring(0, Math.max(0, address.value().lastIndexOf('@')));
	}
}
