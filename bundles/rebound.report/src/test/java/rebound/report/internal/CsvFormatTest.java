package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.report.BounceReport;
import rebound.report.Column;
import rebound.report.ReportColumns;
import rebound.report.ReportOptions;
import rebound.report.Samples;

class CsvFormatTest {

	@TempDir
	Path folder;

	private String written(String format, ReportOptions options) throws IOException {
		Path file = folder.resolve("report.csv");
		BounceReport.stock().write(format, Samples.data(2), options, file);
		return Files.readString(file);
	}

	private static List<CSVRecord> records(String text, char delimiter) throws IOException {
		try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180.builder().setDelimiter(delimiter).setHeader()
				.get())) {
			return parser.getRecords();
		}
	}

	@Test
	void databasesGetPlainRfc4180() throws IOException {
		String text = written("csv", ReportOptions.DEFAULT);
		assertEquals('c', text.charAt(0));
		assertTrue(text.endsWith("\r\n"));
		assertEquals(5, text.split("\r\n").length);
		assertEquals(-1, text.replace("\r\n", "").indexOf('\n'));
		assertTrue(text.startsWith(String.join(",", ReportColumns.ALL.stream().map(Column::name).toList()) + "\r\n"));
		CSVRecord row = records(text, ',').getFirst();
		assertEquals("2026-11-22T23:59:58Z", row.get("last_bounce_utc"));
		assertEquals("2019-02-28", row.get("customer_since"));
		assertEquals("1234.5", row.get("customer_value"));
		assertEquals("007", row.get("customer_id"));
		assertEquals("", records(text, ',').get(1).get("customer_id"));
		assertEquals("550 5.1.1 <anna@x>: \"unknown\"; =cmd|' /C calc'!A0 next,line tab", row.get("diagnostic_text"));
		assertEquals("call \"her\" again", row.get("follow_up_note"));
	}

	@Test
	void describesItselfToDriversAndDatabases() throws IOException {
		written("csv", ReportOptions.DEFAULT.with("companions", "true").with("dialect", "postgresql"));
		String schema = Files.readString(folder.resolve("report-schema.ini"));
		assertTrue(schema.startsWith("[report.csv]\r\nFormat=CSVDelimited\r\n"), schema);
		assertTrue(schema.contains("\r\nCol1=customer_id Char Width 255\r\n"), schema);
		assertTrue(schema.contains("\r\n[report-events.csv]\r\n"), schema);
		String tables = Files.readString(folder.resolve("report-table.sql"));
		assertTrue(tables.contains("\"last_bounce_utc\" TIMESTAMP WITH TIME ZONE,\n"), tables);
		assertFalse(tables.contains("PRIMARY KEY"));
	}

	@Test
	void excelIsGivenNoFormula() throws IOException {
		String text = written("csv-excel", ReportOptions.DEFAULT);
		assertEquals('\ufeff', text.charAt(0));
		CSVRecord row = records(text.substring(1), ',').getFirst();
		assertEquals("'=HYPERLINK(\"http://evil.example\")", row.get("street"));
		assertEquals("'+49 30 123", row.get("phone"));
		assertEquals("2026-11-22 23:59:58", row.get("last_bounce_utc"));
	}

	@Test
	void prefixesWhatStartsLikeAFormula() {
		for (String text : List.of("=1+1", "+1", "-1", "@x", "\uff1d1", "\tx")) {
			assertEquals("'" + text, Csv.harmless(text));
		}
		for (String text : List.of("", "a=1", "1-1", " =1")) {
			assertEquals(text, Csv.harmless(text));
		}
	}

	@Test
	void germanExcelSeparatesBySemicolonAndReadsLabels() throws IOException {
		String text = written("csv-excel", new ReportOptions(Locale.GERMANY, ZoneId.of("Europe/Berlin"),
				List.of("customer_id", "customer_value", "reason_text"), false, Map.of("header", "labels")));
		CSVRecord row = records(text.substring(1), ';').getFirst();
		assertEquals("1234,5", row.get("Kundenwert"));
		assertEquals("Dieses Postfach gibt es nicht", row.get("Grund"));
		assertFalse(Files.exists(folder.resolve("report-events.csv")));
	}

	@Test
	void aTextOnOneLineKeepsItsWords() {
		assertEquals("a b", Text.oneLine("a\r\n\u0000 b"));
		assertEquals("a b", Text.oneLine("a \n b"));
		assertEquals("a", Text.oneLine("\na\n"));
		assertEquals("\ufffd\ud83d\ude00", Text.oneLine("\ud83d\ud83d\ude00"));
	}
}
