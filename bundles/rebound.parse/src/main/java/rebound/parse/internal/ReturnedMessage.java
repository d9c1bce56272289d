package rebound.parse.internal;

import rebound.model.Original;
import rebound.parse.internal.layout.PlainBounce;

/**
 * Finds the message that a report is about: its header in a part of its own, behind the report's fields or in the text;
 * else the lines of the text that name its subject and the like, and the identifiers that the report refers to.
 */
final class ReturnedMessage {

	private static final String[][] LINES = { { "Subject", "subject:", "betreff:", "objet :", "objet:", "asunto:",
			"oggetto:", "onderwerp:", "assunto:", "temat:", "тема:", "件名:", "件名：", "主题：", "主题:" },
			{ "Message-ID", "message-id:", "message id:", "messageid:" }, { "From", "from:" }, { "To", "to:" },
			{ "Date", "date:", "sent:", "sent date:", "gesendet:" } };
	private static final int MAX_LINES = 300;

	private ReturnedMessage() {
	}

	/**
	 * @param mail     the report
	 * @param returned the header of the message from a part of its own, may be empty
	 * @param fields   the report's fields, or {@code null}
	 * @param plain    what the text says, or {@code null}
	 * @param text     the text that {@code plain} was read from
	 */
	static Original find(MailParts mail, HeaderFields returned, StatusFields fields, PlainBounce plain, String text) {
		String envelopeId = fields == null ? null : fields.message().first("Original-Envelope-Id");
		HeaderFields header = returned;
		if (header.size() == 0 && fields != null) {
			header = fields.rest();
		}
		if (header.size() == 0 && plain != null && plain.originalStart() >= 0) {
			header = HeaderFields.of(outdented(text.substring(plain.originalStart())));
		}
		if (!OriginalReader.looksLikeHeader(header) && header.first("Message-ID") == null) {
			header = HeaderFields.of(namedLines(text));
		}
		Original message = OriginalReader.read(header, envelopeId);
		String id = message.messageId() == null ? referredTo(mail.headers(), fields) : null;
		return id == null
				? message
				: new Original(id, message.subject(), message.from(), message.to(), message.date(), message.headers());
	}

	/** Gmail and Exchange name the message that they could not deliver though they do not return it. */
	private static String referredTo(HeaderFields headers, StatusFields fields) {
		String id = fields == null ? null : fields.message().raw("X-Original-Message-ID");
		for (String name : new String[]{ "X-Original-Message-ID", "In-Reply-To" }) {
			id = id == null ? headers.raw(name) : id;
		}
		return OriginalReader.messageId(id);
	}

	/** A header may be indented as a whole. */
	private static String outdented(String text) {
		int start = 0;
		while (start < text.length() && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
			start++;
		}
		int indent = start;
		while (indent < text.length() && (text.charAt(indent) == ' ' || text.charAt(indent) == '\t')) {
			indent++;
		}
		return indent == start
				? text.substring(start)
				: text.substring(indent).replace('\n' + text.substring(start, indent), "\n");
	}

	/** The lines of a notice that name the message, as header fields. */
	private static String namedLines(String text) {
		StringBuilder header = new StringBuilder();
		boolean[] seen = new boolean[LINES.length];
		int start = 0;
		for (int line = 0; line < MAX_LINES && start < text.length(); line++) {
			int end = text.indexOf('\n', start);
			end = end < 0 ? text.length() : end;
			while (start < end && text.charAt(start) <= ' ') {
				start++;
			}
			for (int i = 0; i < LINES.length; i++) {
				int value = seen[i] ? -1 : valueAt(text, start, LINES[i]);
				if (value > 0 && value < end) {
					seen[i] = true;
					header.append(LINES[i][0]).append(": ").append(text, value, end).append('\n');
				}
			}
			start = end + 1;
		}
		return header.toString();
	}

	private static int valueAt(String text, int start, String[] names) {
		for (int i = 1; i < names.length; i++) {
			if (Text.startsWith(text, start, names[i])) {
				return start + names[i].length();
			}
		}
		return -1;
	}
}
