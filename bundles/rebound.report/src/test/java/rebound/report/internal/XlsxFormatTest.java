package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import rebound.report.BounceReport;
import rebound.report.Column.Type;
import rebound.report.EventColumns;
import rebound.report.ReportColumns;
import rebound.report.ReportOptions;
import rebound.report.Samples;
import rebound.report.WrittenReport;
import rebound.report.internal.XlsxSheet.Heading;

class XlsxFormatTest {

	private static final List<Heading> ONE = List.of(new Heading("a", Type.TEXT, 10));

	@TempDir
	Path folder;

	private Path written(ReportOptions options, int ordinary) throws IOException {
		WrittenReport report = BounceReport.stock().write("xlsx", Samples.data(ordinary), options,
				folder.resolve("report.xlsx"));
		return report.files().getFirst().file();
	}

	/** Every part is well-formed XML; gives the parts by name. */
	private static Map<String, Document> parts(Path file) throws Exception {
		Map<String, Document> parts = new HashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : zip.stream().toList()) {
				try (InputStream in = zip.getInputStream(entry)) {
					parts.put(entry.getName(), DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
				}
			}
		}
		return parts;
	}

	private static Element cell(Document sheet, String reference) {
		NodeList cells = sheet.getElementsByTagName("c");
		for (int i = 0; i < cells.getLength(); i++) {
			Element cell = (Element) cells.item(i);
			if (cell.getAttribute("r").equals(reference)) {
				return cell;
			}
		}
		return null;
	}

	private static String reference(String column, int row) {
		for (int i = 0; i < ReportColumns.ALL.size(); i++) {
			if (ReportColumns.ALL.get(i).name().equals(column)) {
				return XlsxSheet.letters(i) + row;
			}
		}
		throw new IllegalArgumentException(column);
	}

	@Test
	void hasFourSheetsEachATableWithFilterAndFrozenHeader() throws Exception {
		Map<String, Document> parts = parts(written(ReportOptions.DEFAULT, 3));
		NodeList sheets = parts.get("xl/workbook.xml").getElementsByTagName("sheet");
		List<String> names = List.of("Report", "Events", "Summary", "Legend");
		for (int i = 0; i < 4; i++) {
			assertEquals(names.get(i), ((Element) sheets.item(i)).getAttribute("name"));
			Document sheet = parts.get("xl/worksheets/sheet" + (i + 1) + ".xml");
			assertEquals("frozen", ((Element) sheet.getElementsByTagName("pane").item(0)).getAttribute("state"));
			Element table = parts.get("xl/tables/table" + (i + 1) + ".xml").getDocumentElement();
			String cells = table.getAttribute("ref");
			assertEquals(cells, ((Element) table.getElementsByTagName("autoFilter").item(0)).getAttribute("ref"));
			assertEquals(sheet.getElementsByTagName("row").getLength(),
					Integer.parseInt(cells.substring(cells.indexOf(':') + 1).replaceAll("[A-Z]", "")));
		}
		assertEquals(6, parts.get("xl/worksheets/sheet1.xml").getElementsByTagName("row").getLength());
		assertEquals(5, parts.get("xl/worksheets/sheet2.xml").getElementsByTagName("row").getLength());
		assertEquals(1 + ReportColumns.ALL.size() + EventColumns.ALL.size(),
				parts.get("xl/worksheets/sheet4.xml").getElementsByTagName("row").getLength());
	}

	@Test
	void cellsAreOfTheirColumnsType() throws Exception {
		Document sheet = parts(written(ReportOptions.DEFAULT, 0)).get("xl/worksheets/sheet1.xml");
		Element id = cell(sheet, reference("customer_id", 2));
		assertEquals("inlineStr", id.getAttribute("t"));
		assertEquals("2", id.getAttribute("s"));
		assertEquals("007", id.getTextContent());
		assertEquals("+49 30 123", cell(sheet, reference("phone", 2)).getTextContent());
		assertEquals("01234", cell(sheet, reference("postal_code", 2)).getTextContent());
		Element since = cell(sheet, reference("customer_since", 2));
		assertEquals("43524", since.getTextContent());
		assertEquals("5", since.getAttribute("s"));
		assertEquals("3", cell(sheet, reference("hard_count", 2)).getTextContent());
		double last = Double.parseDouble(cell(sheet, reference("last_bounce_utc", 2)).getTextContent());
		assertEquals(46348 + 86_398 / 86_400d, last, 1e-9);
		assertEquals(null, cell(sheet, reference("customer_id", 3)));
	}

	@Test
	void noCellIsAFormula() throws Exception {
		Document sheet = parts(written(ReportOptions.DEFAULT, 0)).get("xl/worksheets/sheet1.xml");
		assertEquals(0, sheet.getElementsByTagName("f").getLength());
		Element street = cell(sheet, reference("street", 2));
		assertEquals("=HYPERLINK(\"http://evil.example\")", street.getTextContent());
		assertEquals("2", street.getAttribute("s"));
	}

	@Test
	void aSingleSheetForProgramsThatReadOnlyOne() throws Exception {
		Map<String, Document> parts = parts(written(ReportOptions.DEFAULT.with("sheets", "single"), 3));
		assertEquals(1, parts.get("xl/workbook.xml").getElementsByTagName("sheet").getLength());
	}

	@Test
	void whatDoesNotFitASheetGoesOnInTheNext() throws Exception {
		StringWriter text = new StringWriter();
		XlsxSheet sheet = new XlsxSheet(new Writer() {
			@Override
			public void write(char[] characters, int from, int length) {
				text.getBuffer().setLength(0);
			}

			@Override
			public void flush() {
				text.flush();
			}

			@Override
			public void close() {
				text.flush();
			}
		}, ONE);
		int rows = 1;
		while (!sheet.isFull()) {
			sheet.beginRow();
			sheet.endRow();
			rows++;
		}
		assertEquals(XlsxSheet.MAX_ROWS, rows);
	}

	@Test
	void cellsHoldNoMoreThanExcelTakes() throws Exception {
		String xml = sheet("q".repeat(40_000) + "\u0001");
		assertEquals(XlsxSheet.MAX_TEXT, xml.chars().filter(c -> c == 'q').count() - outside("q"));
		assertTrue(sheet("a_x0041_b").contains("a_x005F_x0041_b"));
		assertTrue(sheet("<&>\ufffe").contains("&lt;&amp;&gt;\ufffd"));
	}

	@Test
	void daysThatExcelDoesNotKnowAreText() throws Exception {
		assertTrue(sheet(LocalDate.of(1899, 5, 1)).contains("1899-05-01"));
		assertTrue(sheet(Instant.parse("+12026-01-01T00:00:00Z")).contains("2026-01-01"));
		assertTrue(sheet(LocalDate.of(1900, 3, 1)).contains("<v>61</v>"));
	}

	@Test
	void countsLettersAsExcelDoes() {
		assertEquals(List.of("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"),
				List.of(XlsxSheet.letters(0), XlsxSheet.letters(25), XlsxSheet.letters(26), XlsxSheet.letters(51),
						XlsxSheet.letters(52), XlsxSheet.letters(701), XlsxSheet.letters(702)));
	}

	private static String sheet(Object value) throws IOException {
		StringWriter out = new StringWriter();
		XlsxSheet sheet = new XlsxSheet(out, ONE);
		sheet.beginRow();
		sheet.cell(0, Type.TEXT, value);
		sheet.endRow();
		sheet.end();
		return new String(out.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

	private static long outside(String letter) throws IOException {
		return sheet("").chars().filter(c -> c == letter.charAt(0)).count();
	}
}
