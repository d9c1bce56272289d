package rebound.customers.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import rebound.model.XmlInput;

/** Reads XML element by element, by local names; document types and entities of their own are refused. */
final class XmlReader implements Closeable {

	private final InputStream stream;
	private final XMLStreamReader xml;

	XmlReader(InputStream stream) throws IOException {
		this.stream = stream;
		try {
			xml = XmlInput.open(stream);
		} catch (XMLStreamException broken) {
			throw new IOException(broken);
		}
	}

	/** @return whether there is another element, entered now */
	boolean nextElement() throws IOException {
		while (hasNext()) {
			if (next() == XMLStreamConstants.START_ELEMENT) {
				return true;
			}
		}
		return false;
	}

	/** @return whether another element begins before the element of this name ends */
	boolean nextElementWithin(String parent) throws IOException {
		while (hasNext()) {
			int event = next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				return true;
			}
			if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
				return false;
			}
		}
		return false;
	}

	boolean is(String name) {
		return xml.getLocalName().equals(name);
	}

	/** @return the attribute with this local name, {@code null} if there is none */
	String attribute(String name) {
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			if (xml.getAttributeLocalName(i).equals(name)) {
				return xml.getAttributeValue(i);
			}
		}
		return null;
	}

	/** @return the characters in this element, without those of elements in it; ends behind it */
	String text(int limit) throws IOException {
		StringBuilder text = new StringBuilder();
		int depth = 1;
		while (depth > 0 && hasNext()) {
			switch (next()) {
				case XMLStreamConstants.START_ELEMENT -> depth++;
				case XMLStreamConstants.END_ELEMENT -> depth--;
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
					if (depth == 1 && text.length() <= limit) {
						text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
					}
				}
				default -> {
					// Comments and instructions are no text.
				}
			}
		}
		return text.toString();
	}

	/** Ends behind this element. */
	void skip() throws IOException {
		text(0);
	}

	@Override
	public void close() throws IOException {
		stream.close();
	}

	private boolean hasNext() throws IOException {
		try {
			return xml.hasNext();
		} catch (XMLStreamException broken) {
			throw new IOException(broken);
		}
	}

	private int next() throws IOException {
		try {
			return xml.next();
		} catch (XMLStreamException broken) {
			throw new IOException(broken);
		}
	}
}
