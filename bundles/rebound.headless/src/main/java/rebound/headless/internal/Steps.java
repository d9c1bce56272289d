package rebound.headless.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.headless.Messages;
import rebound.model.Customer;
import rebound.model.DomainAnswer;

/** Says in one sentence what to do next for a lost customer, and what that rests on. */
final class Steps {

	private final Messages messages;

	Steps(Messages messages) {
		this.messages = messages;
	}

	/** @return the next best step and, where it was asked, what the DNS says of the address's domain */
	String next(WorkItem item) {
		return domain(item).map(told -> step(item) + ' ' + told).orElseGet(() -> step(item));
	}

	private Optional<String> domain(WorkItem item) {
		DomainAnswer told = item.lost().asked();
		return told == null
				? Optional.empty()
				: Optional.of(messages.text("step.domain", told.domain(), messages.text("domain." + told.state().id()),
						LocalDate.ofInstant(told.checked(), ZoneOffset.UTC)));
	}

	private String step(WorkItem item) {
		Suggestion best = item.best();
		Customer customer = item.lost().customer();
		String phone = customer.phone() == null ? customer.mobile() : customer.phone();
		return switch (item.step()) {
			case CLEAR, WAIT -> messages.text("step." + item.step().id(), best.date());
			case TELL_FORWARD -> messages.text("step.tell_forward", best.evidence());
			case USE_ADDRESS, CHECK_ADDRESS ->
				messages.text("step." + item.step().id(), best.email(), found(best));
			case ASK_SUCCESSOR, ASK_COLLEAGUE ->
				messages.text("step." + item.step().id(), whom(best.name(), best.email(), best.phone()));
			case CALL -> messages.text("step.call", phone);
			case SEARCH -> messages.text("step.search");
		};
	}

	/** @return how a suggestion was found, and what it rests on */
	String found(Suggestion suggestion) {
		return switch (suggestion.kind()) {
			case SUCCESSOR, COLLEAGUE -> messages.text("found." + suggestion.kind().id(),
					whom(suggestion.name() == null ? suggestion.email() : suggestion.name(), suggestion.phone()),
					suggestion.evidence());
			case TYPO ->
				messages.text(suggestion.count() > 0 && suggestion.email().endsWith('@' + suggestion.evidence())
						? "found.typo"
						: "found.typo.name", suggestion.evidence(), suggestion.count());
			case ALIVE, AWAY -> messages.text("found." + suggestion.kind().id(), suggestion.date());
			default -> messages.text("found." + suggestion.kind().id(), suggestion.evidence(), suggestion.count());
		};
	}

	/** @return the name with the ways to reach whom it belongs to, of both what is known */
	private static String whom(String name, String... ways) {
		String known = Stream.of(ways).filter(Objects::nonNull).collect(Collectors.joining(", "));
		if (name == null) {
			return known;
		}
		return known.isEmpty() ? name : name + " (" + known + ')';
	}
}
