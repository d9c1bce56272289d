package rebound.report.internal;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import rebound.report.Column.Type;

/**
 * Writes the cells of one worksheet (ECMA-376, 18.3.1). Texts are text cells whatever they begin with, so none can be
 * run as a formula.
 */
final class XlsxSheet {

	/** Rows of a worksheet, its header included. */
	static final int MAX_ROWS = 1_048_576;
	/** Characters of a cell. */
	static final int MAX_TEXT = 32_767;

	private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
	/** Before this day Excel counts a day that never was. */
	private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
	private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
	private static final double SECONDS_OF_A_DAY = 86_400;

	/** The cell formats, by their place in the style sheet. */
	enum Style {
		GENERAL, HEADER, TEXT, WHOLE, DECIMAL, DATE, TIMESTAMP, PERCENT
	}

	/**
	 * A column of a sheet.
	 *
	 * @param heading unique in its sheet
	 * @param type    of its values
	 * @param width   in characters
	 */
	record Heading(String heading, Type type, int width) {
	}

	private final Writer out;
	/** A row is written at once: a writer locks for each piece. */
	private final StringBuilder line = new StringBuilder();
	private final String[] letters;
	private int row;

	/** Begins the sheet: a frozen row of headings. */
	XlsxSheet(Writer out, List<Heading> headings) throws IOException {
		this.out = out;
		letters = new String[headings.size()];
		for (int i = 0; i < letters.length; i++) {
			letters[i] = letters(i);
		}
		out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + XlsxFile.MAIN
				+ "\" xmlns:r=\"" + XlsxFile.RELATIONSHIPS + "\"><sheetViews><sheetView workbookViewId=\"0\">"
				+ "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
				+ "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>"
				+ "<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
		for (int i = 0; i < letters.length; i++) {
			out.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + headings.get(i).width()
					+ "\" customWidth=\"1\"/>");
		}
		out.write("</cols><sheetData>");
		beginRow();
		for (int i = 0; i < letters.length; i++) {
			text(i, headings.get(i).heading(), Style.HEADER);
		}
		endRow();
	}

	/** @return the letters of a column counted from 0: A, B ... Z, AA */
	static String letters(int column) {
		return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
	}

	boolean isFull() {
		return row == MAX_ROWS;
	}

	void beginRow() {
		row++;
		line.append("<row r=\"").append(row).append("\">");
	}

	void endRow() throws IOException {
		out.append(line.append("</row>"));
		line.setLength(0);
	}

	/** Writes a cell; one without value is left out. */
	void cell(int column, Type type, Object value) {
		switch (value) {
			case null -> {
			}
			case Long number -> number(column, Long.toString(number), Style.WHOLE);
			case Double number -> number(column, Double.toString(number), Style.DECIMAL);
			case LocalDate date -> date(column, date);
			case Instant instant -> instant(column, instant);
			default -> text(column, value.toString(), type == Type.IDENTIFIER || Csv.harmless(value.toString()) != value
					? Style.TEXT
					: Style.GENERAL);
		}
	}

	/** Writes a share between 0 and 1 as a percentage. */
	void share(int column, double share) {
		number(column, Double.toString(share), Style.PERCENT);
	}

	/** @return the cells written, as a reference: {@code A1:C10}; never less than a row below the headings */
	String end() throws IOException {
		out.write("</sheetData><tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>");
		return "A1:" + letters[letters.length - 1] + Math.max(2, row);
	}

	private void date(int column, LocalDate date) {
		if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
			text(column, Text.of(date), Style.GENERAL);
		} else {
			number(column, Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, date)), Style.DATE);
		}
	}

	private void instant(int column, Instant instant) {
		LocalDate date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
		if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
			text(column, Text.of(instant), Style.GENERAL);
			return;
		}
		int second = LocalTime.ofInstant(instant, ZoneOffset.UTC).toSecondOfDay();
		number(column, Double.toString(ChronoUnit.DAYS.between(DAY_ZERO, date) + second / SECONDS_OF_A_DAY),
				Style.TIMESTAMP);
	}

	private void number(int column, String number, Style style) {
		begin(column, style);
		line.append("><v>").append(number).append("</v></c>");
	}

	private void text(int column, String value, Style style) {
		String text = Text.oneLine(value);
		if (text.isEmpty()) {
			return;
		}
		begin(column, style);
		line.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
		Xml.text(line, escaped(text.length() > MAX_TEXT ? shortened(text) : text));
		line.append("</t></is></c>");
	}

	private void begin(int column, Style style) {
		line.append("<c r=\"").append(letters[column]).append(row).append('"');
		if (style != Style.GENERAL) {
			line.append(" s=\"").append(style.ordinal()).append('"');
		}
	}

	private static String shortened(String text) {
		return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
	}

	/** Excel reads {@code _x0041_} as a character code (ECMA-376, 22.9.2.19); here it is meant as it stands. */
	private static String escaped(String text) {
		return text.contains("_x") ? text.replace("_x", "_x005F_x") : text;
	}
}
