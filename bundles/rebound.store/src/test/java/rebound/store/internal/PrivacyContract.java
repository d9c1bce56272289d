package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.Campaign;
import rebound.model.Decision;
import rebound.model.Judgement;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Standing.State;
import rebound.store.AddResult.Outcome;
import rebound.store.BounceStore;
import rebound.store.CampaignStatistics;
import rebound.store.NewMail;
import rebound.store.Privacy.Erased;
import rebound.store.Privacy.Removed;

/** Erasure and retention. */
interface PrivacyContract {

	/** @return the store that is tested */
	BounceStore store();

	@Test
	default void erasedAddressLeavesNothingButAHashWhenItWasBlocked() {
		AddressKey eve = AddressKey.of("eve@erase.example");
		NewMail mail = Sample.bounce(eve.value(), 0, Reason.USERUNKNOWN);
		store().events().add(List.of(mail));
		store().customers().save(List.of(Sample.customer("E1", "Eve", "Erase Ltd", eve.value(), null)));
		store().decisions().add(List.of(Sample.decision("erase-1", eve, Decision.Action.BLOCK)));
		store().addresses().judgeDue(Instant.now(), history -> {
			Standing standing = Sample.JUDGE.apply(history).standing();
			return new Judgement(new Standing(standing.address(), State.BLOCKED, standing.since(), null, null,
					standing.recommendation(), standing.grounds(), "erase-1", standing.counters(), 0, false, "v1"),
					null);
		});
		assertEquals(1, store().privacy().export(eve).events().size());
		assertEquals(new Erased(1, 1, 1, 1), store().privacy().erase(eve, Sample.BEGIN));
		assertEquals(new Erased(0, 0, 0, 0), store().privacy().erase(eve, Sample.BEGIN));
		assertEquals(Reason.USERUNKNOWN, store().privacy().tombstone(eve).orElseThrow().reason());
		assertTrue(store().privacy().tombstone(AddressKey.of("other@erase.example")).isEmpty());
		assertTrue(store().events().mail(mail.hash()).isEmpty());
		assertTrue(store().customers().search("Eve", 5).isEmpty());
		assertEquals("erased:" + store().privacy().tombstone(eve).orElseThrow().hash(),
				store().decisions().find("erase-1").orElseThrow().address().value());
		// the same mail from the archive does not bring the person back
		assertEquals(List.of(Outcome.KNOWN_MAIL), store().events().add(List.of(mail)).outcomes());
		store().addresses().judgeAllAgain();
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
	}

	@Test
	default void retentionCountsBeforeItRemoves() {
		Instant old = Instant.parse("2020-01-01T00:00:00Z");
		store().events().add(List.of(Sample.bounce("old@old.example", "Old", old, Reason.USERUNKNOWN, "5.1.1", "")));
		Instant limit = Instant.parse("2021-01-01T00:00:00Z");
		assertEquals(new Removed(1, 1), store().privacy().removeOld(limit, limit, true));
		assertEquals(1, store().events().ofAddress(AddressKey.of("old@old.example")).size());
		assertEquals(new Removed(1, 1), store().privacy().removeOld(limit, limit, false));
		assertEquals(new Removed(0, 0), store().privacy().removeOld(limit, limit, true));
	}

	@Test
	default void whatRetentionRemovesGoesOnCounting() {
		AddressKey address = AddressKey.of("counted@keep.example");
		List<NewMail> mails = new ArrayList<>();
		for (int year = 2018; year < 2022; year++) {
			mails.add(Sample.bounce(address.value(), "Year " + year, Instant.parse(year + "-05-01T00:00:00Z"),
					Reason.USERUNKNOWN, "5.1.1", ""));
		}
		store().events().add(mails);
		store().campaigns().checkHalts(tally -> Campaign.Halt.NONE);
		AddressHistory history = store().addresses().history(address);
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
		Standing standing = store().addresses().standing(address).orElseThrow();
		String campaign = history.occurrences().getFirst().campaignId();
		CampaignStatistics statistics = store().campaigns().statistics(campaign).orElseThrow();

		Instant limit = Instant.parse("2020-12-01T00:00:00Z");
		assertEquals(3, store().privacy().removeOld(limit, limit, false).events());
		assertEquals(1, store().events().ofAddress(address).size());
		assertEquals(history, store().addresses().history(address));
		assertEquals(statistics, store().campaigns().statistics(campaign).orElseThrow());
		assertEquals(List.of(Outcome.KNOWN_EVENTS), store().events()
				.add(List.of(NewMail.of("again".getBytes(StandardCharsets.US_ASCII), "file", Sample.BEGIN,
						mails.getFirst().judged())))
				.outcomes());
		store().addresses().judgeAllAgain();
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
		assertEquals(standing, store().addresses().standing(address).orElseThrow());
		assertEquals(1, store().campaigns().list().stream().filter(known -> known.campaign().id().equals(campaign))
				.findFirst().orElseThrow().hard());
		store().privacy().erase(address, Sample.BEGIN);
		assertEquals(List.of(), store().addresses().history(address).occurrences());
	}
}
