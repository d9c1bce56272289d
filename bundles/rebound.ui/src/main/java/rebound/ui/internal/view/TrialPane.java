package rebound.ui.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import rebound.pipeline.PolicyTrial;
import rebound.policy.Replay;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Desk;

/** What another blocking policy would change at once, and how both would have done in the past. */
public final class TrialPane {

	private final Desk desk;
	private final Label effect;
	private final Label past;
	private final RowTable<PolicyTrial.Change> table;

	public TrialPane(Composite parent, Desk desk) {
		this.desk = desk;
		Composite pane = new Composite(parent, SWT.NONE);
		pane.setLayout(Look.page(1));
		pane.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		effect = line(pane, "trial.effect");
		past = line(pane, "trial.past");
		table = new RowTable<>(pane, "trial.table", SWT.SINGLE, text("name.trial"), change -> change.address().value(),
				rows -> {
				});
		table.column(text("blocking.column.address"), 200, SWT.LEFT,
				change -> Addresses.unicode(change.address().value()));
		table.column(text("trial.from"), 90, SWT.LEFT, change -> text("state." + change.from().id()));
		table.column(text("trial.to"), 90, SWT.LEFT, change -> desk.sentences().state(change.to()));
		table.pictured(change -> Icons.of(change.to().state()));
		table.column(text("blocking.column.why"), 260, SWT.LEFT, change -> desk.sentences().why(change.to()));
		waiting();
	}

	private static Label line(Composite pane, String id) {
		Label label = Look.label(pane, "");
		label.setData(Ids.KEY, id);
		label.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).create());
		return label;
	}

	private String text(String key, Object... values) {
		return desk.texts().text(key, values);
	}

	/** Says that the answer is on its way. */
	public void waiting() {
		effect.setText(text("trial.waiting"));
	}

	/** Shows what a trial came to. */
	public void show(PolicyTrial found) {
		if (effect.isDisposed()) {
			return;
		}
		boolean isNothing = found.changes().isEmpty();
		effect.setText(isNothing
				? text("trial.nothing")
				: text("trial.effect", found.blocked(), found.held(), found.released()));
		past.setText(text("trial.now") + ' ' + past(found.now()) + '\n' + text("trial.other") + ' '
				+ past(found.other()));
		table.fill(found.changes());
		effect.getParent().layout(true);
	}

	private String past(Replay.Result result) {
		return text("trial.past", result.blocked(), result.addresses(), result.wrong(), result.saved());
	}
}
