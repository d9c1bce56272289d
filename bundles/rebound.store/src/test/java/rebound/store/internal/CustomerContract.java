package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;
import rebound.store.BounceStore;
import rebound.store.CustomerStore.SaveResult;
import rebound.store.StoreException;

/** Customers, notes and changes. */
interface CustomerContract {

	/** @return the store that is tested */
	BounceStore store();

	@Test
	default void customersAreFoundByAnyOfTheirWords() {
		Customer anna = Sample.customer("K1", "Ann\u00e4 M\u00fcller-Lang", "B\u00e4ckerei Gro\u00df GmbH",
				"Anna@Find.example",
				"+49 (0)30 123-45");
		Customer bob = Sample.customer("K2", "Bob Miller", "Mill 100% Ltd", "bob@find.example", null);
		assertEquals(new SaveResult(2, 0, 0), store().customers().save(List.of(anna, bob)));
		assertEquals(new SaveResult(0, 0, 2), store().customers().save(List.of(anna, bob)));
		Customer moved = Sample.customer("K2", "Bob Miller", "Mill 100% Ltd", "bob@new.example", null);
		assertEquals(new SaveResult(0, 1, 1), store().customers().save(List.of(anna, moved)));
		assertEquals(List.of(anna), store().customers().byAddress(AddressKey.of("anna@FIND.example")));
		assertEquals(List.of(), store().customers().byAddress(AddressKey.of("bob@find.example")));
		for (String text : new String[]{ "muller", "B\u00c4CKEREI gross", "anna@find", "find.example", "3012345",
				"030 123", "ckerei", "K1" }) {
			assertEquals(List.of(anna), store().customers().search(text, 10), text);
		}
		assertEquals(List.of(moved), store().customers().search("100% mill", 10));
		assertEquals(List.of(), store().customers().search("%", 10));
		assertEquals(List.of(moved), store().customers().byDomain("new.example", 5));
		assertEquals(anna, store().customers().find("K1").orElseThrow());
	}

	@Test
	default void manyCustomersAreFoundByTheirWordsAndOnlyByThose() {
		assertEquals(new SaveResult(300, 0, 0), store().customers().save(many("Quartz")));
		assertEquals(300, store().customers().search("quartz", 1_000).size());
		assertEquals(new SaveResult(0, 300, 0), store().customers().save(many("Basalt")));
		assertEquals(List.of(), store().customers().search("quartz", 1_000));
		assertEquals(300, store().customers().search("basalt", 1_000).size());
		assertEquals(300, store().customers().domains(300).get("many.example"));
		assertNull(store().customers().domains(301).get("many.example"));
		assertEquals("M7", store().customers().search("m7@many.example", 10).getFirst().id());
		store().customers().remove(IntStream.range(0, 300).mapToObj(i -> "M" + i).toList());
		assertEquals(List.of(), store().customers().search("basalt", 1_000));
	}

	/** Customers saved one by one, changed and removed are found as they are now, however their words are kept. */
	@Test
	default void wordsOfThePastFindNobody() {
		for (int round = 0; round < 3; round++) {
			for (int i = 0; i < 20; i++) {
				store().customers().save(List.of(Sample.customer("P" + i, "Pia Round" + round, "Pyrite " + i, "p" + i
						+ "@past.example", null)));
			}
		}
		assertEquals(List.of(), store().customers().search("round1", 10));
		assertEquals(List.of(), store().customers().search("ound1", 10));
		assertEquals(20, store().customers().search("round2", 100).size());
		assertEquals(20, store().customers().search("ound2 yrit", 100).size());
		assertEquals("P7", store().customers().search("round2 p7@past", 10).getFirst().id());
		store().customers().remove(IntStream.range(0, 19).mapToObj(i -> "P" + i).toList());
		assertEquals(List.of("P19"),
				store().customers().search("pyrite", 10).stream().map(Customer::id).toList());
		store().privacy().erase(AddressKey.of("p19@past.example"), Sample.BEGIN);
		assertEquals(List.of(), store().customers().search("pyrite", 10));
	}

	/** However many matched in the past, and whichever of them are asked first. */
	@Test
	default void asManyAreFoundAsAreWanted() {
		store().customers().save(many("Quartz"));
		store().customers().save(many("Basalt").subList(0, 290));
		assertEquals(10, store().customers().search("q", 1_000).size());
		assertEquals(5, store().customers().search("q", 5).size());
		assertEquals(5, store().customers().search("uartz", 5).size());
		assertEquals(7, store().customers().search("b", 7).size());
	}

	private static List<Customer> many(String company) {
		return IntStream.range(0, 300)
				.mapToObj(i -> Sample.customer("M" + i, "Nora " + i, company, "m" + i + "@many.example", null))
				.toList();
	}

	@Test
	default void notesOnLostCustomersOutliveTheCustomersImport() {
		store().customers().save(List.of(Sample.customer("F1", "Fay One", "Fern", "fay@fern.example", null)));
		FollowUp note = new FollowUp("F1", "Nora", LocalDate.of(2026, 2, 3), "call on Monday", null, Sample.BEGIN,
				"anna");
		store().followUps().save(note, null);
		store().customers().save(List.of(Sample.customer("F1", "Fay Two", "Fern", "fay@fern.example", null)));
		store().customers().remove(List.of("F1"));
		assertEquals(note, store().followUps().find("F1").orElseThrow());
		FollowUp closed = new FollowUp("F1", null, null, null, FollowUp.Outcome.GAVE_UP, Sample.BEGIN, "bert");
		store().followUps().save(closed, note);
		List<FollowUp> all = new ArrayList<>();
		store().followUps().forEach(all::add);
		assertTrue(all.contains(closed) && !all.contains(note), all.toString());
		List<String> ids = new ArrayList<>();
		store().customers().forEachId(ids::add);
		assertEquals(store().customers().count(), ids.size());
	}

	@Test
	default void changesAreSettledOrTakenBack() {
		CustomerChange first = change("c1", "b1", CustomerChange.Kind.EMAIL);
		CustomerChange second = change("c2", "b1", CustomerChange.Kind.NOTE);
		store().changes().add(List.of(first, second));
		assertEquals(List.of(first, second), store().changes().find("b1"));
		assertEquals(List.of(second), store().changes().find("c2"));
		CustomerChange done = first.settled(CustomerChange.State.DONE, Sample.BEGIN, null);
		store().changes().settle(List.of(done));
		assertEquals(List.of(second.settled(CustomerChange.State.WITHDRAWN, Sample.BEGIN, null)),
				store().changes().withdraw("b1", Sample.BEGIN));
		assertEquals(List.of(), store().changes().withdraw("b1", Sample.BEGIN));
		List<CustomerChange> dones = new ArrayList<>();
		store().changes().forEach(Set.of(CustomerChange.State.DONE, CustomerChange.State.CONFLICT), dones::add);
		assertEquals(List.of(done), dones);
		assertEquals(2, store().changes().ofCustomer("C-9").size());
	}

	@Test
	default void aNewAddressTakesThePlaceOfTheOneThatWasSeen() {
		CustomerChange first = change("r1", "C-10", "rb1", CustomerChange.Kind.EMAIL);
		CustomerChange second = change("r2", "C-10", "rb2", CustomerChange.Kind.EMAIL);
		CustomerChange note = change("r3", "C-10", "rb2", CustomerChange.Kind.NOTE);
		store().changes().replace(List.of(first), List.of(), Sample.BEGIN);
		StoreException refused = assertThrows(StoreException.class,
				() -> store().changes().replace(List.of(second, note), List.of(), Sample.BEGIN));
		assertEquals(StoreException.Code.CHANGED, refused.code());
		assertEquals(List.of(first), store().changes().ofCustomer("C-10"));
		store().changes().replace(List.of(second, note), List.of(first), Sample.BEGIN);
		assertEquals(Set.of(first.settled(CustomerChange.State.WITHDRAWN, Sample.BEGIN, null), second, note),
				Set.copyOf(store().changes().ofCustomer("C-10")));
		store().changes().withdraw("rb2", Sample.BEGIN);
	}

	private static CustomerChange change(String id, String batch, CustomerChange.Kind kind) {
		return change(id, "C-9", batch, kind);
	}

	private static CustomerChange change(String id, String customer, String batch, CustomerChange.Kind kind) {
		return new CustomerChange(id, batch, customer, kind, "old@c.example", "new@c.example", "551", "it says so",
				CustomerChange.State.PENDING, Sample.BEGIN, "anna", null, null);
	}
}
