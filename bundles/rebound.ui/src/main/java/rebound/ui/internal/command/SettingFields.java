package rebound.ui.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.Look;

/** The fields of settings that are declared somewhere (OSGi Metatype), each by its type. Values are texts. */
final class SettingFields {

	private static final int WIDTH = 320;
	private static final int GAP = 4;
	/** Key of {@code setData} that holds a choice's values. */
	private static final String VALUES = "rebound.values";

	private final Composite form;
	private final String prefix;
	private final Runnable changed;
	private final Map<String, Control> fields = new LinkedHashMap<>();
	private final Map<String, ControlDecoration> marks = new LinkedHashMap<>();

	/**
	 * @param form    with a grid of two columns
	 * @param prefix  what the fields' names for tests begin with
	 * @param changed called when the user has changed something
	 */
	SettingFields(Composite form, String prefix, Runnable changed) {
		this.form = form;
		this.prefix = prefix;
		this.changed = changed;
	}

	/** Adds a check box, with {@code true} or {@code false}. */
	void addSwitch(String id, String title, String sentence) {
		Button check = new Button(form, SWT.CHECK);
		check.setText(title.replace("&", "&&"));
		check.setLayoutData(GridDataFactory.fillDefaults().span(2, 1).create());
		check.addListener(SWT.Selection, e -> changed.run());
		add(id, sentence, check);
	}

	/** Adds a field for a whole number within a range. */
	void addNumber(String id, String title, String sentence, int least, int most) {
		label(title, sentence);
		Spinner spinner = new Spinner(form, SWT.BORDER);
		spinner.setMinimum(least);
		spinner.setMaximum(most);
		indent(spinner);
		spinner.addListener(SWT.Modify, e -> changed.run());
		Look.named(spinner, title);
		add(id, sentence, spinner);
	}

	/** @param options the names for people by the values */
	void addChoice(String id, String title, String sentence, Map<String, String> options) {
		label(title, sentence);
		Combo combo = new Combo(form, SWT.READ_ONLY);
		combo.setItems(options.values().toArray(String[]::new));
		combo.setData(VALUES, List.copyOf(options.keySet()));
		indent(combo);
		combo.addListener(SWT.Selection, e -> changed.run());
		Look.named(combo, title);
		add(id, sentence, combo);
	}

	/** Adds a field for words, or for a password, which is not shown. */
	void addText(String id, String title, String sentence, boolean isSecret) {
		label(title, sentence);
		Text text = new Text(form, isSecret ? SWT.BORDER | SWT.PASSWORD : SWT.BORDER);
		text.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT)
				.indent(GAP, 0).create());
		text.addListener(SWT.Modify, e -> changed.run());
		Look.named(text, title);
		add(id, sentence, text);
		ControlDecoration mark = new ControlDecoration(text, SWT.LEFT | SWT.TOP);
		mark.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
				.getImage());
		mark.hide();
		marks.put(id, mark);
	}

	/** Places a field below the others, which have room for a mark before them. */
	static void indent(Control field) {
		field.setLayoutData(GridDataFactory.swtDefaults().indent(GAP, 0).create());
	}

	private void label(String title, String sentence) {
		Label label = new Label(form, SWT.NONE);
		label.setText(title.replace("&", "&&"));
		label.setToolTipText(sentence);
	}

	private void add(String id, String sentence, Control field) {
		field.setToolTipText(sentence);
		field.setData(Ids.KEY, prefix + id);
		fields.put(id, field);
	}

	/** Shows a value. */
	void set(String id, String value) {
		switch (fields.get(id)) {
			case Button check -> check.setSelection(Boolean.parseBoolean(value));
			case Spinner spinner -> spinner.setSelection(Integer.parseInt(value));
			case Combo combo -> combo.select(((List<?>) combo.getData(VALUES)).indexOf(value));
			case Text text -> text.setText(value);
			default -> throw new IllegalArgumentException(id);
		}
	}

	/** @return what is chosen by now; empty for nothing */
	String get(String id) {
		return switch (fields.get(id)) {
			case Button check -> Boolean.toString(check.getSelection());
			case Spinner spinner -> Integer.toString(spinner.getSelection());
			case Combo combo -> combo.getSelectionIndex() < 0
					? ""
					: ((List<?>) combo.getData(VALUES)).get(combo.getSelectionIndex()).toString();
			case Text text -> text.getText();
			default -> throw new IllegalArgumentException(id);
		};
	}

	/** @return what is chosen by now, by the settings' ids */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		fields.keySet().forEach(id -> values.put(id, get(id)));
		return values;
	}

	/** Says at a field of words what is wrong with it, or no more with {@code null}. */
	void mark(String id, String sentence) {
		ControlDecoration mark = marks.get(id);
		if (mark != null) {
			mark.setDescriptionText(sentence);
			if (sentence == null) {
				mark.hide();
			} else {
				mark.show();
			}
		}
	}

	void enable(boolean isEnabled) {
		fields.values().forEach(field -> field.setEnabled(isEnabled));
	}
}
