package rebound.report.internal;

import java.util.List;

import rebound.report.Column;

/** Describes a CSV file to Microsoft's text driver (ODBC, ACE), which else guesses and loses leading zeros. */
final class TextDriverSchema {

	private TextDriverSchema() {
	}

	/** @return the section of a {@code schema.ini} about a file */
	static String section(String file, List<? extends Column<?>> columns) {
		StringBuilder section = new StringBuilder("[" + file + "]\r\nFormat=CSVDelimited\r\nColNameHeader=True\r\n"
				+ "CharacterSet=65001\r\nDecimalSymbol=.\r\nDateTimeFormat=yyyy-mm-dd\r\nMaxScanRows=0\r\n");
		int number = 0;
		for (Column<?> column : columns) {
			number++;
			section.append("Col").append(number).append('=').append(column.name()).append(' ').append(type(column))
					.append("\r\n");
		}
		return section.append("\r\n").toString();
	}

	private static String type(Column<?> column) {
		return switch (column.type()) {
			case IDENTIFIER -> "Char Width 255";
			case TEXT -> column.name().equals("diagnostic_text") || column.name().equals("follow_up_note")
					? "LongChar"
					: "Char Width 255";
			case INTEGER -> "Long";
			case DECIMAL -> "Double";
			case DATE -> "DateTime";
			case TIMESTAMP -> "Char Width 20";
		};
	}
}
