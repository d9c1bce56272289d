package rebound.crm.carddav.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import rebound.model.XmlInput;

/**
 * A multistatus answer (RFC 4918, 13; RFC 6578, 6). Document types and entities of its own are refused.
 *
 * @param token     tells the server next time what is known, {@code null} where it was not asked
 * @param responses what is there, and what is gone
 */
record MultiStatus(String token, List<Response> responses) {

	private static final int LONGEST_TEXT = 1 << 20;
	private static final int MOST_RESPONSES = 1_000_000;

	/**
	 * One place.
	 *
	 * @param card   the vCard, {@code null} where it was not asked
	 * @param isGone whether there is nothing any more
	 */
	record Response(String href, String card, boolean isGone) {
	}

	static MultiStatus read(InputStream answer) throws IOException {
		try {
			XMLStreamReader xml = XmlInput.open(answer);
			String token = null;
			List<Response> responses = new ArrayList<>();
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamConstants.START_ELEMENT) {
					if (xml.getLocalName().equals("response")) {
						if (responses.size() == MOST_RESPONSES) {
							throw new IOException("more than " + MOST_RESPONSES + " entries");
						}
						responses.add(response(xml));
					} else if (xml.getLocalName().equals("sync-token")) {
						token = text(xml);
					}
				}
			}
			return new MultiStatus(token, responses);
		} catch (XMLStreamException broken) {
			throw new IOException(broken.getMessage(), broken);
		}
	}

	private static Response response(XMLStreamReader xml) throws XMLStreamException {
		String href = "";
		String card = null;
		boolean isGone = false;
		boolean inProperties = false;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.END_ELEMENT) {
				if (xml.getLocalName().equals("response")) {
					break;
				}
				inProperties &= !xml.getLocalName().equals("propstat");
			} else if (event == XMLStreamConstants.START_ELEMENT) {
				switch (xml.getLocalName()) {
					case "propstat" -> inProperties = true;
					case "href" -> href = text(xml);
					case "address-data" -> card = text(xml);
					case "status" -> isGone |= !inProperties && text(xml).contains(" 404");
					default -> {
						// properties that were not asked for
					}
				}
			}
		}
		return new Response(href, card, isGone);
	}

	private static String text(XMLStreamReader xml) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int depth = 1;
		while (depth > 0 && xml.hasNext()) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> depth++;
				case XMLStreamConstants.END_ELEMENT -> depth--;
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
					if (text.length() < LONGEST_TEXT) {
						text.append(xml.getText());
					}
				}
				default -> {
					// comments
				}
			}
		}
		return text.toString();
	}
}
