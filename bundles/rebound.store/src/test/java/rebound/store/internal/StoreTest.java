package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Reason;
import rebound.store.AddResult.Outcome;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.EventPage;
import rebound.store.NewMail;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

class StoreTest {
	@TempDir
	private static Path folder;
	private static final BounceStores STORES = new SqlBounceStores();
	private static BounceStore store;

	@BeforeAll
	static void fill() {
		store = STORES.open(folder.resolve("db").toString());
		List<NewMail> mails = new ArrayList<>();
		for (int newsletter = 0; newsletter < 3; newsletter++) {
			for (int person = 0; person < 40; person++) {
				Reason reason = person % 4 == 0 ? Reason.USERUNKNOWN : Reason.MAILBOXFULL;
				mails.add(Sample.bounce("Person" + person + "@Domain" + person % 5 + ".example", newsletter, reason));
			}
		}
		store.events().add(mails);
	}

	@AfterAll
	static void close() {
		store.close();
	}

	@Test
	void sameMailIsStoredOnce() {
		NewMail known = Sample.bounce("Person1@Domain1.example", 0, Reason.MAILBOXFULL);
		long before = store.events().count(EventFilter.ALL);
		assertEquals(List.of(Outcome.KNOWN_MAIL), store.events().add(List.of(known)).outcomes());
		assertEquals(before, store.events().count(EventFilter.ALL));
		assertEquals(Set.of(known.hash()), store.events().known(List.of(known.hash(), "0".repeat(64))));
	}

	@Test
	void sameEventFromASecondMailIsStoredOnce() {
		NewMail second = Sample.bounce("person1@domain1.example", "Newsletter 0", Sample.BEGIN, Reason.MAILBOXFULL,
				"4.2.2", "again");
		long before = store.events().count(EventFilter.ALL);
		NewMail first = Sample.bounce("Person1@Domain1.example", 0, Reason.MAILBOXFULL);
		// the Message-ID in the sample depends on the recipient's spelling, so take it over
		NewMail same = NewMail.of(second.raw(), "log", second.received(), first.judged());
		assertEquals(List.of(Outcome.KNOWN_EVENTS), store.events().add(List.of(same)).outcomes());
		assertEquals(before, store.events().count(EventFilter.ALL));
	}

	@Test
	void eventComesBackAsItWasStoredAndLeadsToItsMail() {
		NewMail mail = Sample.bounce("Person4@Domain4.example", 1, Reason.USERUNKNOWN);
		BounceEvent event = store.events().ofAddress(AddressKey.of("person4@domain4.example")).stream()
				.filter(found -> found.mailHash().equals(mail.hash())).findFirst().orElseThrow();
		assertEquals(mail.judged().verdicts().getFirst(), event.verdict());
		assertEquals(mail.judged().report().recipients().getFirst(), event.status());
		assertEquals("Newsletter 1", event.subject());
		assertEquals("domain4.example", event.mailHost());
		assertEquals(event, store.events().find(event.id()).orElseThrow());
		assertArrayEquals(mail.raw(), store.events().mail(event.mailHash()).orElseThrow().raw());
	}

	@Test
	void pagesInAnyOrderShowEachEventOnce() {
		for (Sort sort : Sort.values()) {
			for (boolean ascending : new boolean[]{ true, false }) {
				EventFilter filter = EventFilter.ALL.sortedBy(sort, ascending).limit(0, 7);
				List<BounceEvent> all = new ArrayList<>();
				store.events().forEach(filter, all::add);
				List<BounceEvent> paged = new ArrayList<>();
				EventPage page = store.events().page(filter);
				paged.addAll(page.events());
				while (page.next() != null) {
					page = store.events().page(filter.after(page.next()));
					paged.addAll(page.events());
				}
				assertEquals(all, paged, sort + " " + ascending);
				assertEquals(120, paged.size());
			}
		}
	}

	@Test
	void filtersNarrow() {
		assertEquals(30, store.events().count(EventFilter.ALL.withType(BounceType.HARD)));
		assertEquals(24, store.events().count(EventFilter.ALL.withDomain("domain2.example")));
		assertEquals(24, store.events().count(EventFilter.ALL.withMailHost("domain2.example")));
		assertEquals(90, store.events().count(EventFilter.ALL.withReasons(Set.of(Reason.MAILBOXFULL))));
		assertEquals(40, store.events().count(EventFilter.ALL.withText("newsletter 2")));
		assertEquals(3, store.events().count(EventFilter.ALL.withText("PERSON39@")));
		assertEquals(120, store.events().count(EventFilter.ALL.withText("pe")));
		assertEquals(0, store.events().count(EventFilter.ALL.withText("%")));
		assertEquals(0, store.events().count(EventFilter.ALL.withCampaign(EventFilter.NO_CAMPAIGN)));
	}

	@Test
	void campaignsAreRecognisedAndCounted() {
		assertEquals(3, store.campaigns().list().size());
		var latest = store.campaigns().list().getFirst();
		assertEquals("Newsletter 2", latest.campaign().subject());
		assertEquals(10, latest.hard());
		assertEquals(30, latest.soft());
		var statistics = store.campaigns().statistics(latest.campaign().id()).orElseThrow();
		assertEquals(Reason.MAILBOXFULL, statistics.reasons().getFirst().of());
		assertEquals(5, statistics.mailHosts().size());
		assertEquals(40, statistics.days().getFirst().total());
	}

	@Test
	void secondOpenIsRefused() {
		assertEquals(Code.IN_USE, assertThrows(StoreException.class,
				() -> STORES.open(folder.resolve("db").toString())).code());
	}

	@Test
	void missingDatabaseIsNotFound() {
		String nowhere = folder.resolve("nowhere").toString();
		assertEquals(Code.NOT_FOUND, assertThrows(StoreException.class, () -> STORES.openExisting(nowhere)).code());
	}

	@Test
	void foreignFolderIsRefused() throws Exception {
		Path foreign = Files.createDirectory(folder.resolve("foreign"));
		Files.writeString(foreign.resolve("letter.txt"), "mine");
		assertEquals(Code.BAD_LOCATION,
				assertThrows(StoreException.class, () -> STORES.open(foreign.toString())).code());
	}

	@Test
	void checkFindsNothingWrong() {
		assertEquals(List.of(), store.upkeep().check());
	}

	@Test
	void backupOpensAsADatabase() {
		Path backup = folder.resolve("backup");
		store.upkeep().backup(backup);
		try (BounceStore copy = STORES.openExisting(backup.toString())) {
			assertEquals(store.events().count(EventFilter.ALL), copy.events().count(EventFilter.ALL));
		}
	}

	@Test
	void copyHoldsTheSame() {
		try (BounceStore copy = STORES.open(folder.resolve("copy").toString())) {
			store.upkeep().copyTo(copy);
			List<BounceEvent> here = new ArrayList<>();
			List<BounceEvent> there = new ArrayList<>();
			store.events().forEach(EventFilter.ALL, here::add);
			copy.events().forEach(EventFilter.ALL, there::add);
			assertEquals(here, there);
			assertEquals(List.of(), copy.upkeep().check());
		}
	}

	@Test
	void noDriverNoDatabase() {
		assertEquals(Code.NO_DRIVER,
				assertThrows(StoreException.class, () -> STORES.open("jdbc:oracle:thin:x")).code());
		assertNull(System.getProperty("derby.system.home"));
		assertTrue(Files.notExists(Path.of("derby.log")));
	}
}
