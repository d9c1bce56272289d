package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import rebound.report.BounceReport;
import rebound.report.ReportOptions;
import rebound.report.Samples;

class XmlFormatTest {

	@TempDir
	Path folder;

	private File written(ReportOptions options) throws Exception {
		File file = folder.resolve("report.xml").toFile();
		BounceReport.stock().write("xml", Samples.data(2), options, file.toPath());
		SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
				.newSchema(folder.resolve("report-schema.xsd").toFile()).newValidator()
				.validate(new StreamSource(file));
		return file;
	}

	@Test
	void followsItsSchema() throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		Document document = factory.newDocumentBuilder().parse(written(ReportOptions.DEFAULT));
		assertEquals(4, document.getElementsByTagName("customer").getLength());
		assertEquals(3, document.getElementsByTagName("event").getLength());
		Element row = (Element) document.getElementsByTagName("customer").item(0);
		assertEquals("B\u00fccher & S\u00f6hne", row.getElementsByTagName("company").item(0).getTextContent());
		assertEquals(Samples.HOSTILE.replace('\u0007', '\ufffd'),
				row.getElementsByTagName("diagnostic_text").item(0).getTextContent());
		Element empty = (Element) document.getElementsByTagName("customer").item(1);
		assertEquals("true", ((Element) empty.getElementsByTagName("company").item(0))
				.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil"));
	}

	@Test
	void theSchemaIsOfTheColumnsChosen() throws Exception {
		File file = written(new ReportOptions(Locale.GERMAN, ReportOptions.DEFAULT.zone(),
				List.of("email", "hard_count"), false, Map.of()));
		assertTrue(file.length() > 0);
	}

	@Test
	void theStyleSheetMakesAPage() throws Exception {
		File file = written(ReportOptions.DEFAULT);
		StringWriter page = new StringWriter();
		TransformerFactory.newInstance().newTransformer(new StreamSource(folder.resolve("report-style.xslt").toFile()))
				.transform(new StreamSource(file), new StreamResult(page));
		assertTrue(page.toString().contains("<th scope=\"col\">customer_id</th>"), page.toString());
		assertTrue(page.toString().contains("<td>007</td>"), page.toString());
	}
}
