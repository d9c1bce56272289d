package rebound.ui.internal.command;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import rebound.classify.UserRule;
import rebound.model.Kind;
import rebound.pipeline.Relabelling;
import rebound.pipeline.Relabelling.Effect;
import rebound.ui.internal.desk.BounceRow;
import rebound.ui.internal.desk.Desk;

/** Lets the user say what a bounce really means, for all like it, and offers to undo that. */
final class Relabel {

	private final Desk desk;
	private final Relabelling relabelling;
	private final LongWork work;
	private final Notices notices;

	@Inject
	Relabel(Desk desk, Relabelling relabelling, LongWork work, Notices notices) {
		this.desk = desk;
		this.relabelling = relabelling;
		this.work = work;
		this.notices = notices;
	}

	@CanExecute
	boolean canExecute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) BounceRow row) {
		Kind kind = row == null ? null : row.event().verdict().kind();
		return kind == Kind.BOUNCE || kind == Kind.DELAY;
	}

	@Execute
	void execute(@Named(IServiceConstants.ACTIVE_SELECTION) BounceRow row, Shell shell) {
		RelabelDialog dialog = new RelabelDialog(shell, desk, relabelling, row.event());
		if (dialog.open() == Window.OK && dialog.rule() != null) {
			apply(dialog.rule());
		}
	}

	private void apply(UserRule rule) {
		work.start("relabel.work", progress -> relabelling.apply(desk.database().store(), rule, progress),
				effect -> tell(rule, effect));
	}

	private void tell(UserRule rule, Effect effect) {
		notices.undoable(desk.texts().text("relabel.done.title"),
				desk.texts().text("relabel.done", effect.changed(), effect.toHard(), effect.toSoft()),
				() -> work.start("decide.undo",
						progress -> relabelling.undo(desk.database().store(), rule.id(), progress), undone -> {
						}));
	}
}
