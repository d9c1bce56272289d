package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.Decision;
import rebound.model.LifeSign;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Standing.State;
import rebound.store.AddressRow;
import rebound.store.AddressStore.RowFilter;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** How addresses stand, and what was decided. */
interface AddressContract {

	/** @return the store that is tested */
	BounceStore store();

	@Test
	default void judgesWhatIsDueOnceAndAgainWhenSomethingHappens() {
		AddressKey address = AddressKey.of("judge@court.example");
		store().events().add(List.of(Sample.bounce(address.value(), 0, Reason.USERUNKNOWN)));
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
		assertEquals(0, store().addresses().judgeDue(Instant.now(), Sample.JUDGE));
		Standing standing = store().addresses().standing(address).orElseThrow();
		assertEquals(State.SUGGESTED, standing.state());
		assertEquals(Sample.JUDGE.apply(store().addresses().history(address)).standing(), standing);
		assertEquals(List.of(standing), store().addresses().page(StandingFilter.ALL.withText("judge@")));
		store().decisions().add(List.of(Sample.decision("d1", address, Decision.Action.BLOCK)));
		assertEquals(1, store().addresses().judgeDue(Instant.now(), Sample.JUDGE));
		store().addresses().addLifeSigns(List.of(new LifeSign(address, LifeSign.Kind.REPLY, Sample.BEGIN, "test")));
		store().addresses().addLifeSigns(List.of(new LifeSign(address, LifeSign.Kind.REPLY, Sample.BEGIN, "test")));
		AddressHistory history = store().addresses().history(address);
		assertEquals(1, history.occurrences().size());
		assertEquals(1, history.lifeSigns().size());
		assertEquals("d1", history.decisions().getFirst().id());
		// the three newsletters that many bounced, whoever else did
		assertEquals(3, history.mailings().stream().filter(mailing -> mailing.subject().startsWith("News")).count());
	}

	@Test
	default void decisionsAreKeptAndBatchesUndoneOnce() {
		List<AddressKey> addresses = List.of(AddressKey.of("u1@undo.example"), AddressKey.of("u2@undo.example"));
		store().decisions().add(List.of(Sample.decision("batch-1", addresses.get(0), Decision.Action.BLOCK),
				Sample.decision("batch-2", addresses.get(1), Decision.Action.BLOCK)));
		Instant later = Sample.BEGIN.plusSeconds(100);
		assertEquals(2, store().decisions().undo("undo.example", "anna", later).size());
		assertEquals(0, store().decisions().undo("undo.example", "bert", later).size());
		assertEquals(2, store().decisions().ofAddress(addresses.get(0)).size());
		assertEquals("batch-1", store().decisions().ofAddress(addresses.get(0)).getFirst().undoes());
		assertTrue(store().decisions().page(0, 100).size() >= 4);
	}

	@Test
	default void nobodyDecidesAboutWhatHasChangedSinceItWasShown() {
		AddressKey known = AddressKey.of("known@shown.example");
		AddressKey unknown = AddressKey.of("unknown@shown.example");
		store().events().add(List.of(Sample.bounce(known.value(), 0, Reason.USERUNKNOWN)));
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
		Map<AddressKey, Standing> found = store().addresses().standings(List.of(known, unknown, known));
		assertEquals(Map.of(known, store().addresses().standing(known).orElseThrow()), found);
		Map<AddressKey, Optional<Standing>> shown = Map.of(known, Optional.of(found.get(known)), unknown,
				Optional.empty());
		List<Decision> mine = List.of(Sample.decision("shown-1", known, Decision.Action.PROTECT),
				Sample.decision("shown-2", unknown, Decision.Action.PROTECT));
		store().decisions().add(mine, shown);
		for (AddressKey each : shown.keySet()) {
			List<Decision> theirs = List.of(Sample.decision("late-" + each.value(), each, Decision.Action.BLOCK));
			assertEquals(Code.CHANGED, assertThrows(StoreException.class,
					() -> store().decisions().add(theirs, Map.of(each, shown.get(each)))).code());
			assertEquals(1, store().decisions().ofAddress(each).size());
		}
		store().addresses().judgeDue(Instant.now(), Sample.JUDGE);
	}

	@Test
	default void eventsFollowTheRowsOfTheirAddress() {
		store().customers().save(List.of(Sample.customer("J1", "Jana", "Join Inc", "jana@join.example", null),
				Sample.customer("J2", "Jens", "Join Inc", "Jana@Join.example", null)));
		// the database may sort these otherwise than Java does
		String emoji = "\ud83d\ude00@join.example";
		String wide = "\uff5a@join.example";
		store().events().add(List.of(Sample.bounce("jana@join.example", 0, Reason.USERUNKNOWN),
				Sample.bounce("jana@join.example", 1, Reason.USERUNKNOWN),
				Sample.bounce("jana@join.example", 2, Reason.USERUNKNOWN),
				Sample.bounce(emoji, 1, Reason.USERUNKNOWN), Sample.bounce(wide, 1, Reason.USERUNKNOWN)));
		List<String> read = new ArrayList<>();
		store().addresses().forEachRow(new RowFilter(false, true, 1), row -> {
			if (row.address().domain().equals("join.example")) {
				assertEquals(row.address(), row.standing().address());
				read.add((row.customer() == null ? "nobody" : row.customer().id()) + " " + row.events().size());
			}
		}, event -> {
			if (event.address().domain().equals("join.example")) {
				read.add(event.address().value().substring(0, 2));
			}
		});
		assertEquals(List.of("J1 1", "J2 1", "ja", "ja", "ja"), read.subList(0, 5));
		assertEquals(Set.of("nobody 1", emoji.substring(0, 2), wide.substring(0, 2)), Set.copyOf(read.subList(5, 9)));
		assertEquals(9, read.size());
	}

	@Test
	default void reportRowsJoinCustomersStandingsAndEvents() {
		store().customers().save(List.of(Sample.customer("R1", "Rita", "Rows Inc", "rita@rows.example", null),
				Sample.customer("R2", "Rolf", "Rows Inc", "Rita@Rows.example", null),
				Sample.customer("R3", "Rosa", "Rows Inc", "rosa@rows.example", null)));
		store().events().add(List.of(Sample.bounce("rita@rows.example", 0, Reason.USERUNKNOWN),
				Sample.bounce("rita@rows.example", 1, Reason.USERUNKNOWN),
				Sample.bounce("nobody@rows.example", 1, Reason.USERUNKNOWN)));
		List<AddressRow> rows = new ArrayList<>();
		store().addresses().forEachRow(new RowFilter(false, false, 1), row -> {
			if (row.address().domain().equals("rows.example")) {
				rows.add(row);
			}
		});
		assertEquals(List.of("nobody@rows.example null 1", "rita@rows.example R1 1", "Rita@Rows.example R2 1",
				"rosa@rows.example R3 0"),
				rows.stream().map(row -> row.email() + " " + (row.customer() == null ? null : row.customer().id())
						+ " " + row.events().size()).toList());
		int[] count = new int[1];
		store().addresses().forEachRow(new RowFilter(true, true, 0), row -> {
			assertEquals("R", row.customer().id().substring(0, 1));
			count[0]++;
		});
		assertEquals(2, count[0]);
	}
}
