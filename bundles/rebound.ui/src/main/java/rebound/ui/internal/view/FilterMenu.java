package rebound.ui.internal.view;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import rebound.ui.internal.desk.SavedFilters;
import rebound.ui.internal.desk.Texts;

/** The button beside a filter that saves it under a name and brings saved ones back. */
final class FilterMenu {

	private final Texts texts;
	private final SavedFilters saved;
	private final Supplier<Map<String, String>> now;
	private final Consumer<Map<String, String>> chosen;
	private final Button button;
	private final Menu menu;

	/**
	 * @param now    tells the filter in force
	 * @param chosen puts another one in force; an empty one lets everything through
	 */
	FilterMenu(Composite row, Texts texts, SavedFilters saved, Supplier<Map<String, String>> now,
			Consumer<Map<String, String>> chosen) {
		this.texts = texts;
		this.saved = saved;
		this.now = now;
		this.chosen = chosen;
		button = new Button(row, SWT.PUSH);
		button.setText(texts.text("log.filters"));
		button.setToolTipText(texts.text("log.filters.tip"));
		button.setData(Ids.KEY, "log.filters");
		GridData place = new GridData(SWT.END, SWT.CENTER, true, false);
		place.widthHint = Look.width(button);
		button.setLayoutData(place);
		menu = new Menu(button);
		button.addListener(SWT.Selection, e -> open());
	}

	/** Fills the menu and shows it under the button. */
	private void open() {
		fill();
		Point size = button.getSize();
		menu.setLocation(button.toDisplay(0, size.y));
		menu.setVisible(true);
	}

	private void fill() {
		for (MenuItem item : menu.getItems()) {
			item.dispose();
		}
		List<String> names = saved.names();
		item(menu, texts.text("log.filters.none"), () -> chosen.accept(Map.of()));
		if (!names.isEmpty()) {
			new MenuItem(menu, SWT.SEPARATOR);
			names.forEach(name -> item(menu, name, () -> chosen.accept(saved.find(name))));
		}
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, texts.text("log.filters.save"), this::save);
		if (!names.isEmpty()) {
			MenuItem remove = new MenuItem(menu, SWT.CASCADE);
			remove.setText(texts.text("log.filters.remove"));
			Menu list = new Menu(menu);
			remove.setMenu(list);
			names.forEach(name -> item(list, name, () -> saved.remove(name)));
		}
	}

	private static void item(Menu menu, String words, Runnable work) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(words.replace("&", "&&"));
		item.addListener(SWT.Selection, e -> work.run());
	}

	private void save() {
		InputDialog asked = new InputDialog(button.getShell(), texts.text("log.filters.save.title"),
				texts.text("log.filters.save.name"), "",
				name -> SavedFilters.isName(name) ? null : texts.text("log.filters.save.wrong"));
		if (asked.open() == Window.OK && asked.getValue() != null) {
			saved.save(asked.getValue(), now.get());
		}
	}
}
