package rebound.ui.internal.view;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import rebound.model.Customer;
import rebound.model.FollowUp;
import rebound.ui.internal.command.FollowUpWork;
import rebound.ui.internal.desk.Desk;

/** What the user notes about a lost customer. */
final class FollowUpForm {

	private static final List<FollowUp.Outcome> OUTCOMES = List.of(FollowUp.Outcome.values());
	private static final int WIDTH = 130;

	private final Desk desk;
	private final Composite form;
	private final String prefix;
	private final Text owner;
	private final Button hasDue;
	private final DateTime due;
	private final Combo outcome;
	private final Text note;
	private FollowUp seen;

	/**
	 * @param prefix  what the names of its fields begin with, for tests
	 * @param columns 2 for one field a line, 6 for all but the note in one line
	 */
	FollowUpForm(Composite parent, Desk desk, String prefix, int columns) {
		this.desk = desk;
		this.prefix = prefix;
		form = new Composite(parent, SWT.NONE);
		form.setLayout(Look.plain(columns));
		form.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		owner = field("owner", new Text(labelOf("owner"), SWT.BORDER), WIDTH);
		hasDue = new Button(form, SWT.CHECK);
		hasDue.setText(desk.texts().text("lost.form.due"));
		hasDue.setData(Ids.KEY, prefix + "hasDue");
		due = field("due", new DateTime(form, SWT.DATE | SWT.DROP_DOWN | SWT.BORDER), SWT.DEFAULT);
		hasDue.addListener(SWT.Selection, e -> due.setEnabled(hasDue.getSelection()));
		outcome = field("outcome", new Combo(labelOf("outcome"), SWT.READ_ONLY), WIDTH);
		outcome.add(desk.texts().text("outcome.open"));
		OUTCOMES.forEach(each -> outcome.add(desk.texts().text("outcome." + each.id())));
		note = field("note", new Text(labelOf("note"), SWT.BORDER), SWT.DEFAULT);
		note.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(columns - 1, 1).create());
	}

	private Composite labelOf(String key) {
		Label label = new Label(form, SWT.NONE);
		label.setText(desk.texts().text("lost.form." + key));
		return form;
	}

	private <T extends Control> T field(String key, T control, int width) {
		control.setData(Ids.KEY, prefix + key);
		Look.named(control, desk.texts().text("lost.form." + key));
		control.setLayoutData(
				GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).create());
		return control;
	}

	/** Calls back when the user is done with the note. */
	void onDone(Runnable done) {
		note.addListener(SWT.DefaultSelection, e -> done.run());
	}

	/**
	 * @param customer who is looked for, or {@code null} for nobody
	 * @param known    what was noted, or {@code null}
	 */
	void show(Customer customer, FollowUp known) {
		seen = known;
		for (Control control : form.getChildren()) {
			control.setEnabled(customer != null);
		}
		String looks = known != null ? known.owner() : customer != null ? customer.owner() : null;
		owner.setText(looks == null ? "" : looks);
		note.setText(known == null || known.note() == null ? "" : known.note());
		outcome.select(known == null || known.outcome() == null ? 0 : OUTCOMES.indexOf(known.outcome()) + 1);
		LocalDate day = known == null ? null : known.due();
		hasDue.setSelection(day != null);
		due.setEnabled(day != null);
		if (day != null) {
			due.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
		}
	}

	/** Keeps what is noted about a customer. */
	void save(FollowUpWork work, String customer) {
		int chosen = outcome.getSelectionIndex();
		work.save(customer, owner.getText(),
				hasDue.getSelection() ? LocalDate.of(due.getYear(), due.getMonth() + 1, due.getDay()) : null,
				note.getText(), chosen < 1 ? null : OUTCOMES.get(chosen - 1), seen);
	}
}
