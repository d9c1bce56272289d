package rebound.report.internal;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import rebound.report.internal.XlsxSheet.Heading;

/**
 * Writes an Office Open XML workbook (ECMA-376) sheet by sheet, each sheet a table with a filter, without holding rows
 * in memory and without a time of writing in it. The library that was tried, fastexcel, stamps each file with the time.
 */
final class XlsxFile implements Closeable {

	static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
	static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
	private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
	private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

	private final ZipOutputStream zip;
	private final Writer out;
	private final List<String> sheets = new ArrayList<>();
	private List<Heading> headings = List.of();
	private XlsxSheet sheet;

	XlsxFile(OutputStream stream) {
		zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
		zip.setLevel(Deflater.BEST_SPEED);
		out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
	}

	/** Ends the sheet before and begins another. */
	XlsxSheet sheet(String name, List<Heading> columns) throws IOException {
		endSheet();
		sheets.add(name);
		headings = columns;
		begin("xl/worksheets/sheet" + sheets.size() + ".xml");
		sheet = new XlsxSheet(out, columns);
		return sheet;
	}

	private void endSheet() throws IOException {
		if (sheet == null) {
			return;
		}
		String cells = sheet.end();
		sheet = null;
		end();
		int number = sheets.size();
		part("xl/worksheets/_rels/sheet" + number + ".xml.rels", relationships(
				List.of(relationship(1, "table", "../tables/table" + number + ".xml"))));
		part("xl/tables/table" + number + ".xml", table(number, sheets.getLast(), cells, headings));
	}

	/** Finishes the workbook and closes the stream. */
	@Override
	public void close() throws IOException {
		try (zip) {
			endSheet();
			StringBuilder types = new StringBuilder();
			StringBuilder list = new StringBuilder();
			List<String> parts = new ArrayList<>();
			for (int i = 1; i <= sheets.size(); i++) {
				types.append(override("/xl/worksheets/sheet" + i + ".xml", TYPE + "worksheet+xml"))
						.append(override("/xl/tables/table" + i + ".xml", TYPE + "table+xml"));
				list.append("<sheet name=\"").append(Xml.text(sheets.get(i - 1))).append("\" sheetId=\"").append(i)
						.append("\" r:id=\"rId").append(i).append("\"/>");
				parts.add(relationship(i, "worksheet", "worksheets/sheet" + i + ".xml"));
			}
			parts.add(relationship(sheets.size() + 1, "styles", "styles.xml"));
			part("xl/styles.xml", styles());
			part("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONSHIPS + "\"><sheets>" + list
					+ "</sheets></workbook>");
			part("xl/_rels/workbook.xml.rels", relationships(parts));
			part("_rels/.rels", relationships(List.of(relationship(1, "officeDocument", "xl/workbook.xml"))));
			part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
					+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
					+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
					+ override("/xl/workbook.xml", TYPE + "sheet.main+xml")
					+ override("/xl/styles.xml", TYPE + "styles+xml") + types + "</Types>");
		}
	}

	private void part(String name, String content) throws IOException {
		begin(name);
		out.write(XML + content);
		end();
	}

	private void begin(String name) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(NO_TIME);
		zip.putNextEntry(entry);
	}

	private void end() throws IOException {
		out.flush();
		zip.closeEntry();
	}

	private static String override(String part, String type) {
		return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
	}

	private static String relationship(int id, String type, String target) {
		return "<Relationship Id=\"rId" + id + "\" Type=\"" + RELATIONSHIPS + "/" + type + "\" Target=\"" + target
				+ "\"/>";
	}

	private static String relationships(List<String> all) {
		return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + String.join("", all) + "</Relationships>";
	}

	private static String table(int number, String sheet, String cells, List<Heading> headings) {
		StringBuilder columns = new StringBuilder();
		for (int i = 0; i < headings.size(); i++) {
			columns.append("<tableColumn id=\"").append(i + 1).append("\" name=\"")
					.append(Xml.text(headings.get(i).heading())).append("\"/>");
		}
		String name = sheet.replaceAll("[^A-Za-z0-9]", "_") + "Table";
		return "<table xmlns=\"" + MAIN + "\" id=\"" + number + "\" name=\"" + name + "\" displayName=\"" + name
				+ "\" ref=\"" + cells + "\"><autoFilter ref=\"" + cells + "\"/><tableColumns count=\"" + headings.size()
				+ "\">" + columns
				+ "</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showRowStripes=\"1\"/></table>";
	}

	/** The cell formats in the order of {@link XlsxSheet.Style}. */
	private static String styles() {
		String plain = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"";
		String formats = plain + " xfId=\"0\"/>"
				+ "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyNumberFormat=\"1\"/>"
				+ "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/>"
				+ number(1) + number(4) + number(164) + number(165) + number(10);
		return "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\">"
				+ "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
				+ "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
				+ "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
				+ "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
				+ "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
				+ "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
				+ "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
				+ "<cellStyleXfs count=\"1\">" + plain + "/></cellStyleXfs><cellXfs count=\"8\">" + formats
				+ "</cellXfs>"
				+ "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
	}

	private static String number(int format) {
		return "<xf numFmtId=\"" + format
				+ "\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>";
	}
}
