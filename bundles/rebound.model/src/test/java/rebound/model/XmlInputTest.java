package rebound.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.junit.jupiter.api.Test;

class XmlInputTest {

	@Test
	void aLongDocumentMayHaveAnyNumberOfReferences() throws XMLStreamException {
		assertEquals("A&B ".repeat(300_000), text("<a>" + "A&amp;B&#32;".repeat(300_000) + "</a>"));
	}

	@Test
	void entitiesOfItsOwnAreRefused() {
		String type = "<!DOCTYPE a [<!ENTITY b \"lots\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>";
		assertThrows(XMLStreamException.class, () -> text(type + "<a>&b;</a>"));
		assertThrows(XMLStreamException.class, () -> text(type + "<a>&c;</a>"));
	}

	private static String text(String document) throws XMLStreamException {
		XMLStreamReader xml = XmlInput.open(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
		StringBuilder text = new StringBuilder();
		while (xml.hasNext()) {
			if (xml.next() == XMLStreamConstants.CHARACTERS) {
				text.append(xml.getText());
			}
		}
		return text.toString();
	}
}
