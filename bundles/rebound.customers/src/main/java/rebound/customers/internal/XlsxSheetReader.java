package rebound.customers.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import rebound.customers.RowProblem;

/** Reads the rows of a worksheet (ECMA-376, 18.3.1); dates as ISO 8601, other values as they would be typed. */
final class XlsxSheetReader implements TableReader {

	private static final int MAX_ROWS = 1_048_576;
	private static final int MAX_DAY = 2_958_465;
	private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
	private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

	private final XmlReader xml;
	private final List<String> shared;
	private final BitSet dateStyles;
	private final LocalDate dayZero;
	private long number;

	XlsxSheetReader(InputStream sheet, List<String> shared, BitSet dateStyles, boolean since1904)
			throws IOException {
		xml = new XmlReader(sheet);
		this.shared = shared;
		this.dateStyles = dateStyles;
		dayZero = since1904 ? DAY_ZERO_1904 : DAY_ZERO;
	}

	@Override
	public Row next() throws IOException {
		while (number < MAX_ROWS && xml.nextElement()) {
			if (xml.is("row")) {
				number = whole(xml.attribute("r"), number + 1);
				return row();
			}
		}
		return null;
	}

	@Override
	public void close() throws IOException {
		xml.close();
	}

	private Row row() throws IOException {
		List<String> values = new ArrayList<>();
		boolean tooLong = false;
		while (xml.nextElementWithin("row")) {
			if (!xml.is("c")) {
				continue;
			}
			int column = column(xml.attribute("r"), values.size());
			String value = value();
			tooLong |= value.length() > MAX_VALUE;
			while (column <= MAX_COLUMNS && values.size() <= column) {
				values.add("");
			}
			if (column <= MAX_COLUMNS) {
				values.set(column, value);
			}
		}
		return tooLong ? new Row(number, List.of(), RowProblem.Code.TOO_LONG) : new Row(number, values, null);
	}

	private String value() throws IOException {
		String type = xml.attribute("t");
		int style = (int) whole(xml.attribute("s"), 0);
		String value = "";
		while (xml.nextElementWithin("c")) {
			if (xml.is("is")) {
				value = XlsxWorkbook.richText(xml, "is");
			} else if (xml.is("v")) {
				value = xml.text(MAX_VALUE);
			} else {
				xml.skip();
			}
		}
		return switch (type == null ? "n" : type) {
			case "s" -> {
				int index = (int) whole(value, -1);
				yield index >= 0 && index < shared.size() ? shared.get(index) : "";
			}
			case "e" -> "";
			case "str" -> XlsxWorkbook.unescaped(value);
			case "n" -> number(value, dateStyles.get(style));
			default -> value;
		};
	}

	private String number(String text, boolean isDate) {
		BigDecimal value;
		try {
			value = text.length() > 40 ? null : new BigDecimal(text.strip());
		} catch (NumberFormatException none) {
			return text;
		}
		if (value == null || Math.abs((long) value.precision() - value.scale()) > 40 || value.scale() > 40) {
			return text;
		}
		boolean inRange = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(MAX_DAY)) <= 0;
		return isDate && inRange ? date(value) : plain(value);
	}

	/** A number of three decimals gets a fourth, so that nobody takes its point for one that groups thousands. */
	private static String plain(BigDecimal value) {
		BigDecimal shortest = value.stripTrailingZeros();
		return shortest.setScale(shortest.scale() == 3 ? 4 : Math.max(0, shortest.scale())).toPlainString();
	}

	private String date(BigDecimal value) {
		LocalDate date = dayZero.plusDays(value.longValue());
		long seconds = value.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(86_400))
				.setScale(0, RoundingMode.HALF_UP).longValue();
		LocalDateTime time = date.atStartOfDay().plusSeconds(seconds);
		return seconds == 0 ? date.toString() : time.toString();
	}

	/** @return the column of a reference like {@code AB12}, counted from 0 */
	private static int column(String reference, int otherwise) {
		int column = 0;
		int i = 0;
		while (reference != null && i < Math.min(3, reference.length()) && reference.charAt(i) >= 'A'
				&& reference.charAt(i) <= 'Z') {
			column = column * 26 + reference.charAt(i) - 'A' + 1;
			i++;
		}
		return i == 0 ? otherwise : column - 1;
	}

	private static long whole(String text, long otherwise) {
		if (text == null || text.isEmpty() || text.length() > 9) {
			return otherwise;
		}
		long number = 0;
		for (int i = 0; i < text.length(); i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return otherwise;
			}
			number = number * 10 + digit;
		}
		return number;
	}
}
