package rebound.parse.internal.layout;

import rebound.model.SmtpCommand;

/** The names servers give to the steps of an SMTP dialogue (RFC 5321). */
final class CommandWords {

	private record Word(String text, SmtpCommand command) {
	}

	/** Longer names before their beginnings. */
	private static final Word[] WORDS = { new Word("rcpt", SmtpCommand.RCPT), new Word("mail from", SmtpCommand.MAIL),
			new Word("mail command", SmtpCommand.MAIL), new Word("mail_from", SmtpCommand.MAIL),
			new Word("mail from:", SmtpCommand.MAIL), new Word("end of data", SmtpCommand.END_OF_DATA),
			new Word("end-of-data", SmtpCommand.END_OF_DATA), new Word("final data", SmtpCommand.END_OF_DATA),
			new Word("final dot", SmtpCommand.END_OF_DATA), new Word("sending data block", SmtpCommand.END_OF_DATA),
			new Word("message body", SmtpCommand.END_OF_DATA), new Word("text command", SmtpCommand.END_OF_DATA),
			new Word("data", SmtpCommand.DATA), new Word("bdat", SmtpCommand.END_OF_DATA),
			new Word("ehlo", SmtpCommand.HELO), new Word("helo", SmtpCommand.HELO), new Word("lhlo", SmtpCommand.HELO),
			new Word("starttls", SmtpCommand.STARTTLS), new Word("tls ", SmtpCommand.STARTTLS),
			new Word("auth ", SmtpCommand.AUTH), new Word("authentication", SmtpCommand.AUTH),
			new Word("initial connection", SmtpCommand.CONNECT), new Word("connect", SmtpCommand.CONNECT),
			new Word("greeting", SmtpCommand.CONNECT), new Word("banner", SmtpCommand.CONNECT) };

	private CommandWords() {
	}

	/** @return the command whose name stands at a position of the text, or {@code null} */
	static SmtpCommand at(FoldedText text, int position) {
		int at = position;
		if (text.startsWith(at, "pipelined ")) {
			at += "pipelined ".length();
		}
		if (text.startsWith(at, "the ")) {
			at += "the ".length();
		}
		for (Word word : WORDS) {
			if (text.startsWith(at, word.text)) {
				return word.command;
			}
		}
		boolean dot = text.startsWith(at, ".") && (at + 1 == text.length || text.chars[at + 1] == ' ');
		return dot && position >= 4 && text.startsWith(position - 4, ">>> ") ? SmtpCommand.END_OF_DATA : null;
	}
}
