package rebound.ui.internal.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import rebound.model.AddressKey;
import rebound.model.Decision;
import rebound.model.Grounds;
import rebound.model.PolicyRule;
import rebound.model.Standing;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Chosen;
import rebound.ui.internal.desk.Desk;

/** Blocks or unblocks what is selected, and offers to undo it. */
abstract class DecideAddress {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;
	private final Decision.Action action;

	DecideAddress(Desk desk, Pipeline pipeline, LongWork work, Notices notices, Decision.Action action) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
		this.action = action;
	}

	@CanExecute
	boolean canExecute(
			@org.eclipse.e4.core.di.annotations.Optional @Named(IServiceConstants.ACTIVE_SELECTION) Object selection) {
		return !Chosen.addresses(selection).isEmpty();
	}

	@Execute
	void execute(@Named(IServiceConstants.ACTIVE_SELECTION) Object selection) {
		Map<AddressKey, Optional<Standing>> seen = Chosen.standings(selection);
		AddressKey first = seen.keySet().iterator().next();
		String key = "decide." + action.id();
		work.start(key, progress -> decide(desk.database().store(), seen),
				batch -> notices.undoable(
						desk.texts().text(key + ".title"),
						desk.texts().text(key + ".done", Addresses.unicode(first.value()), seen.size() - 1),
						() -> undo(batch)));
	}

	private String decide(BounceStore store, Map<AddressKey, Optional<Standing>> seen) {
		// what nobody has judged yet can't be compared with what was shown
		pipeline.judge(store);
		String batch = UUID.randomUUID().toString();
		Instant now = Instant.now();
		String user = store.user();
		List<Decision> decisions = new ArrayList<>();
		Map<AddressKey, Standing> standings = store.addresses().standings(seen.keySet());
		for (AddressKey address : seen.keySet()) {
			Grounds grounds = Optional.ofNullable(standings.get(address)).map(Standing::grounds)
					.orElse(new Grounds(PolicyRule.USER, null, 0, null, null, null));
			decisions.add(new Decision(UUID.randomUUID().toString(), address, action, now,
					user, batch,
					new Grounds(PolicyRule.USER, grounds.reason(), grounds.count(), grounds.first(), grounds.last(),
							grounds.eventId()),
					null, null, null));
		}
		store.decisions().add(decisions, seen);
		pipeline.judge(store);
		return batch;
	}

	private void undo(String batch) {
		work.start("decide.undo", progress -> {
			BounceStore store = desk.database().store();
			List<Decision> undone = store.decisions().undo(batch, store.user(), Instant.now());
			pipeline.judge(store);
			return undone.size();
		}, count -> {
		});
	}

	/** Mailings leave the address out. */
	static final class Block extends DecideAddress {
		@Inject
		Block(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
			super(desk, pipeline, work, notices, Decision.Action.BLOCK);
		}
	}

	/** The user says that the address works. */
	static final class Unblock extends DecideAddress {
		@Inject
		Unblock(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
			super(desk, pipeline, work, notices, Decision.Action.UNBLOCK);
		}
	}

	/** Only ever suggest to block the address. */
	static final class Protect extends DecideAddress {
		@Inject
		Protect(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
			super(desk, pipeline, work, notices, Decision.Action.PROTECT);
		}
	}

	/** The policy may block the address again. */
	static final class Unprotect extends DecideAddress {
		@Inject
		Unprotect(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
			super(desk, pipeline, work, notices, Decision.Action.UNPROTECT);
		}
	}
}
