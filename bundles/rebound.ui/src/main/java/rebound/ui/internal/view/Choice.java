package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** A drop-down list of values; the first line stands for all of them. */
final class Choice<T> {

	private static final int WIDTH = 130;
	private static final int VISIBLE = 20;

	private final Combo combo;
	private final Function<T, String> words;
	private final List<T> values = new ArrayList<>();
	/** Chosen, but not offered: what there is may be known later. */
	private T wanted;

	/**
	 * @param id      names the list for tests
	 * @param all     the first line
	 * @param words   what a value is called
	 * @param changed called when the user has chosen
	 */
	Choice(Composite row, String id, String all, Function<T, String> words, Runnable changed) {
		this.words = words;
		combo = new Combo(row, SWT.READ_ONLY);
		combo.add(all);
		combo.select(0);
		combo.setVisibleItemCount(VISIBLE);
		combo.setData(Ids.KEY, id);
		combo.setLayoutData(GridDataFactory.swtDefaults().hint(WIDTH, SWT.DEFAULT).create());
		combo.addListener(SWT.Selection, e -> {
			wanted = null;
			combo.getDisplay().asyncExec(changed);
		});
		Look.named(combo, all);
	}

	Combo control() {
		return combo;
	}

	/** Offers these values, keeping the one that is chosen. */
	void offer(List<T> offered) {
		if (combo.isDisposed()) {
			return;
		}
		T chosen = chosen();
		List<String> items = new ArrayList<>(List.of(combo.getItem(0)));
		offered.forEach(each -> items.add(words.apply(each)));
		values.clear();
		values.addAll(offered);
		if (!items.equals(List.of(combo.getItems()))) {
			combo.setItems(items.toArray(String[]::new));
		}
		choose(chosen);
	}

	/** @return the value, or {@code null} for all */
	T chosen() {
		int index = combo.getSelectionIndex();
		return index > 0 ? values.get(index - 1) : wanted;
	}

	/** @param value may be one that is not offered yet; {@code null} for all */
	void choose(T value) {
		int index = values.indexOf(value);
		wanted = index < 0 ? value : null;
		combo.select(index + 1);
	}
}
