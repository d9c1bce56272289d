package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.BounceEvent;
import rebound.model.Reason;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.NewMail;

/** Pages put together of windows and groups are those of the whole list sorted at once. */
class DerbyPageTest {

	private static final int ALWAYS_MANY = 0;
	private static final int LIMIT = 40;
	private static final Reason[] REASONS = { Reason.USERUNKNOWN, Reason.MAILBOXFULL, Reason.FILTERED };

	@TempDir
	private Path folder;

	/** What a filter lets through, said twice. */
	private record Case(EventFilter filter, Predicate<BounceEvent> matches) {
	}

	@Test
	void pagesAreThoseOfTheWholeList() {
		try (SqlBounceStore store = (SqlBounceStore) new SqlBounceStores().open(folder.resolve("db").toString())) {
			store.events().add(mails());
			List<BounceEvent> all = new ArrayList<>();
			store.events().forEach(EventFilter.ALL, all::add);
			store.events().assign(all.subList(0, 20).stream().map(BounceEvent::id).toList(), EventFilter.NO_CAMPAIGN);
			all.clear();
			store.events().forEach(EventFilter.ALL, all::add);
			int compared = 0;
			for (Case filter : cases(all)) {
				for (Sort sort : Sort.values()) {
					for (boolean ascending : new boolean[]{ true, false }) {
						EventFilter sorted = filter.filter().sortedBy(sort, ascending);
						List<String> expected = all.stream().filter(filter.matches()).sorted(order(sort, ascending))
								.map(BounceEvent::id).toList();
						assertEquals(expected, walk(store, sorted, ALWAYS_MANY), sorted::toString);
						if (sort == Sort.OCCURRED) {
							assertEquals(expected, walk(store, sorted, DerbyPage.FEW), sorted::toString);
						}
						compared += expected.size();
					}
				}
			}
			assertTrue(compared > 1500, () -> "too little compared");
		}
	}

	private static List<String> walk(SqlBounceStore store, EventFilter filter, int few) {
		List<String> ids = new ArrayList<>();
		EventFilter next = filter.limit(0, LIMIT);
		while (next != null) {
			EventFilter page = next;
			List<String> found = store.database().read(connection -> new DerbyPage(connection, page, few).ids())
					.stream().map(HexFormat.of()::formatHex).toList();
			ids.addAll(found.subList(0, Math.min(LIMIT, found.size())));
			next = found.size() <= LIMIT
					? null
					: filter.limit(0, LIMIT).after(
							EventQuery.placeAfter(filter, store.events().find(found.get(LIMIT - 1)).orElseThrow()));
		}
		EventFilter skipping = filter.limit(LIMIT, LIMIT);
		assertEquals(ids.stream().skip(LIMIT).limit(LIMIT + 1L).toList(),
				store.database().read(connection -> new DerbyPage(connection, skipping, few).ids()).stream()
						.map(HexFormat.of()::formatHex).toList());
		return ids;
	}

	private static List<Case> cases(List<BounceEvent> all) {
		BounceEvent some = all.get(all.size() / 2);
		Instant from = Sample.BEGIN.plus(Duration.ofDays(8));
		Instant until = Sample.BEGIN.plus(Duration.ofDays(40));
		return List.of(new Case(EventFilter.ALL, event -> true),
				new Case(EventFilter.ALL.withPeriod(from, until),
						event -> !event.occurred().isBefore(from) && event.occurred().isBefore(until)),
				new Case(EventFilter.ALL.withCampaign(some.campaignId()),
						event -> some.campaignId().equals(event.campaignId())),
				new Case(EventFilter.ALL.withCampaign(EventFilter.NO_CAMPAIGN), event -> event.campaignId() == null),
				new Case(EventFilter.ALL.withReasons(Set.of(Reason.FILTERED)).withPeriod(from, until),
						event -> event.verdict().reason() == Reason.FILTERED && !event.occurred().isBefore(from)
								&& event.occurred().isBefore(until)),
				new Case(EventFilter.ALL.withMailHost("domain2.example").withReasons(Set.of(REASONS)),
						event -> event.mailHost().equals("domain2.example")),
				new Case(EventFilter.ALL.withAddress(some.address()), event -> event.address().equals(some.address())),
				new Case(EventFilter.ALL.withText("p"), event -> true));
	}

	private static Comparator<BounceEvent> order(Sort sort, boolean ascending) {
		Comparator<BounceEvent> byTime = Comparator.comparing(BounceEvent::occurred);
		Comparator<BounceEvent> byId = Comparator.comparing(BounceEvent::id);
		Comparator<BounceEvent> byKey = switch (sort) {
			case OCCURRED -> null;
			case ADDRESS -> Comparator.comparing(event -> event.address().value());
			case REASON -> Comparator.comparing(event -> event.verdict().reason().id());
			case CAMPAIGN -> Comparator.comparing(BounceEvent::campaignId, Comparator.nullsLast(String::compareTo));
			case MAIL_HOST -> Comparator.comparing(BounceEvent::mailHost);
		};
		return byKey == null
				? (ascending ? byTime : byTime.reversed()).thenComparing(byId)
				: (ascending ? byKey : byKey.reversed()).thenComparing(byTime.reversed()).thenComparing(byId);
	}

	/** Many at the same time, as a server's queue run makes them. */
	private static List<NewMail> mails() {
		Random random = new Random(5);
		List<NewMail> mails = new ArrayList<>();
		for (int i = 0; i < 160; i++) {
			int person = random.nextInt(25);
			mails.add(Sample.bounce("person" + person + "@domain" + person % 3 + ".example", random.nextInt(8),
					REASONS[random.nextInt(3)]));
		}
		return mails;
	}
}
