package rebound.headless.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import rebound.customers.CompanyView;
import rebound.customers.Suggestion;
import rebound.headless.Console;
import rebound.headless.Messages;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;
import rebound.pipeline.FoundCustomer;
import rebound.report.Labels;

/** Prints what is known of a customer for a person. */
final class FoundText {

	private static final int MOST_EVENTS = 5;

	private final Console console;
	private final Messages messages;
	private final Labels labels;
	private final Steps steps;
	private final Sentences sentences;

	FoundText(Console console) {
		this.console = console;
		this.messages = console.messages();
		this.labels = Labels.of(messages.locale());
		this.steps = new Steps(messages);
		this.sentences = new Sentences(messages);
	}

	void print(FoundCustomer found) {
		Customer customer = found.customer();
		if (customer == null) {
			line("find.stranger");
		} else {
			print(joined(", ", customer.displayName() + " (" + customer.id() + ")", customer.jobTitle(),
					customer.company()));
			print("  " + joined(", ", customer.phone(), customer.mobile(), customer.street(), customer.postalCode(),
					customer.city(), customer.countryCode()));
		}
		found.addresses().forEach(this::address);
		if (found.company() != null && found.company().contacts() > 0) {
			company(found.company());
		}
		if (found.followUp() != null) {
			note(found.followUp());
		}
		for (CustomerChange change : found.changes()) {
			String what = messages.text("accept.change." + change.kind().id(), change.customer(),
					change.oldValue() == null ? "-" : change.oldValue(), change.newValue()).strip();
			line("find.change", what, change.state().id(), change.batch());
		}
		found.links().forEach(link -> print("  " + link.place() + ": " + link.url()));
	}

	private void address(FoundCustomer.Address address) {
		line("find.address", address.email(),
				address.standing() == null ? messages.text("find.quiet") : address.standing().state().id(),
				address.standing() == null ? "" : sentences.why(address.standing()));
		for (BounceEvent event : address.events().stream().limit(MOST_EVENTS).toList()) {
			String day = event.occurred().toString().substring(0, 10);
			String told = event.autoReply() != null && event.verdict().type() == BounceType.NONE
					? event.autoReply().sentence()
					: event.status().diagnostic();
			line(told == null ? "find.event" : "find.event.told", day, event.verdict().kind().id(),
					labels.reason(event.verdict().reason()), told);
		}
		if (address.item() != null) {
			line("find.next", steps.next(address.item()));
			for (Suggestion suggestion : address.item().found()) {
				line("find.suggestion", suggestion.confidence(), suggestion.email() == null ? "-" : suggestion.email(),
						steps.found(suggestion));
			}
		}
	}

	private void company(CompanyView company) {
		line("find.company", company.contacts(), company.bounced(),
				messages.text("company." + company.verdict().id()));
	}

	private void note(FollowUp note) {
		line("find.note", note.owner() == null ? "-" : note.owner(), note.due() == null ? "-" : note.due(),
				note.outcome() == null ? "open" : note.outcome().id(), note.note() == null ? "" : note.note());
	}

	private void line(String key, Object... values) {
		print(messages.text(key, values));
	}

	/** What a mail or a customer says must not steer the terminal. */
	private void print(String text) {
		console.print(new TableLine().rest(text, Integer.MAX_VALUE).toString());
	}

	private static String joined(String between, String... parts) {
		List<String> known = new ArrayList<>(Stream.of(parts).filter(part -> part != null && !part.isBlank()).toList());
		return String.join(between, known);
	}
}
