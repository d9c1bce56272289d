package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.Attribution;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Campaign;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.Decision;
import rebound.model.Evidence;
import rebound.model.FollowUp;
import rebound.model.Grounds;
import rebound.model.Judgement;
import rebound.model.Kind;
import rebound.model.LifeSign;
import rebound.model.PolicyRule;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
import rebound.model.Standing.Recommendation;
import rebound.model.Standing.State;
import rebound.model.Strength;
import rebound.model.Verdict;
import rebound.store.AddResult.Outcome;
import rebound.store.AddressRow;
import rebound.store.AddressStore.RowFilter;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.CampaignStore.SentMail;
import rebound.store.CustomerStore.SaveResult;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.EventGroup;
import rebound.store.EventPage;
import rebound.store.FolderState;
import rebound.store.NewMail;
import rebound.store.Privacy.Erased;
import rebound.store.Privacy.Removed;
import rebound.store.ReadMark;
import rebound.store.ReadMark.Noted;

/** What every bounce database does, whatever it is kept in. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StoreContract {

	@TempDir
	static Path folder;
	static final BounceStores STORES = new SqlBounceStores();

	/** The events that the store is filled with; tests add others. */
	private static final EventFilter FILL = EventFilter.ALL.withText("person");

	BounceStore store;

	/** @return where an empty database is, or will be made */
	abstract String location();

	@BeforeAll
	void fill() {
		store = STORES.open(location());
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
	void close() {
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
	void howFarAMailboxIsReadIsStoredWithItsMails() {
		Instant read = Instant.parse("2026-03-01T10:00:00Z");
		FolderState seventh = new FolderState("box", "INBOX", 11, 7);
		store.events().add(List.of(), new ReadMark(seventh, List.of(new Noted("6", read, true),
				new Noted("6", read, true), new Noted("7", read, false))));
		assertEquals(seventh, store.mailboxes().state("box", "INBOX"));
		assertTrue(store.mailboxes().state("box", "Other").isNew());
		assertEquals(Set.of("6", "7"), store.mailboxes().noted("box", "INBOX", 11));
		assertEquals(List.of("6"), store.mailboxes().waiting("box", "INBOX", 11, read.plusMillis(1)));
		assertEquals(List.of(), store.mailboxes().waiting("box", "INBOX", 11, read));

		store.events().add(List.of(), new ReadMark(new FolderState("box", "INBOX", 12, 3),
				List.of(new Noted("6", read, true))));
		assertEquals(Set.of(), store.mailboxes().noted("box", "INBOX", 11));
		store.mailboxes().forget("box", "INBOX", 12, List.of("6"));
		assertEquals(Set.of(), store.mailboxes().noted("box", "INBOX", 12));
		store.mailboxes().forget("box");
		assertTrue(store.mailboxes().state("box", "INBOX").isNew());
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
				EventFilter filter = FILL.sortedBy(sort, ascending).limit(0, 7);
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
		assertEquals(30, store.events().count(FILL.withType(BounceType.HARD)));
		assertEquals(24, store.events().count(EventFilter.ALL.withDomain("domain2.example")));
		assertEquals(24, store.events().count(EventFilter.ALL.withMailHost("domain2.example")));
		assertEquals(90, store.events().count(FILL.withReasons(Set.of(Reason.MAILBOXFULL))));
		assertEquals(40,
				store.events().count(EventFilter.ALL.withText("newsletter 2").withPeriod(Sample.BEGIN, Instant.now())));
		assertEquals(3, store.events().count(EventFilter.ALL.withText("PERSON39@")));
		assertEquals(120, store.events().count(EventFilter.ALL.withText("pe")));
		assertEquals(0, store.events().count(EventFilter.ALL.withText("%")));
	}

	@Test
	void campaignsAreRecognisedAndCounted() {
		var latest = store.campaigns().list().stream()
				.filter(campaign -> "Newsletter 2".equals(campaign.campaign().subject())).findFirst().orElseThrow();
		assertEquals("Newsletter 2", latest.campaign().subject());
		assertEquals(10, latest.hard());
		assertEquals(30, latest.soft());
		var statistics = store.campaigns().statistics(latest.campaign().id()).orElseThrow();
		assertEquals(Reason.MAILBOXFULL, statistics.reasons().getFirst().of());
		assertEquals(5, statistics.mailHosts().size());
		assertEquals(40, statistics.days().getFirst().total());
	}

	@Test
	void checkFindsNothingWrong() {
		assertEquals(List.of(), store.upkeep().check());
	}

	@Test
	void copyHoldsTheSame() {
		try (BounceStore copy = STORES.open(folder.resolve("copy").toString())) {
			store.upkeep().copyTo(copy, rows -> {
			});
			List<BounceEvent> here = new ArrayList<>();
			List<BounceEvent> there = new ArrayList<>();
			store.events().forEach(EventFilter.ALL, here::add);
			copy.events().forEach(EventFilter.ALL, there::add);
			assertEquals(here, there);
			assertEquals(List.of(), copy.upkeep().check());
		}
	}

	@Test
	void judgesWhatIsDueOnceAndAgainWhenSomethingHappens() {
		AddressKey address = AddressKey.of("judge@court.example");
		store.events().add(List.of(Sample.bounce(address.value(), 0, Reason.USERUNKNOWN)));
		store.addresses().judgeDue(Instant.now(), JUDGE);
		assertEquals(0, store.addresses().judgeDue(Instant.now(), JUDGE));
		Standing standing = store.addresses().standing(address).orElseThrow();
		assertEquals(State.SUGGESTED, standing.state());
		assertEquals(JUDGE.apply(store.addresses().history(address)).standing(), standing);
		assertEquals(List.of(standing), store.addresses().page(StandingFilter.ALL.withText("judge@")));
		store.decisions().add(List.of(decision("d1", address, Decision.Action.BLOCK)));
		assertEquals(1, store.addresses().judgeDue(Instant.now(), JUDGE));
		store.addresses().addLifeSigns(List.of(new LifeSign(address, LifeSign.Kind.REPLY, Sample.BEGIN, "test")));
		store.addresses().addLifeSigns(List.of(new LifeSign(address, LifeSign.Kind.REPLY, Sample.BEGIN, "test")));
		AddressHistory history = store.addresses().history(address);
		assertEquals(1, history.occurrences().size());
		assertEquals(1, history.lifeSigns().size());
		assertEquals("d1", history.decisions().getFirst().id());
		// the three newsletters that many bounced, whoever else did
		assertEquals(3, history.mailings().stream().filter(mailing -> mailing.subject().startsWith("News")).count());
	}

	@Test
	void decisionsAreKeptAndBatchesUndoneOnce() {
		List<AddressKey> addresses = List.of(AddressKey.of("u1@undo.example"), AddressKey.of("u2@undo.example"));
		store.decisions().add(List.of(decision("batch-1", addresses.get(0), Decision.Action.BLOCK),
				decision("batch-2", addresses.get(1), Decision.Action.BLOCK)));
		Instant later = Sample.BEGIN.plusSeconds(100);
		assertEquals(2, store.decisions().undo("undo.example", "anna", later).size());
		assertEquals(0, store.decisions().undo("undo.example", "bert", later).size());
		assertEquals(2, store.decisions().ofAddress(addresses.get(0)).size());
		assertEquals("batch-1", store.decisions().ofAddress(addresses.get(0)).getFirst().undoes());
		assertTrue(store.decisions().page(0, 100).size() >= 4);
	}

	@Test
	void knownCampaignTakesItsBouncesAndKeepsItsRecipients() {
		Instant sent = Sample.BEGIN.plus(Duration.ofDays(300));
		store.campaigns().save(List.of(new Campaign("spring", "Spring sale", "Sale!", "news@shop.example", sent, 500,
				Campaign.Origin.CREATED, Campaign.Halt.NONE)));
		AddressKey anna = AddressKey.of("anna@sale.example");
		assertEquals(1, store.campaigns().addSent("spring", List.of(new SentMail(anna, "<sale-1@x>", sent))));
		assertEquals(0, store.campaigns().addSent("spring", List.of(new SentMail(anna, "<sale-1@x>", sent))));
		assertEquals(1, store.campaigns().find("spring").orElseThrow().sentCount());
		store.events().add(List.of(Sample.bounce("anna@sale.example", "sale!", sent.plus(Duration.ofHours(5)),
				Reason.USERUNKNOWN, "5.1.1", "")));
		BounceEvent event = store.events().ofAddress(anna).getFirst();
		assertEquals("spring", event.campaignId());
		assertEquals(1, store.events().assign(List.of(event.id()), EventFilter.NO_CAMPAIGN));
		assertEquals(1, store.events().count(EventFilter.ALL.withCampaign(EventFilter.NO_CAMPAIGN)));
		assertEquals(1, store.events().assign(List.of(event.id()), "spring"));
		assertEquals(1, store.campaigns().statistics("spring").orElseThrow().summary().hard());
		List<Campaign> stopped = store.campaigns().checkHalts(tally -> tally.campaign().id().equals("spring")
				&& tally.recipients() == 1 && tally.hosts().getFirst().recipients() == 1
						? Campaign.Halt.ASKING
						: Campaign.Halt.NONE);
		assertEquals(List.of("spring"), stopped.stream().map(Campaign::id).toList());
		assertEquals(Campaign.Halt.ASKING, store.addresses().history(anna).occurrences().getFirst().halt());
	}

	@Test
	void anotherVerdictCountsFromNowOnAndGroupsTellOfIt() {
		Instant sent = Sample.BEGIN.plus(Duration.ofDays(500));
		store.events().add(List.of(
				Sample.bounce("re1@label.example", "Label", sent, Reason.USERUNKNOWN, "5.1.1", ""),
				Sample.bounce("re2@label.example", "Label", sent, Reason.MAILBOXFULL, "4.2.2", "")));
		EventFilter ours = EventFilter.ALL.withDomain("label.example");
		assertEquals(List.of(new EventGroup("mailboxfull", 0, 1, 1), new EventGroup("userunknown", 1, 0, 1)),
				store.events().groups(ours, EventGroup.By.REASON, ZoneOffset.UTC, 10));
		BounceEvent event = store.events().ofAddress(AddressKey.of("re1@label.example")).getFirst();
		store.addresses().judgeDue(Instant.now(), JUDGE);
		Verdict other = Verdict.of(Kind.BOUNCE, Reason.BLOCKED, "own.1", new Evidence(Evidence.Source.STATUS, "5.1.1"),
				Strength.STRONG, 100);
		assertEquals(1, store.events().relabel(Map.of(event.id(), other)));
		assertEquals(other, store.events().find(event.id()).orElseThrow().verdict());
		assertEquals(1, store.addresses().judgeDue(Instant.now(), JUDGE));
		String day = LocalDate.ofInstant(sent, ZoneOffset.UTC).toString();
		assertEquals(List.of(new EventGroup(day, 0, 2, 2)),
				store.events().groups(ours, EventGroup.By.DAY, ZoneOffset.UTC, 10));
		assertEquals(1, store.events().groups(ours, EventGroup.By.CAMPAIGN, ZoneOffset.ofHours(2), 10).size());
		assertEquals(1, store.events().groups(ours, EventGroup.By.MAIL_HOST, ZoneOffset.UTC, 10).size());
	}

	@Test
	void campaignToldOfLaterTakesTheBouncesThatWereRecognisedBefore() {
		Instant sent = Sample.BEGIN.plus(Duration.ofDays(400));
		store.events().add(List.of(
				Sample.bounce("late1@late.example", "Late news", sent, Reason.USERUNKNOWN, "5.1.1", ""),
				Sample.bounce("late2@late.example", "Late news", sent, Reason.USERUNKNOWN, "5.1.1", "")));
		BounceEvent before = store.events().ofAddress(AddressKey.of("late1@late.example")).getFirst();
		Campaign recognised = store.campaigns().find(before.campaignId()).orElseThrow();
		assertEquals(Campaign.Origin.RECOGNISED, recognised.origin());
		store.campaigns().save(List.of(new Campaign("late", "Late", "LATE news", "news@shop.example",
				sent.minus(Duration.ofHours(1)), 2, Campaign.Origin.IMPORTED, Campaign.Halt.NONE)));
		assertEquals(2, store.events().count(EventFilter.ALL.withCampaign("late")));
		assertTrue(store.campaigns().find(recognised.id()).isEmpty());
		store.campaigns().save(List.of(new Campaign("sent", "By sent mail", null, null, sent, 2,
				Campaign.Origin.IMPORTED, Campaign.Halt.NONE)));
		store.campaigns().addSent("sent", List.of(new SentMail(before.address(), before.messageId(), sent)));
		BounceEvent after = store.events().find(before.id()).orElseThrow();
		assertEquals("sent", after.campaignId());
		assertEquals(Attribution.MESSAGE_ID, after.attribution());
	}

	@Test
	void erasedAddressLeavesNothingButAHashWhenItWasBlocked() {
		AddressKey eve = AddressKey.of("eve@erase.example");
		NewMail mail = Sample.bounce(eve.value(), 0, Reason.USERUNKNOWN);
		store.events().add(List.of(mail));
		store.customers().save(List.of(customer("E1", "Eve", "Erase Ltd", eve.value(), null)));
		store.decisions().add(List.of(decision("erase-1", eve, Decision.Action.BLOCK)));
		store.addresses().judgeDue(Instant.now(), history -> {
			Standing standing = JUDGE.apply(history).standing();
			return new Judgement(new Standing(standing.address(), State.BLOCKED, standing.since(), null, null,
					standing.recommendation(), standing.grounds(), "erase-1", standing.counters(), 0, false, "v1"),
					null);
		});
		assertEquals(1, store.privacy().export(eve).events().size());
		assertEquals(new Erased(1, 1, 1, 1), store.privacy().erase(eve, Sample.BEGIN));
		assertEquals(new Erased(0, 0, 0, 0), store.privacy().erase(eve, Sample.BEGIN));
		assertEquals(Reason.USERUNKNOWN, store.privacy().tombstone(eve).orElseThrow().reason());
		assertTrue(store.privacy().tombstone(AddressKey.of("other@erase.example")).isEmpty());
		assertTrue(store.events().mail(mail.hash()).isEmpty());
		assertTrue(store.customers().search("Eve", 5).isEmpty());
		assertEquals("erased:" + store.privacy().tombstone(eve).orElseThrow().hash(),
				store.decisions().find("erase-1").orElseThrow().address().value());
		// the same mail from the archive does not bring the person back
		assertEquals(List.of(Outcome.KNOWN_MAIL), store.events().add(List.of(mail)).outcomes());
		store.addresses().judgeAllAgain();
		store.addresses().judgeDue(Instant.now(), JUDGE);
	}

	@Test
	void retentionCountsBeforeItRemoves() {
		Instant old = Instant.parse("2020-01-01T00:00:00Z");
		store.events().add(List.of(Sample.bounce("old@old.example", "Old", old, Reason.USERUNKNOWN, "5.1.1", "")));
		Instant limit = Instant.parse("2021-01-01T00:00:00Z");
		assertEquals(new Removed(1, 1), store.privacy().removeOld(limit, limit, true));
		assertEquals(1, store.events().ofAddress(AddressKey.of("old@old.example")).size());
		assertEquals(new Removed(1, 1), store.privacy().removeOld(limit, limit, false));
		assertEquals(new Removed(0, 0), store.privacy().removeOld(limit, limit, true));
	}

	@Test
	void customersAreFoundByAnyOfTheirWords() {
		Customer anna = customer("K1", "Ann\u00e4 M\u00fcller-Lang", "B\u00e4ckerei Gro\u00df GmbH",
				"Anna@Find.example",
				"+49 (0)30 123-45");
		Customer bob = customer("K2", "Bob Miller", "Mill 100% Ltd", "bob@find.example", null);
		assertEquals(new SaveResult(2, 0, 0), store.customers().save(List.of(anna, bob)));
		assertEquals(new SaveResult(0, 0, 2), store.customers().save(List.of(anna, bob)));
		Customer moved = customer("K2", "Bob Miller", "Mill 100% Ltd", "bob@new.example", null);
		assertEquals(new SaveResult(0, 1, 1), store.customers().save(List.of(anna, moved)));
		assertEquals(List.of(anna), store.customers().byAddress(AddressKey.of("anna@FIND.example")));
		assertEquals(List.of(), store.customers().byAddress(AddressKey.of("bob@find.example")));
		for (String text : new String[]{ "muller", "B\u00c4CKEREI gross", "anna@find", "find.example", "3012345",
				"030 123", "ckerei", "K1" }) {
			assertEquals(List.of(anna), store.customers().search(text, 10), text);
		}
		assertEquals(List.of(moved), store.customers().search("100% mill", 10));
		assertEquals(List.of(), store.customers().search("%", 10));
		assertEquals(List.of(moved), store.customers().byDomain("new.example", 5));
		assertEquals(anna, store.customers().find("K1").orElseThrow());
	}

	@Test
	void reportRowsJoinCustomersStandingsAndEvents() {
		store.customers().save(List.of(customer("R1", "Rita", "Rows Inc", "rita@rows.example", null),
				customer("R2", "Rolf", "Rows Inc", "Rita@Rows.example", null),
				customer("R3", "Rosa", "Rows Inc", "rosa@rows.example", null)));
		store.events().add(List.of(Sample.bounce("rita@rows.example", 0, Reason.USERUNKNOWN),
				Sample.bounce("rita@rows.example", 1, Reason.USERUNKNOWN),
				Sample.bounce("nobody@rows.example", 1, Reason.USERUNKNOWN)));
		List<AddressRow> rows = new ArrayList<>();
		store.addresses().forEachRow(new RowFilter(false, false, 1), row -> {
			if (row.address().domain().equals("rows.example")) {
				rows.add(row);
			}
		});
		assertEquals(List.of("nobody@rows.example null 1", "rita@rows.example R1 1", "Rita@Rows.example R2 1",
				"rosa@rows.example R3 0"),
				rows.stream().map(row -> row.email() + " " + (row.customer() == null ? null : row.customer().id())
						+ " " + row.events().size()).toList());
		int[] count = new int[1];
		store.addresses().forEachRow(new RowFilter(true, true, 0), row -> {
			assertEquals("R", row.customer().id().substring(0, 1));
			count[0]++;
		});
		assertEquals(2, count[0]);
	}

	@Test
	void notesOnLostCustomersOutliveTheCustomersImport() {
		store.customers().save(List.of(customer("F1", "Fay One", "Fern", "fay@fern.example", null)));
		FollowUp note = new FollowUp("F1", "Nora", LocalDate.of(2026, 2, 3), "call on Monday", null, Sample.BEGIN,
				"anna");
		store.followUps().save(note);
		store.customers().save(List.of(customer("F1", "Fay Two", "Fern", "fay@fern.example", null)));
		store.customers().remove(List.of("F1"));
		assertEquals(note, store.followUps().find("F1").orElseThrow());
		FollowUp closed = new FollowUp("F1", null, null, null, FollowUp.Outcome.GAVE_UP, Sample.BEGIN, "bert");
		store.followUps().save(closed);
		List<FollowUp> all = new ArrayList<>();
		store.followUps().forEach(all::add);
		assertTrue(all.contains(closed) && !all.contains(note), all.toString());
		List<String> ids = new ArrayList<>();
		store.customers().forEachId(ids::add);
		assertEquals(store.customers().count(), ids.size());
	}

	@Test
	void changesAreSettledOrTakenBack() {
		CustomerChange first = change("c1", "b1", CustomerChange.Kind.EMAIL);
		CustomerChange second = change("c2", "b1", CustomerChange.Kind.NOTE);
		store.changes().add(List.of(first, second));
		assertEquals(List.of(first, second), store.changes().find("b1"));
		assertEquals(List.of(second), store.changes().find("c2"));
		CustomerChange done = first.settled(CustomerChange.State.DONE, Sample.BEGIN, null);
		store.changes().settle(List.of(done));
		assertEquals(List.of(second.settled(CustomerChange.State.WITHDRAWN, Sample.BEGIN, null)),
				store.changes().withdraw("b1", Sample.BEGIN));
		assertEquals(List.of(), store.changes().withdraw("b1", Sample.BEGIN));
		List<CustomerChange> dones = new ArrayList<>();
		store.changes().forEach(Set.of(CustomerChange.State.DONE, CustomerChange.State.CONFLICT), dones::add);
		assertEquals(List.of(done), dones);
		assertEquals(2, store.changes().ofCustomer("C-9").size());
	}

	private static CustomerChange change(String id, String batch, CustomerChange.Kind kind) {
		return new CustomerChange(id, batch, "C-9", kind, "old@c.example", "new@c.example", "551", "it says so",
				CustomerChange.State.PENDING, Sample.BEGIN, "anna", null, null);
	}

	@Test
	void listenersHearOfChangesUntilTheyLeave() {
		int[] heard = new int[1];
		BounceStore.Registration registration = store.onChange(() -> heard[0]++);
		store.addresses().judgeAllAgain();
		registration.close();
		store.addresses().judgeAllAgain();
		assertEquals(1, heard[0]);
	}

	@Test
	void hostileTextsAreStoredAndCut() {
		String text = "'; DROP TABLE event; -- \u0000\uD800" + "x".repeat(100_000);
		NewMail mail = Sample.bounce("hostile@evil.example", text, Sample.BEGIN, Reason.USERUNKNOWN, "5.1.1", "");
		store.events().add(List.of(mail));
		BounceEvent event = store.events().ofAddress(AddressKey.of("hostile@evil.example")).getFirst();
		assertTrue(event.subject().startsWith("'; DROP TABLE event; -- \uFFFDx"), event.subject());
		assertEquals(499, event.subject().length());
	}

	/** Suggests whatever bounced; what the real policy says is tested where it is. */
	private static final Function<AddressHistory, Judgement> JUDGE = history -> {
		int events = history.occurrences().size();
		Grounds grounds = events == 0
				? null
				: new Grounds(PolicyRule.ADDRESS_STRONG, Reason.USERUNKNOWN, events, Sample.BEGIN, Sample.BEGIN,
						history.occurrences().getFirst().eventId());
		Counters counters = new Counters(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, Sample.BEGIN, null, Sample.BEGIN,
				LifeSign.Kind.REPLY, "c");
		return new Judgement(new Standing(history.address(), events == 0 ? State.ACTIVE : State.SUGGESTED, Sample.BEGIN,
				null, null, Recommendation.BLOCK, grounds, null, counters, 77, history.isProtected(), "v1"), null);
	};

	private static Decision decision(String id, AddressKey address, Decision.Action action) {
		return new Decision(id, address, action, Sample.BEGIN, "anna", address.domain(), null, "v1", null, "because");
	}

	private static Customer customer(String id, String name, String company, String email, String phone) {
		return new Customer(id, null, null, null, null, null, name, null, company, null, null, null, null, "de", 12.5,
				null, Sample.BEGIN.atOffset(ZoneOffset.UTC).toLocalDate(), null, null, List.of(email), phone,
				null, null, null, null, null, null, null, false, Map.of("Extra", "a=b;c"));
	}
}
