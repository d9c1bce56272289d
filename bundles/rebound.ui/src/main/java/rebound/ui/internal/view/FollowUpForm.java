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
import rebound.customers.WorkItem;
import rebound.model.FollowUp;
import rebound.ui.internal.command.FollowUpWork;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Desk;

/** What the user notes about a lost customer, and the button that accepts what was found. */
final class FollowUpForm {

	private static final List<FollowUp.Outcome> OUTCOMES = List.of(FollowUp.Outcome.values());

	private final Desk desk;
	private final FollowUpWork work;
	private final Composite form;
	private final Text owner;
	private final Button hasDue;
	private final DateTime due;
	private final Combo outcome;
	private final Text note;
	private final Button accept;
	private final Button save;
	private WorkItem shown;

	FollowUpForm(Composite parent, Desk desk, FollowUpWork work) {
		this.desk = desk;
		this.work = work;
		form = new Composite(parent, SWT.NONE);
		form.setLayout(Look.plain(8));
		form.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		owner = labelled("owner", new Text(labelOf("owner"), SWT.BORDER), 130);
		hasDue = new Button(form, SWT.CHECK);
		hasDue.setText(desk.texts().text("lost.form.due"));
		hasDue.setData(Ids.KEY, "lost.hasDue");
		due = labelled("due", new DateTime(form, SWT.DATE | SWT.DROP_DOWN | SWT.BORDER), SWT.DEFAULT);
		hasDue.addListener(SWT.Selection, e -> due.setEnabled(hasDue.getSelection()));
		outcome = labelled("outcome", new Combo(labelOf("outcome"), SWT.READ_ONLY), 130);
		outcome.add(desk.texts().text("outcome.open"));
		OUTCOMES.forEach(each -> outcome.add(desk.texts().text("outcome." + each.id())));
		save = button("save");
		save.addListener(SWT.Selection, e -> save());
		accept = button("accept");
		accept.addListener(SWT.Selection, e -> work.accept(shown));
		note = labelled("note", new Text(labelOf("note"), SWT.BORDER), SWT.DEFAULT);
		note.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(7, 1).create());
		note.addListener(SWT.DefaultSelection, e -> save());
		show(null);
	}

	private Composite labelOf(String key) {
		Label label = new Label(form, SWT.NONE);
		label.setText(desk.texts().text("lost.form." + key));
		return form;
	}

	private static <T extends Control> T labelled(String key, T control, int width) {
		control.setData(Ids.KEY, "lost." + key);
		control.setLayoutData(GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).create());
		return control;
	}

	private Button button(String key) {
		Button button = new Button(form, SWT.PUSH);
		button.setData(Ids.KEY, "lost." + key);
		button.setText(desk.texts().text("lost.form." + key));
		button.setToolTipText(desk.texts().text("lost.form." + key + ".tip"));
		return button;
	}

	/** @param item the customer, or {@code null} for none */
	void show(WorkItem item) {
		shown = item;
		boolean isThere = item != null;
		for (Control control : form.getChildren()) {
			control.setEnabled(isThere);
		}
		FollowUp known = isThere ? item.followUp() : null;
		String looks = known != null ? known.owner() : isThere ? item.lost().customer().owner() : null;
		owner.setText(looks == null ? "" : looks);
		note.setText(known == null || known.note() == null ? "" : known.note());
		outcome.select(known == null || known.outcome() == null ? 0 : OUTCOMES.indexOf(known.outcome()) + 1);
		LocalDate day = known == null ? null : known.due();
		hasDue.setSelection(day != null);
		due.setEnabled(day != null);
		if (day != null) {
			due.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
		}
		String found = isThere ? FollowUpWork.found(item) : null;
		accept.setEnabled(found != null);
		if (found != null) {
			accept.setToolTipText(desk.texts().text("lost.form.accept.address", Addresses.unicode(found)));
		}
	}

	private void save() {
		if (shown == null) {
			return;
		}
		int chosen = outcome.getSelectionIndex();
		work.save(shown.lost().customer().id(), owner.getText(),
				hasDue.getSelection() ? LocalDate.of(due.getYear(), due.getMonth() + 1, due.getDay()) : null,
				note.getText(), chosen < 1 ? null : OUTCOMES.get(chosen - 1));
	}
}
