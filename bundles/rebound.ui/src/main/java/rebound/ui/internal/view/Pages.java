package rebound.ui.internal.view;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Failures;

/** What a view shows: its content, or why there is none and the action that fills it. */
final class Pages {

	private static final int TEXT_WIDTH = 420;

	private final Desk desk;
	private final Commands commands;
	private final String emptyKey;
	private final List<Action> actions;
	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final Composite content;
	private Composite message;
	private String shown = "";

	/** A command, and the key of its words. */
	record Action(String key, String command) {
	}

	Pages(Composite parent, Desk desk, Commands commands, String emptyKey, Action... actions) {
		this.desk = desk;
		this.commands = commands;
		this.emptyKey = emptyKey;
		this.actions = List.of(actions);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		content = new Composite(stack, SWT.NONE);
		content.setLayout(new FillLayout());
		update(false);
	}

	/** @return where the view puts what it shows */
	Composite content() {
		return content;
	}

	/** Shows that the database is not open, or, if it is, what was shown before: the next answer is on its way. */
	void updateWhileAsking() {
		if (desk.database().state() != Database.State.OPEN) {
			update(false);
		}
	}

	/** Shows what fits the database's state. */
	void update(boolean isEmpty) {
		Database database = desk.database();
		switch (database.state()) {
			case OPENING -> message("opening", desk.texts().text("empty.opening"), "", List.of());
			case FAILED -> {
				Failures failures = new Failures(desk.texts());
				message("failed", failures.sentence(database.failure()), failures.advice(database.failure()),
						List.of(new Action("failed.retry", Commands.REOPEN),
								new Action("failed.choose", Commands.CHOOSE_DATABASE)));
			}
			case OPEN -> {
				if (isEmpty) {
					message("empty", desk.texts().text("empty." + emptyKey + ".title"),
							desk.texts().text("empty." + emptyKey + ".text"), actions);
				} else {
					show("content", content);
				}
			}
		}
	}

	/**
	 * Gives the focus to what is shown instead of the content.
	 *
	 * @return whether something is; else it is for the view to say what gets the focus
	 */
	boolean takesFocus() {
		return layout.topControl != content && layout.topControl.setFocus();
	}

	private void message(String name, String title, String text, List<Action> offered) {
		if (shown.equals(name)) {
			return;
		}
		Composite former = message;
		message = new Composite(stack, SWT.NONE);
		message.setLayout(GridLayoutFactory.fillDefaults().create());
		Composite block = new Composite(message, SWT.NONE);
		block.setLayout(GridLayoutFactory.fillDefaults().spacing(Look.GAP, Look.MARGIN).create());
		block.setLayoutData(GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).create());
		Label heading = Look.label(block, title);
		Look.heading(heading, 4);
		heading.setLayoutData(GridDataFactory.swtDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).create());
		Look.label(block, text).setLayoutData(GridDataFactory.swtDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).create());
		Composite buttons = new Composite(block, SWT.NONE);
		RowLayout row = new RowLayout();
		row.marginLeft = 0;
		row.spacing = Look.GAP;
		buttons.setLayout(row);
		buttons.setLayoutData(GridDataFactory.swtDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).create());
		for (Action action : offered) {
			Button button = new Button(buttons, SWT.PUSH);
			button.setText(desk.texts().text(action.key));
			button.setLayoutData(new RowData(Look.width(button), SWT.DEFAULT));
			button.addListener(SWT.Selection, e -> commands.run(action.command));
		}
		show(name, message);
		if (former != null) {
			former.dispose();
		}
	}

	/** The keyboard goes along: where what has the focus is hidden, no key does anything. */
	private void show(String name, Control control) {
		if (!shown.equals(name)) {
			shown = name;
			boolean hadFocus = hasFocus();
			layout.topControl = control;
			stack.layout(true, true);
			if (hadFocus) {
				control.setFocus();
			}
		}
	}

	private boolean hasFocus() {
		Control focus = stack.getDisplay().getFocusControl();
		while (focus != null && focus != stack) {
			focus = focus.getParent();
		}
		return focus == stack;
	}
}
