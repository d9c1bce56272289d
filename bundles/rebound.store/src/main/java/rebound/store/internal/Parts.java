package rebound.store.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts of a batch that share neither a mail nor an address, and so no event either: they can be written side by side,
 * each in a transaction of its own, as if they were batches of their own.
 */
final class Parts {
	/** Fewer mails in a part are not worth a transaction. */
	private static final int FEWEST = 100;
	private static final int MOST = Math.min(4, Runtime.getRuntime().availableProcessors());

	/** Of each mail and address the one that stands for all that are connected with it. */
	private final Map<String, String> next = new HashMap<>();

	private Parts() {
	}

	static Collection<List<MailRow>> of(List<MailRow> batch) {
		int count = Math.min(MOST, batch.size() / FEWEST);
		if (count < 2) {
			return List.of(batch);
		}
		Parts parts = new Parts();
		for (MailRow row : batch) {
			Set<String> addresses = EventAssembler.addresses(row.mail());
			addresses.forEach(address -> parts.connect(row.mail().hash(), address));
		}
		Map<Integer, List<MailRow>> rows = new HashMap<>();
		for (MailRow row : batch) {
			int part = Math.floorMod(parts.first(row.mail().hash()).hashCode(), count);
			rows.computeIfAbsent(part, key -> new ArrayList<>()).add(row);
		}
		return rows.values();
	}

	private void connect(String one, String other) {
		String first = first(one);
		String second = first(other);
		if (!first.equals(second)) {
			next.put(first, second);
		}
	}

	private String first(String of) {
		String first = of;
		while (next.containsKey(first)) {
			String after = next.get(first);
			// shortens the way for those who come next
			if (next.containsKey(after)) {
				next.put(first, next.get(after));
			}
			first = after;
		}
		return first;
	}
}
