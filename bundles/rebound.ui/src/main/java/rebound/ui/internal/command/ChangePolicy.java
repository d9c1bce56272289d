package rebound.ui.internal.command;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import rebound.pipeline.Pipeline;
import rebound.policy.PolicySettings;
import rebound.store.BounceStore;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;

/** Puts another blocking policy in force, and offers to undo that. */
abstract class ChangePolicy {

	final Desk desk;
	final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	ChangePolicy(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
	}

	@CanExecute
	boolean canExecute() {
		return desk.database().state() == Database.State.OPEN;
	}

	/**
	 * @param wanted may be {@code null} for no change
	 * @param seen   what was in force when the user looked
	 */
	void choose(PolicySettings wanted, PolicySettings seen) {
		if (wanted != null) {
			work.start("policy.work", progress -> choose(desk.database().store(), wanted, seen),
					before -> notices.undoable(desk.texts().text("policy.done.title"), desk.texts().text("policy.done"),
							() -> work.start("decide.undo",
									progress -> choose(desk.database().store(), before, wanted), undone -> {
									})));
		}
	}

	private PolicySettings choose(BounceStore store, PolicySettings wanted, PolicySettings seen) {
		pipeline.choosePolicy(store, wanted, seen);
		return seen;
	}

	/** All settings. */
	static final class Edit extends ChangePolicy {
		@Inject
		Edit(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
			super(desk, pipeline, work, notices);
		}

		@Execute
		void execute(Shell shell) {
			PolicyDialog dialog = new PolicyDialog(shell, desk, pipeline);
			if (dialog.open() == Window.OK) {
				choose(dialog.wish(), dialog.seen());
			}
		}
	}

	/** Whether addresses are held and blocked without asking. */
	static final class Automatic extends ChangePolicy {
		@Inject
		Automatic(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
			super(desk, pipeline, work, notices);
		}

		@Execute
		void execute(Shell shell) {
			AutomaticDialog dialog = new AutomaticDialog(shell, desk, pipeline);
			if (dialog.open() == Window.OK) {
				choose(dialog.wish(), dialog.seen());
			}
		}
	}
}
