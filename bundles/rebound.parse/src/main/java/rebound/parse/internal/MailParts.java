package rebound.parse.internal;

import java.util.List;
import java.util.Set;

import rebound.model.Problem;

/**
 * What was kept of a mail.
 *
 * @param headers  its own header fields
 * @param type     its own media type
 * @param parts    the parts that are kept, in order; those within a message/rfc822 part are not among them
 * @param problems what was wrong with it
 */
record MailParts(HeaderFields headers, ContentType type, List<Part> parts, Set<Problem.Code> problems) {

	/** @return the first part of this role, or {@code null} */
	Part first(Part.Role role) {
		for (Part part : parts) {
			if (part.role == role) {
				return part;
			}
		}
		return null;
	}

	/** @return the mail's text for people: its plain texts joined, or its HTML without markup */
	String notice() {
		StringBuilder text = new StringBuilder();
		String only = null;
		for (Part part : parts) {
			if (part.role == Part.Role.TEXT) {
				only = text.isEmpty() && only == null ? part.text() : null;
				text.append(text.isEmpty() ? "" : "\n").append(part.text());
			}
		}
		if (!text.toString().isBlank()) {
			return only != null ? only : text.toString();
		}
		Part html = first(Part.Role.HTML);
		return html == null ? "" : HtmlText.plain(html.text());
	}
}
