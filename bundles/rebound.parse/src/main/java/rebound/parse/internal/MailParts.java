package rebound.parse.internal;

import java.util.List;
import java.util.Set;

import rebound.model.Problem;

/** What was kept of a mail. */
final class MailParts {

	private final HeaderFields headers;
	private final ContentType type;
	private final boolean report;
	private final List<Part> parts;
	private final List<Part> nested;
	private final Set<Problem.Code> problems;
	private HeaderFields original;
	private String notice;

	/**
	 * @param headers  its own header fields
	 * @param type     its own media type
	 * @param report   whether it is a multipart/report, or one of its multiparts is
	 * @param parts    the parts that are kept, in order; those within a message/rfc822 part are not among them
	 * @param nested   the parts of the first delivery report within the mail, or {@code null}
	 * @param problems what was wrong with it
	 */
	MailParts(HeaderFields headers, ContentType type, boolean report, List<Part> parts, List<Part> nested,
			Set<Problem.Code> problems) {
		this.headers = headers;
		this.type = type;
		this.report = report;
		this.parts = parts;
		this.nested = nested;
		this.problems = problems;
	}

	HeaderFields headers() {
		return headers;
	}

	ContentType type() {
		return type;
	}

	/** @return the parts that are kept, in order */
	List<Part> parts() {
		return parts;
	}

	/** @return whether it is a report for a mail system (RFC 6522), or a gateway put one between parts of its own */
	boolean isReport() {
		return report;
	}

	/** @return what was wrong; more may be added */
	Set<Problem.Code> problems() {
		return problems;
	}

	/** @return the first part of this role, or {@code null} */
	Part first(Part.Role role) {
		for (Part part : parts) {
			if (part.role == role) {
				return part;
			}
		}
		return null;
	}

	/** @return the delivery report within this mail as if it had come alone; {@code null} if there is none */
	MailParts within() {
		return nested == null ? null : new MailParts(headers, type, report, nested, null, problems);
	}

	/** @return the header of the message that came back, from a part of its own; never {@code null} */
	HeaderFields original() {
		if (original == null) {
			original = findOriginal();
		}
		return original;
	}

	/** @return the mail's text for people: its plain texts up to the original, or its HTML without markup */
	String notice() {
		if (notice == null) {
			notice = joinTexts();
		}
		return notice;
	}

	private HeaderFields findOriginal() {
		boolean first = true;
		for (Part part : parts) {
			HeaderFields fields = part.role == Part.Role.ORIGINAL
					? part.original()
					: part.role == Part.Role.TEXT && !first
							? HeaderFields.of(part.text().stripLeading())
							: HeaderFields.EMPTY;
			if (part.role == Part.Role.ORIGINAL && fields.size() > 0 || OriginalReader.looksLikeHeader(fields)) {
				return fields;
			}
			first &= part.role != Part.Role.TEXT;
		}
		return HeaderFields.EMPTY;
	}

	private String joinTexts() {
		StringBuilder joined = null;
		String text = null;
		for (Part part : parts) {
			if (part.role == Part.Role.ORIGINAL && text != null) {
				break;
			}
			if (part.role == Part.Role.TEXT && !part.text().isBlank()) {
				if (text != null) {
					joined = joined == null ? new StringBuilder(text) : joined;
					joined.append('\n').append(part.text());
				} else {
					text = part.text();
				}
			}
		}
		if (text != null) {
			return joined == null ? text : joined.toString();
		}
		Part html = first(Part.Role.HTML);
		return html == null ? "" : HtmlText.plain(html.text());
	}
}
