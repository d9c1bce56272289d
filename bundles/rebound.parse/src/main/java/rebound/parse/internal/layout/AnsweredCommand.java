package rebound.parse.internal.layout;

import rebound.model.SmtpCommand;

/**
 * Which SMTP command a reply answered, from a notice beside a report whose fields do not tell it: Postfix and Exim name
 * it in a sentence, Sendmail and Courier show the session.
 */
public final class AnsweredCommand {

	private static final String[] BEFORE = { "reply to ", "mail server after " };

	private final String text;
	private boolean searched;
	private boolean phrases;
	private boolean session;
	private Transcript transcript;

	/** @param text the notice, lines ended by LF; it is looked at only where it can tell something */
	public AnsweredCommand(String text) {
		this.text = text;
	}

	/**
	 * @param recipient an address that failed, or {@code null}
	 * @param only      whether the notice is about nobody else
	 * @return the command that was answered with its failure, or {@code null} where the notice does not say
	 */
	public SmtpCommand of(String recipient, boolean only) {
		search();
		SmtpCommand command = phrases ? named(recipient, only) : null;
		if (command != null || !session || recipient == null) {
			return command;
		}
		if (transcript == null) {
			Notice notice = new Notice(text);
			int end = 0;
			while (notice.has(end)) {
				end++;
			}
			transcript = Transcript.read(notice, end);
		}
		Draft said = transcript.about(recipient);
		return said == null ? null : said.command;
	}

	private void search() {
		if (!searched) {
			searched = true;
			phrases = text.contains("command)") || text.contains("mail server after ");
			session = text.contains(">>> ");
		}
	}

	/** In the paragraph that names the address. */
	private SmtpCommand named(String recipient, boolean only) {
		int start = recipient == null ? -1 : text.indexOf(recipient);
		if (start < 0 && !only) {
			return null;
		}
		int behind = start < 0 ? -1 : text.indexOf("\n\n", start);
		FoldedText paragraph = FoldedText.of(text, Math.max(start, 0), behind < 0 ? text.length() : behind);
		for (String before : BEFORE) {
			int at = paragraph.indexOf(before);
			SmtpCommand command = at < 0 ? null : CommandWords.at(paragraph, at + before.length());
			if (command != null) {
				return command;
			}
		}
		return null;
	}
}
