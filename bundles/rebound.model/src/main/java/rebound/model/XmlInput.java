package rebound.model;

import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML (1.0) that others wrote, of any length. */
public final class XmlInput {

	private XmlInput() {
	}

	/**
	 * Opens a document. Its document type is not read and nothing outside it is fetched, so it can't define entities
	 * that grow. Text may come in several pieces.
	 *
	 * @param document in the encoding that it declares; it is not closed with the reader
	 * @return a reader at the document's begin
	 * @throws XMLStreamException if it does not begin like XML
	 */
	public static XMLStreamReader open(InputStream document) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		// Since Java 24 a document with 100,000 times "&amp;" is refused, although these can't grow.
		factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
		factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
		return factory.createXMLStreamReader(document);
	}
}
