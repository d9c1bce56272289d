package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A table of things: how each is written, what is selected, and that it stays selected when the table is filled anew. */
final class RowTable<T> {

	private final Table table;
	private final Function<T, Object> key;
	private final List<Function<T, String>> texts = new ArrayList<>();
	private final Consumer<List<T>> selected;
	private final Map<Integer, Function<T, Image>> pictures = new HashMap<>();
	private List<T> rows = List.of();
	private List<Object> chosen = List.of();

	/**
	 * @param id       names the table for tests
	 * @param style    {@link SWT#SINGLE} or {@link SWT#MULTI}
	 * @param name     tells screen readers what is in the table
	 * @param key      tells one thing from another, also after it has changed
	 * @param selected told what is selected, by the user or after the table was filled
	 */
	RowTable(Composite parent, String id, int style, String name, Function<T, Object> key,
			Consumer<List<T>> selected) {
		this.key = key;
		this.selected = selected;
		// Only rows that are seen cost something: hundreds of them would hold the window up for the blink of an eye.
		table = Tables.create(parent, id, style | SWT.VIRTUAL, name);
		table.addListener(SWT.SetData, e -> write((TableItem) e.item, e.index));
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		table.addListener(SWT.Selection, e -> select());
		Tables.tellCutCells(table);
	}

	Table control() {
		return table;
	}

	/** Adds a column. */
	TableColumn column(String title, int width, int align, Function<T, String> text) {
		texts.add(text);
		return Tables.column(table, title, width, align);
	}

	/** Puts a picture before the text of the column that was added last. */
	void pictured(Function<T, Image> image) {
		Tables.widenForPictures(table, texts.size() - 1);
		pictures.put(texts.size() - 1, image);
	}

	/** Shows other rows. What was selected is selected again; where it is gone, the first row. */
	void fill(List<T> filled) {
		table.setRedraw(false);
		rows = List.copyOf(filled);
		table.setItemCount(rows.size());
		table.clearAll();
		int[] again = places();
		table.setSelection(again.length > 0 || rows.isEmpty() ? again : new int[]{ 0 });
		table.setRedraw(true);
		select();
	}

	private void write(TableItem item, int place) {
		if (place >= rows.size()) {
			return;
		}
		T row = rows.get(place);
		item.setText(texts.stream().map(text -> Objects.requireNonNullElse(text.apply(row), ""))
				.toArray(String[]::new));
		pictures.forEach((column, picture) -> item.setImage(column, picture.apply(row)));
		item.setData(row);
	}

	private int[] places() {
		List<Integer> places = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			if (chosen.contains(key.apply(rows.get(i)))) {
				places.add(i);
			}
		}
		return places.stream().mapToInt(Integer::intValue).toArray();
	}

	/** @return what is selected, in the order shown */
	List<T> selected() {
		return Arrays.stream(table.getSelectionIndices()).filter(place -> place < rows.size()).mapToObj(rows::get)
				.toList();
	}

	/** Tells again what is selected. */
	void select() {
		List<T> now = selected();
		chosen = now.stream().map(key).toList();
		selected.accept(now);
	}

	void selectAll() {
		table.selectAll();
		select();
	}
}
