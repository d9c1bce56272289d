package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import rebound.report.BounceReport;
import rebound.report.ReportOptions;
import rebound.report.Samples;

class HtmlFormatTest {

	@TempDir
	Path folder;

	private String written(Locale locale, List<String> columns) throws IOException {
		Path file = folder.resolve("report.html");
		BounceReport.stock().write("html", Samples.data(20),
				new ReportOptions(locale, ZoneId.of("Asia/Tokyo"), columns, true, Map.of()), file);
		return Files.readString(file);
	}

	@Test
	void holdsChartsAndATableForCallers() throws Exception {
		String page = written(Locale.ENGLISH, List.of());
		Document body = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(
				new StringReader(page.substring(page.indexOf("<body>"), page.indexOf("</html>")))));
		assertEquals(4, body.getElementsByTagName("svg").getLength());
		assertEquals(15, body.getElementsByTagName("th").getLength());
		assertEquals(23, body.getElementsByTagName("tr").getLength());
		assertTrue(page.contains("<html lang=\"en\">"));
		assertTrue(page.contains(">No such mailbox<"), page);
		assertTrue(page.contains("<td>Nov 23, 2026</td>"), "in Tokyo it is the next day already");
		assertTrue(page.contains("<td>Blocked</td>"), page);
	}

	@Test
	void nothingRunsAndNothingIsLoaded() throws IOException {
		String page = written(Locale.ENGLISH, List.of("street", "diagnostic_text", "search_url_web"));
		assertFalse(page.contains("<script"));
		assertFalse(page.matches("(?s).*(src|href)=.*"));
		assertTrue(page.contains("&lt;anna@x&gt;: &quot;unknown&quot;"), page);
	}

	@Test
	void speaksGerman() throws IOException {
		String page = written(Locale.GERMANY, List.of());
		assertTrue(page.contains("<h1>Bounce-Bericht</h1>"));
		assertTrue(page.contains(">Dieses Postfach gibt es nicht<"));
		assertTrue(page.contains(">November 2026<"));
	}
}
