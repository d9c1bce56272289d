package rebound.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import rebound.customers.Suggestion.Kind;
import rebound.model.BounceEvent;

/** Finds proof of life: an order, reply or login newer than the last bounce. */
public final class LifeFinder {

	private static final int ADDRESS_WORKS = 95;
	private static final int CUSTOMER_LIVES = 80;

	private LifeFinder() {
	}

	/**
	 * @return that the address has worked since, or that the customer has ordered since; an order on the day of the
	 *         bounce proves nothing
	 */
	public static Optional<Suggestion> find(LostCustomer lost) {
		Optional<Instant> bounce = lost.events().stream()
				.filter(event -> event.verdict().kind() == rebound.model.Kind.BOUNCE).map(BounceEvent::occurred)
				.filter(at -> at != null).findFirst();
		if (bounce.isEmpty()) {
			return Optional.empty();
		}
		if (lost.lastSuccess() != null && lost.lastSuccess().isAfter(bounce.get())) {
			return Optional.of(sign(LocalDate.ofInstant(lost.lastSuccess(), ZoneOffset.UTC), ADDRESS_WORKS, "success"));
		}
		LocalDate order = lost.customer().lastOrder();
		boolean later = order != null && order.isAfter(LocalDate.ofInstant(bounce.get(), ZoneOffset.UTC));
		return later ? Optional.of(sign(order, CUSTOMER_LIVES, "order")) : Optional.empty();
	}

	private static Suggestion sign(LocalDate date, int confidence, String evidence) {
		return new Suggestion(Kind.ALIVE, null, null, null, date, confidence, evidence, 1);
	}
}
