package rebound.customers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import rebound.customers.Suggestion.Kind;
import rebound.customers.internal.AddressPattern;
import rebound.customers.internal.TypingError;
import rebound.model.AddressKey;
import rebound.model.Customer;

/**
 * Finds the domain that was meant by a mistyped one: a well-known provider's, or one that several of the user's own
 * customers have. As long as the domain takes mail nothing is sure: it may be right, however odd it looks.
 */
public final class TypoFinder {

	/** A domain that so many customers have may be the one that was meant; fewer don't count. */
	public static final int COMMON = 3;

	private static final int VERY_COMMON = 10;
	private static final int SHORT_NAME = 5;
	private static final int LONG_NAME = 6;
	private static final int BY_NAME = 75;

	private final Map<String, Integer> providers = new HashMap<>();
	private final Map<String, Integer> own;
	private final Map<Integer, List<String>> byLength = new HashMap<>();

	private record Candidate(String domain, int cost, int rank, int customers) {

		boolean isBetterThan(Candidate other) {
			return other == null || cost < other.cost || cost == other.cost && rank < other.rank;
		}
	}

	/** @param own how many customers have an address in a domain (A-labels, lower case) */
	public TypoFinder(Map<String, Integer> own) {
		this.own = Map.copyOf(own);
		load();
		own.forEach((domain, customers) -> {
			if (customers >= COMMON && !providers.containsKey(domain)) {
				byLength.computeIfAbsent(domain.length(), none -> new ArrayList<>()).add(domain);
			}
		});
	}

	/** @return whether many people who have nothing to do with one another have addresses in this domain */
	public boolean isProvider(String domain) {
		return providers.containsKey(domain);
	}

	/**
	 * @param email        the failing address
	 * @param domainIsDead whether its domain takes no mail
	 * @return the same name at the domain that was meant; above confidence 80 only if the failing one is dead
	 */
	public Optional<Suggestion> find(String email, boolean domainIsDead) {
		AddressKey address = AddressKey.of(email);
		String domain = address.domain();
		if (domain.isEmpty() || providers.containsKey(domain) || own.getOrDefault(domain, 0) >= COMMON
				|| address.value().indexOf('@') < 1) {
			return Optional.empty();
		}
		Candidate best = best(domain.startsWith("www.") ? domain.substring(4) : domain, domainIsDead ? 2 : 1);
		if (best == null) {
			return Optional.empty();
		}
		int confidence = confidence(domain, best, domainIsDead);
		String meant = address.value().substring(0, address.value().lastIndexOf('@') + 1) + best.domain();
		return confidence == 0
				? Optional.empty()
				: Optional.of(new Suggestion(Kind.TYPO, meant, null, null, null, confidence, best.domain(),
						best.customers()));
	}

	/**
	 * Compares the local part with the customer's name.
	 *
	 * @return the address as the name spells it, if the failing one is but a slip of the fingers away
	 */
	public static Optional<Suggestion> findByName(Customer customer, String email) {
		AddressKey address = AddressKey.of(email);
		int at = Math.max(0, address.value().lastIndexOf('@'));
		String local = address.value().substring(0, at);
		List<String> made = new ArrayList<>();
		for (AddressPattern pattern : AddressPattern.values()) {
			String byName = pattern.make(customer);
			if (byName != null) {
				made.add(byName);
			}
		}
		if (made.contains(local)) {
			return Optional.empty();
		}
		return made.stream()
				.filter(byName -> byName.length() > LONG_NAME && byName.indexOf('.') == local.indexOf('.')
						&& TypingError.cost(local, byName, 1) == 1)
				.findFirst().map(byName -> new Suggestion(Kind.TYPO, byName + address.value().substring(at), null, null,
						null, BY_NAME, customer.displayName(), 1));
	}

	private Candidate best(String domain, int limit) {
		Candidate best = null;
		for (int length = domain.length() - limit; length <= domain.length() + limit; length++) {
			for (String candidate : byLength.getOrDefault(length, List.of())) {
				int cost = TypingError.cost(domain, candidate, limit);
				if (cost <= limit) {
					int rank = providers.getOrDefault(candidate, providers.size());
					Candidate other = new Candidate(candidate, cost, rank, own.getOrDefault(candidate, 0));
					best = other.isBetterThan(best) ? other : best;
				}
			}
		}
		return best;
	}

	private int confidence(String domain, Candidate best, boolean dead) {
		boolean provider = providers.containsKey(best.domain());
		int name = best.domain().indexOf('.');
		boolean known = provider || best.customers() >= VERY_COMMON;
		if (name < SHORT_NAME && !(dead && best.cost() <= 1 && known)) {
			return 0;
		}
		if (best.cost() > 1) {
			return dead && name >= LONG_NAME - 1 && provider ? 65 : dead && name >= LONG_NAME ? 55 : 0;
		}
		if (!dead) {
			return provider ? 60 : 40;
		}
		if (name < SHORT_NAME) {
			return 70;
		}
		return provider ? 92 : best.customers() >= VERY_COMMON ? 86 : 78;
	}

	private void load() {
		try (InputStream in = TypingError.class.getResourceAsStream("providers.txt");
				BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			for (String line = text.readLine(); line != null; line = text.readLine()) {
				for (String domain : line.startsWith("#") ? new String[0] : line.split(" ")) {
					if (!domain.isBlank() && providers.putIfAbsent(domain, providers.size()) == null) {
						byLength.computeIfAbsent(domain.length(), none -> new ArrayList<>()).add(domain);
					}
				}
			}
		} catch (IOException broken) {
			throw new UncheckedIOException(broken);
		}
	}
}
