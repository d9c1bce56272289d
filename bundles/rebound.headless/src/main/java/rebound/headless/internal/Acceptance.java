package rebound.headless.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.headless.Console;
import rebound.headless.ExitCode;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;
import rebound.pipeline.ChangeList;
import rebound.pipeline.ChangeList.Wish;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.pipeline.WorkFilter;
import rebound.report.ReportRow;
import rebound.store.BounceStore;

/** Makes of what the user accepts the changes for the customer database. */
final class Acceptance {

	private final Pipeline pipeline;
	private final BounceStore store;
	private final Console console;
	private final Progress progress;

	Acceptance(Pipeline pipeline, BounceStore store, Console console, Progress progress) {
		this.pipeline = pipeline;
		this.store = store;
		this.console = console;
		this.progress = progress;
	}

	int accept(AcceptOptions wanted) throws IOException {
		if (wanted.customers.isEmpty() == (wanted.movedDomain == null)
				|| wanted.email != null && wanted.customers.size() != 1) {
			throw Summaries.usage(console, "accept.whom");
		}
		if (wanted.email != null && (wanted.email.indexOf('@') < 1 || wanted.email.indexOf(' ') >= 0)) {
			throw Summaries.usage(console, "decide.noAddress", wanted.email);
		}
		List<Wish> wishes = new ArrayList<>();
		if (wanted.movedDomain != null) {
			moved(AddressKey.of("x@" + wanted.movedDomain).domain(), wishes);
		}
		for (String text : wanted.customers) {
			wishes(new OneCustomer(console).of(store, text), wanted, wishes);
		}
		List<CustomerChange> changes = new ChangeList(store, store.user(), Instant.now()).accept(wishes);
		tell(changes);
		return ExitCode.OK;
	}

	private void moved(String domain, List<Wish> wishes) {
		WorkFilter filter = new WorkFilter(null, null, null, Suggestion.Kind.DOMAIN_RENAME, false, Integer.MAX_VALUE);
		for (WorkItem item : pipeline.workList(store, filter, progress)) {
			if (AddressKey.of(item.lost().email()).domain().equals(domain)) {
				wishes.add(Wish.address(item, item.best()));
			}
		}
		if (wishes.isEmpty()) {
			throw Summaries.usage(console, "accept.noRename", domain);
		}
	}

	private void wishes(Customer customer, AcceptOptions wanted, List<Wish> wishes) {
		WorkItem item = pipeline.find(store, customer.id(), 1, progress).stream()
				.flatMap(found -> found.addresses().stream()).map(address -> address.item())
				.filter(lost -> lost != null).findFirst().orElse(null);
		String failing = item == null ? null : item.lost().email();
		if (wanted.email != null) {
			String old = failing != null ? failing : customer.emails().isEmpty() ? null : customer.emails().getFirst();
			if (old == null) {
				throw Summaries.usage(console, "accept.nothing", customer.id());
			}
			wishes.add(new Wish(customer.id(), Kind.EMAIL, old, wanted.email, ChangeList.USER, null));
		} else if (!wanted.isSpecial()) {
			Suggestion best = item == null
					? null
					: item.found().stream().filter(found -> found.kind().isOwnAddress()).findFirst().orElse(null);
			if (best == null) {
				throw Summaries.usage(console, "accept.nothing", customer.id());
			}
			wishes.add(Wish.address(item, best));
		}
		if (wanted.bounceStatus) {
			if (item == null) {
				throw Summaries.usage(console, "accept.reachable", customer.id());
			}
			wishes.add(new Wish(customer.id(), Kind.BOUNCE_STATUS, failing, status(item), ChangeList.USER, null));
		}
		if (wanted.note != null) {
			wishes.add(new Wish(customer.id(), Kind.NOTE, null, wanted.note, ChangeList.USER, null));
		}
		if (wanted.task != null) {
			String task = wanted.due == null ? wanted.task : wanted.due + " " + wanted.task;
			wishes.add(new Wish(customer.id(), Kind.TASK, null, task, ChangeList.USER, null));
		}
	}

	private static String status(WorkItem item) {
		BounceEvent deciding = ReportRow.deciding(item.lost().events());
		String day = LocalDate.ofInstant(deciding.occurred(), ZoneOffset.UTC).toString();
		return deciding.autoReply() != null && deciding.verdict().type() == BounceType.NONE
				? day + " " + deciding.verdict().kind().id() + " " + deciding.autoReply().subKind().id()
				: day + " " + deciding.verdict().type().id() + " " + deciding.verdict().reason().id();
	}

	private void tell(List<CustomerChange> changes) throws IOException {
		Summaries summaries = new Summaries(console);
		summaries.count("changes", changes.size());
		summaries.batch(changes.getFirst().batch());
		summaries.end();
		if (!console.json()) {
			for (CustomerChange change : changes) {
				console.say("accept.change." + change.kind().id(), change.customer(),
						change.oldValue() == null ? "-" : change.oldValue(), change.newValue());
			}
			console.say("accept.done", changes.size(), changes.getFirst().batch());
		}
	}
}
