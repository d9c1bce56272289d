package rebound.ui.internal.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.Creatable;
import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;
import rebound.pipeline.ChangeList;
import rebound.pipeline.ChangeList.Wish;
import rebound.store.BounceStore;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.CompanyCard;
import rebound.ui.internal.desk.CompanyMove;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Texts;

/** Keeps what the user notes about lost customers, and accepts new addresses for the list of changes. */
@Creatable
public final class FollowUpWork {

	private static final int MOST_NAMED = 5;

	private final Desk desk;
	private final LongWork work;
	private final Notices notices;

	@Inject
	FollowUpWork(Desk desk, LongWork work, Notices notices) {
		this.desk = desk;
		this.work = work;
		this.notices = notices;
	}

	/** Keeps a note; empty texts and {@code null} stand for nothing. {@code seen} is what was noted before. */
	public void save(String customer, String owner, LocalDate due, String note, FollowUp.Outcome outcome,
			FollowUp seen) {
		work.start("lost.saving", progress -> {
			BounceStore store = desk.database().store();
			FollowUp followUp = new FollowUp(customer, value(owner), due, value(note), outcome, Instant.now(),
					store.user());
			store.followUps().save(followUp, seen);
			return followUp;
		}, saved -> {
		});
	}

	private static String value(String text) {
		return text.isBlank() ? null : text.strip();
	}

	/** @return the customer's new address that was found and can be accepted, or {@code null} */
	public static String found(WorkItem item) {
		return own(item) == null ? null : own(item).email();
	}

	private static Suggestion own(WorkItem item) {
		return item.found().stream().filter(each -> each.kind().isOwnAddress()).findFirst().orElse(null);
	}

	/** Puts the address that was found on the list of changes for the customer database, and offers to undo it. */
	public void accept(WorkItem item) {
		accept(item.lost().customer().id(), item.lost().email(), own(item),
				item.accepted() == null ? List.of() : List.of(item.accepted()));
	}

	/** The same for one of several addresses that were found; {@code seen} is what was accepted before. */
	public void accept(String customer, String failing, Suggestion found, List<CustomerChange> seen) {
		work.start("lost.accepting",
				progress -> {
					BounceStore store = desk.database().store();
					return new ChangeList(store, store.user(), Instant.now())
							.accept(List.of(Wish.address(customer, failing, found)), seen);
				},
				changes -> notices.undoable(desk.texts().text("lost.accepted.title"),
						desk.texts().text("lost.accepted", Addresses.unicode(failing),
								Addresses.unicode(found.email())),
						() -> undo(changes.getFirst())));
	}

	/** Accepts a company's new domain for all of its people at once, and offers to undo it for all. */
	public void acceptMove(CompanyCard shown) {
		work.start("company.accepting", progress -> CompanyMove.accept(desk.database().store(), shown, progress),
				this::tell);
	}

	private void tell(CompanyMove move) {
		Texts texts = desk.texts();
		int skipped = move.skipped().size();
		String names = move.skipped().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
		String leftOut = skipped == 0
				? ""
				: ' ' + texts.text("company.skipped", names, Math.max(0, skipped - MOST_NAMED));
		String words = texts.text("company.accepted", move.accepted().size()) + leftOut;
		if (move.accepted().isEmpty()) {
			notices.tell(texts.text("company.accepted.nobody"), words);
		} else {
			notices.undoable(texts.text("lost.accepted.title"), words, () -> undo(move.accepted().getFirst()));
		}
	}

	private void undo(CustomerChange change) {
		work.start("decide.undo", progress -> {
			desk.database().store().changes().withdraw(change.batch(), Instant.now());
			return change;
		}, taken -> {
		});
	}
}
