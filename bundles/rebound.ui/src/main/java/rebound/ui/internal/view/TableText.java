package rebound.ui.internal.view;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** What is selected in a table, as text: the columns that are seen, in the order shown. */
final class TableText {

	private TableText() {
	}

	/** Puts the selected rows on the clipboard, columns parted by tabs. */
	static void copy(Table table) {
		put(table.getDisplay(), lines(table, "\t", cell -> cell.replace('\t', ' ')).collect());
	}

	/** Puts the selected rows under their headings on the clipboard, as CSV (RFC 4180). */
	static void copyCsv(Table table) {
		Lines lines = lines(table, ",", TableText::csv);
		if (!lines.rows.isEmpty()) {
			String head = Arrays.stream(columns(table)).mapToObj(i -> csv(table.getColumn(i).getText()))
					.collect(Collectors.joining(","));
			put(table.getDisplay(), head + "\r\n" + lines.collect());
		}
	}

	private record Lines(List<String> rows, String end) {
		String collect() {
			return String.join(end, rows);
		}
	}

	private static Lines lines(Table table, String separator, UnaryOperator<String> cell) {
		int[] columns = columns(table);
		return new Lines(Arrays.stream(table.getSelection()).map(item -> line(item, columns, separator, cell)).toList(),
				separator.equals(",") ? "\r\n" : System.lineSeparator());
	}

	private static String line(TableItem item, int[] columns, String separator, UnaryOperator<String> cell) {
		return Arrays.stream(columns).mapToObj(i -> cell.apply(item.getText(i)))
				.collect(Collectors.joining(separator));
	}

	private static int[] columns(Table table) {
		return IntStream.of(table.getColumnOrder()).filter(i -> table.getColumn(i).getWidth() > 0).toArray();
	}

	/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
	static String csv(String text) {
		boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
		String safe = isFormula ? "'" + text : text;
		boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
	}

	/** Puts a text on the clipboard. */
	static void put(Display display, String text) {
		if (text.isEmpty()) {
			return;
		}
		Clipboard clipboard = new Clipboard(display);
		try {
			clipboard.setContents(new Object[]{ text }, new Transfer[]{ TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
