package rebound.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A change to a customer's data that the user accepted, for the customer database that the data come from. Rebound
 * never changes its own copy of a customer by it: the next import shows what became of it there. Absent values are
 * {@code null}.
 *
 * @param id       stable id
 * @param batch    changes accepted in one go share it and can be taken back together
 * @param customer id of the customer
 * @param kind     what changes
 * @param oldValue what is there now: for {@link Kind#EMAIL} the address that fails
 * @param newValue what is to be there: an address, or a text; for {@link Kind#TASK} it may begin with a date and a blank
 * @param source   how the new value was found: a suggestion's kind, {@code "user"}, or {@code "undo"}
 * @param evidence what it rests on, for people
 * @param state    what became of it
 * @param accepted when the user accepted it
 * @param by       who accepted it
 * @param settled  when its state last changed
 * @param found    what the customer database holds instead, for {@link State#CONFLICT}
 */
public record CustomerChange(String id, String batch, String customer, Kind kind, String oldValue, String newValue,
		String source, String evidence, State state, Instant accepted, String by, Instant settled, String found) {

	/** What a change is about. */
	public enum Kind {
		/** A new address in place of one that fails. */
		EMAIL,
		/** That an address fails, and why. */
		BOUNCE_STATUS,
		/** A note to the customer. */
		NOTE,
		/** Something for somebody to do. */
		TASK;

		/** @return the stable id that files and databases keep, for example {@code "bounce_status"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** What became of a change. */
	public enum State {
		/** Accepted, and not yet in the customer database. */
		PENDING,
		/** Written into the customer database by Rebound. */
		WRITTEN,
		/** An import found it in the customer database. */
		DONE,
		/** The customer database was changed otherwise in the meantime: for the user to look at. */
		CONFLICT,
		/** Taken back by the user. */
		WITHDRAWN;

		/** @return the stable id that files and databases keep, for example {@code "pending"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** @return the state with this id, or empty */
		public static Optional<State> of(String id) {
			return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
		}
	}

	/** @return whether it is of an address, and was not taken back */
	public boolean isOfAddress() {
		return kind == Kind.EMAIL && state != State.WITHDRAWN;
	}

	/** @return whether it puts a new address in place of this one, and was not taken back */
	public boolean isInPlaceOf(AddressKey failing) {
		return isOfAddress() && AddressKey.of(oldValue).equals(failing);
	}

	/** @return the same change in another state */
	public CustomerChange settled(State newState, Instant at, String foundInstead) {
		return new CustomerChange(id, batch, customer, kind, oldValue, newValue, source, evidence, newState, accepted,
				by, at, foundInstead);
	}
}
