package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Evidence;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.Strength;
import rebound.model.Verdict;
import rebound.store.AddResult;
import rebound.store.AddResult.Outcome;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.EventGroup;
import rebound.store.EventPage;
import rebound.store.FolderState;
import rebound.store.NewMail;
import rebound.store.ReadMark;
import rebound.store.ReadMark.Noted;
import rebound.store.Upkeep.Watch;

/** Mails and their events. */
interface EventContract {

	/** @return the store that is tested */
	BounceStore store();

	@Test
	default void sameMailIsStoredOnce() {
		NewMail known = Sample.bounce("Person1@Domain1.example", 0, Reason.MAILBOXFULL);
		long before = store().events().count(EventFilter.ALL);
		assertEquals(List.of(Outcome.KNOWN_MAIL), store().events().add(List.of(known)).outcomes());
		assertEquals(before, store().events().count(EventFilter.ALL));
		assertEquals(Set.of(known.hash()), store().events().known(List.of(known.hash(), "0".repeat(64))));
	}

	@Test
	default void mailAndRecordOfALogWithoutMessageIdAreOneEventInWhicheverOrder() {
		String text = "550 5.1.1 <%s>: Recipient address rejected: User unknown";
		for (boolean isLogFirst : List.of(true, false)) {
			String address = "twin" + isLogFirst + "@domain1.example";
			List<NewMail> both = new ArrayList<>(List.of(Sample.told(address, "file", "1", text.formatted(address), 0),
					Sample.told(address, "log", null,
							"host mx[192.0.2.1] said: " + text.formatted(address) + " (in reply to RCPT TO)", 40)));
			if (isLogFirst) {
				Collections.reverse(both);
			}
			for (NewMail one : both) {
				store().events().add(List.of(one));
				store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
			}
			BounceEvent joined = only(address);
			assertEquals("file+log", joined.source());
			assertEquals("<1@news.example>", joined.messageId());
			assertEquals(1, store().addresses().history(joined.address()).occurrences().size());
			// the same again changes nothing, and another record means another bounce
			store().events().add(both);
			store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
			only(address);
			store().events().add(List.of(Sample.told(address, "log", null, text.formatted(address), 80)));
			store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
			assertEquals(2, store().events().ofAddress(joined.address()).size());
		}
	}

	@Test
	default void whatMayBeAnotherBounceIsNotJoined() {
		String address = "stranger@domain1.example";
		String text = "550 5.1.1 <" + address + ">: Recipient address rejected: User unknown";
		store().events().add(List.of(Sample.told(address, "file", "1", text, 0),
				// another mail, another time, another code, another answer
				Sample.told(address, "log", "2", text, 10), Sample.told(address, "log", null, text, 3600),
				Sample.told(address, "log", null, text.replace("5.1.1", "5.1.10"), 10),
				Sample.told(address, "log", null, "550 5.1.1 Mailbox disabled for this recipient", 10)));
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
		assertEquals(5, store().events().ofAddress(AddressKey.of(address)).size());
		// two records that fit: nobody knows which
		String other = "between@domain1.example";
		store().events().add(List.of(Sample.told(other, "file", "1", text, 0),
				Sample.told(other, "log", null, text, 10), Sample.told(other, "log", null, text, 20)));
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
		assertEquals(3, store().events().ofAddress(AddressKey.of(other)).size());
	}

	private BounceEvent only(String address) {
		List<BounceEvent> events = store().events().ofAddress(AddressKey.of(address));
		assertEquals(1, events.size(), events::toString);
		return events.getFirst();
	}

	@Test
	default void sameEventFromASecondMailIsStoredOnce() {
		NewMail second = Sample.bounce("person1@domain1.example", "Newsletter 0", Sample.BEGIN, Reason.MAILBOXFULL,
				"4.2.2", "again");
		long before = store().events().count(EventFilter.ALL);
		NewMail first = Sample.bounce("Person1@Domain1.example", 0, Reason.MAILBOXFULL);
		// the Message-ID in the sample depends on the recipient's spelling, so take it over
		NewMail same = NewMail.of(second.raw(), "log", second.received(), first.judged());
		assertEquals(List.of(Outcome.KNOWN_EVENTS), store().events().add(List.of(same)).outcomes());
		assertEquals(before, store().events().count(EventFilter.ALL));
	}

	@Test
	default void manyMailsAtOnceAreStoredLikeFew() {
		List<NewMail> mails = new ArrayList<>();
		List<Outcome> expected = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			String address = "lot" + i + "@lots" + i % 7 + ".example";
			String subject = "Sale " + i % 3;
			mails.add(Sample.bounce(address, subject, Sample.BEGIN, Reason.USERUNKNOWN, "5.1.1", ""));
			expected.add(Outcome.STORED);
			if (i % 5 == 0) {
				mails.add(Sample.bounce(address, subject, Sample.BEGIN, Reason.USERUNKNOWN, "5.1.1", "again"));
				expected.add(Outcome.KNOWN_EVENTS);
				mails.add(mails.get(i / 2));
				expected.add(Outcome.KNOWN_MAIL);
			}
		}
		ReadMark mark = new ReadMark(new FolderState("lots", "INBOX", 1, 500), List.of());
		AddResult added = store().events().add(mails, mark);
		assertEquals(expected, added.outcomes());
		assertEquals(500, added.newEvents());
		assertEquals(0, added.knownEvents());
		assertEquals(500, store().events().count(EventFilter.ALL.withText("lots")));
		assertEquals(500, store().mailboxes().state("lots", "INBOX").lastUid());
		for (int from = 0; from < mails.size(); from += 50) {
			AddResult again = store().events().add(mails.subList(from, Math.min(mails.size(), from + 50)));
			assertEquals(again.outcomes().size(), again.count(Outcome.KNOWN_MAIL));
		}
		assertEquals(List.of(), store().upkeep().check(Watch.NONE));
	}

	@Test
	default void howFarAMailboxIsReadIsStoredWithItsMails() {
		Instant read = Instant.parse("2026-03-01T10:00:00Z");
		FolderState seventh = new FolderState("box", "INBOX", 11, 7);
		store().events().add(List.of(), new ReadMark(seventh, List.of(new Noted("6", read, true),
				new Noted("6", read, true), new Noted("7", read, false))));
		assertEquals(seventh, store().mailboxes().state("box", "INBOX"));
		assertTrue(store().mailboxes().state("box", "Other").isNew());
		assertEquals(Set.of("6", "7"), store().mailboxes().noted("box", "INBOX", 11));
		assertEquals(List.of("6"), store().mailboxes().waiting("box", "INBOX", 11, read.plusMillis(1)));
		assertEquals(List.of(), store().mailboxes().waiting("box", "INBOX", 11, read));

		store().events().add(List.of(), new ReadMark(new FolderState("box", "INBOX", 12, 3),
				List.of(new Noted("6", read, true))));
		assertEquals(Set.of(), store().mailboxes().noted("box", "INBOX", 11));
		store().mailboxes().forget("box", "INBOX", 12, List.of("6"));
		assertEquals(Set.of(), store().mailboxes().noted("box", "INBOX", 12));
		store().mailboxes().forget("box");
		assertTrue(store().mailboxes().state("box", "INBOX").isNew());
	}

	@Test
	default void eventComesBackAsItWasStoredAndLeadsToItsMail() {
		NewMail mail = Sample.bounce("Person4@Domain4.example", 1, Reason.USERUNKNOWN);
		BounceEvent event = store().events().ofAddress(AddressKey.of("person4@domain4.example")).stream()
				.filter(found -> found.mailHash().equals(mail.hash())).findFirst().orElseThrow();
		assertEquals(mail.judged().verdicts().getFirst(), event.verdict());
		assertEquals(mail.judged().report().recipients().getFirst(), event.status());
		assertEquals("Newsletter 1", event.subject());
		assertEquals("domain4.example", event.mailHost());
		assertEquals(event, store().events().find(event.id()).orElseThrow());
		assertArrayEquals(mail.raw(), store().events().mail(event.mailHash()).orElseThrow().raw());
	}

	@Test
	default void pagesInAnyOrderShowEachEventOnce() {
		for (Sort sort : Sort.values()) {
			for (boolean ascending : new boolean[]{ true, false }) {
				EventFilter filter = Sample.FILL.sortedBy(sort, ascending).limit(0, 7);
				List<BounceEvent> all = new ArrayList<>();
				store().events().forEach(filter, all::add);
				List<BounceEvent> paged = new ArrayList<>();
				EventPage page = store().events().page(filter);
				paged.addAll(page.events());
				while (page.next() != null) {
					page = store().events().page(filter.after(page.next()));
					paged.addAll(page.events());
				}
				assertEquals(all, paged, sort + " " + ascending);
				assertEquals(120, paged.size());
			}
		}
	}

	@Test
	default void filtersNarrow() {
		assertEquals(30, store().events().count(Sample.FILL.withType(BounceType.HARD)));
		assertEquals(24, store().events().count(EventFilter.ALL.withDomain("domain2.example")));
		assertEquals(24, store().events().count(EventFilter.ALL.withMailHost("domain2.example")));
		assertEquals(90, store().events().count(Sample.FILL.withReasons(Set.of(Reason.MAILBOXFULL))));
		assertEquals(40,
				store().events()
						.count(EventFilter.ALL.withText("newsletter 2").withPeriod(Sample.BEGIN, Instant.now())));
		assertEquals(3, store().events().count(EventFilter.ALL.withText("PERSON39@")));
		assertEquals(120, store().events().count(EventFilter.ALL.withText("pe")));
		assertEquals(0, store().events().count(EventFilter.ALL.withText("%")));
	}

	@Test
	default void hostileTextsAreStoredAndCut() {
		String text = "'; DROP TABLE event; -- \u0000\uD800" + "x".repeat(100_000);
		NewMail mail = Sample.bounce("hostile@evil.example", text, Sample.BEGIN, Reason.USERUNKNOWN, "5.1.1", "");
		store().events().add(List.of(mail));
		BounceEvent event = store().events().ofAddress(AddressKey.of("hostile@evil.example")).getFirst();
		assertTrue(event.subject().startsWith("'; DROP TABLE event; -- \uFFFDx"), event.subject());
		assertEquals(499, event.subject().length());
	}

	@Test
	default void anotherVerdictCountsFromNowOnAndGroupsTellOfIt() {
		Instant sent = Sample.BEGIN.plus(Duration.ofDays(500));
		store().events().add(List.of(
				Sample.bounce("re1@label.example", "Label", sent, Reason.USERUNKNOWN, "5.1.1", ""),
				Sample.bounce("re2@label.example", "Label", sent, Reason.MAILBOXFULL, "4.2.2", "")));
		EventFilter ours = EventFilter.ALL.withDomain("label.example");
		assertEquals(List.of(new EventGroup("mailboxfull", 0, 1, 1), new EventGroup("userunknown", 1, 0, 1)),
				store().events().groups(ours, EventGroup.By.REASON, ZoneOffset.UTC, 10));
		BounceEvent event = store().events().ofAddress(AddressKey.of("re1@label.example")).getFirst();
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
		Verdict other = Verdict.of(Kind.BOUNCE, Reason.BLOCKED, "own.1", new Evidence(Evidence.Source.STATUS, "5.1.1"),
				Strength.STRONG, 100);
		assertEquals(1, store().events().relabel(Map.of(event.id(), other)));
		assertEquals(other, store().events().find(event.id()).orElseThrow().verdict());
		assertEquals(1, store().addresses().judgeDue(Instant.now(), Sample.JUDGE));
		String day = LocalDate.ofInstant(sent, ZoneOffset.UTC).toString();
		assertEquals(List.of(new EventGroup(day, 0, 2, 2)),
				store().events().groups(ours, EventGroup.By.DAY, ZoneOffset.UTC, 10));
		assertEquals(1, store().events().groups(ours, EventGroup.By.CAMPAIGN, ZoneOffset.ofHours(2), 10).size());
		assertEquals(1, store().events().groups(ours, EventGroup.By.MAIL_HOST, ZoneOffset.UTC, 10).size());
	}
}
