package rebound.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;
import rebound.model.CustomerChange.State;

class ReconciliationTest {

	private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
	private static final CustomerChange MOVE = change(Kind.EMAIL);

	@Test
	void theNewAddressInTheCustomerDatabaseIsDone() {
		assertEquals(MOVE.settled(State.DONE, THEN, null),
				Reconciliation.of(MOVE, customer("Anna@New.example", "anna@old.example"), THEN));
	}

	@Test
	void theOldAddressStillThereLeavesItAsItIs() {
		Customer unchanged = customer("ANNA@old.example");
		assertSame(MOVE, Reconciliation.of(MOVE, unchanged, THEN));
		CustomerChange written = MOVE.settled(State.WRITTEN, THEN, null);
		assertSame(written, Reconciliation.of(written, unchanged, THEN));
	}

	@Test
	void anotherAddressThereIsAConflictUntilTheOldOneIsBack() {
		CustomerChange conflict = Reconciliation.of(MOVE, customer("anna@third.example"), THEN);
		assertEquals(MOVE.settled(State.CONFLICT, THEN, "anna@third.example"), conflict);
		assertSame(conflict, Reconciliation.of(conflict, customer("anna@third.example"), THEN.plusSeconds(1)));
		assertEquals(State.PENDING, Reconciliation.of(conflict, customer("anna@old.example"), THEN).state());
		assertEquals(State.CONFLICT, Reconciliation.of(MOVE, null, THEN).state());
	}

	@Test
	void notesAreNotLookedFor() {
		CustomerChange note = change(Kind.NOTE);
		assertSame(note, Reconciliation.of(note, null, THEN));
		CustomerChange done = MOVE.settled(State.DONE, THEN, null);
		assertSame(done, Reconciliation.of(done, null, THEN));
	}

	private static CustomerChange change(Kind kind) {
		return new CustomerChange("c", "b", "1", kind, "anna@old.example", "anna@new.example", "551", "it says so",
				State.PENDING, THEN, "nora", null, null);
	}

	private static Customer customer(String... emails) {
		return new Customer("1", null, null, null, null, null, "Anna", null, null, null, null, null, null, null, null,
				null, null, null, null, List.of(emails), null, null, null, null, null, null, null, null, false,
				Map.of());
	}
}
