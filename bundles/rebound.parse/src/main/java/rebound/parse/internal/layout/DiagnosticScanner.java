package rebound.parse.internal.layout;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import rebound.model.SmtpCommand;

/** Reads reply code, enhanced status code, answered SMTP command and answering host out of any server's error text. */
public final class DiagnosticScanner {

	private static final int LONGEST = 8192;

	/** Wordings that tell the answered command by themselves. */
	private static final Map<String, SmtpCommand> COMMANDS = new TreeMap<>(Map.ofEntries(
			Map.entry("does not like recipient", SmtpCommand.RCPT), Map.entry("[rcpt_to]", SmtpCommand.RCPT),
			Map.entry("smtp:rcpt", SmtpCommand.RCPT), Map.entry("(rcpt to)", SmtpCommand.RCPT),
			Map.entry("rcpt_to:", SmtpCommand.RCPT), Map.entry("rcpt_ok", SmtpCommand.RCPT),
			Map.entry("(state 14)", SmtpCommand.RCPT), Map.entry("recipient address rejected", SmtpCommand.RCPT),
			Map.entry("does not like sender", SmtpCommand.MAIL), Map.entry("sender was rejected", SmtpCommand.MAIL),
			Map.entry("[mail_from]", SmtpCommand.MAIL), Map.entry("(mail from)", SmtpCommand.MAIL),
			Map.entry("smtp:mail", SmtpCommand.MAIL), Map.entry("(state 12)", SmtpCommand.MAIL),
			Map.entry("(state 13)", SmtpCommand.MAIL),
			Map.entry("failed after i sent the message", SmtpCommand.END_OF_DATA),
			Map.entry("data closing", SmtpCommand.END_OF_DATA),
			Map.entry("rcpt to 5", SmtpCommand.RCPT), Map.entry("rcpt to 4", SmtpCommand.RCPT),
			Map.entry("mail from 5", SmtpCommand.MAIL), Map.entry("mail from 4", SmtpCommand.MAIL),
			Map.entry("(data)", SmtpCommand.DATA), Map.entry("failed on data command", SmtpCommand.DATA),
			Map.entry("(state 15)", SmtpCommand.DATA), Map.entry("(state 16)", SmtpCommand.END_OF_DATA),
			Map.entry("(state 17)", SmtpCommand.END_OF_DATA), Map.entry("(state 18)", SmtpCommand.END_OF_DATA),
			Map.entry("(state 8)", SmtpCommand.CONNECT), Map.entry("(state 9)", SmtpCommand.HELO),
			Map.entry("(state 10)", SmtpCommand.HELO), Map.entry("name was rejected", SmtpCommand.HELO),
			Map.entry("but greeting failed", SmtpCommand.CONNECT),
			Map.entry("refused to talk to me", SmtpCommand.CONNECT),
			Map.entry("initial server greeting", SmtpCommand.CONNECT),
			Map.entry("during greeting", SmtpCommand.CONNECT),
			Map.entry("establish an smtp connection", SmtpCommand.CONNECT),
			Map.entry("no smtp service", SmtpCommand.CONNECT),
			Map.entry("connection refused", SmtpCommand.CONNECT),
			Map.entry("connection timed out", SmtpCommand.CONNECT),
			Map.entry("accept our requests to connect", SmtpCommand.CONNECT),
			Map.entry("host not reachable", SmtpCommand.CONNECT), Map.entry("ehlo handshake", SmtpCommand.HELO),
			Map.entry("helo handshake", SmtpCommand.HELO), Map.entry("[connect]", SmtpCommand.CONNECT),
			Map.entry("[data]", SmtpCommand.DATA), Map.entry("[helo]", SmtpCommand.HELO),
			Map.entry("message body", SmtpCommand.END_OF_DATA)));

	/** Words behind which the name of a command stands. */
	private static final List<String> BEFORE_COMMAND = List.of("in reply to ", "after ", "during ", "did not like our ",
			">>> ", "sent <<< ", "while sending ", "response to ", "answer to ", "error from remote server for ",
			"at stage ",
			"command: ", "reply to ", "rejected at ", "sent: ");

	/** Words behind which the name of the answering host stands. */
	private static final List<String> BEFORE_HOST = List.of("host ", "host: ", "talking to ", "smtp server ",
			"connect to ", "connected to ", "giving up on ", "recipient domain ", "conversation with ",
			"connection with ", "remote server ", "mx host ");

	private static final MarkerIndex MARKERS = new MarkerIndex(markers());
	private static final SmtpCommand[] MEANINGS = COMMANDS.values().toArray(SmtpCommand[]::new);

	private DiagnosticScanner() {
	}

	/**
	 * @param diagnostic an error text, on one or several lines; its first 8,192 characters are read
	 * @return what stands in it
	 */
	public static Reply scan(String diagnostic) {
		if (diagnostic == null || diagnostic.isEmpty()) {
			return Reply.NONE;
		}
		ReplyCodes codes = ReplyCodes.of(diagnostic);
		FoldedText text = FoldedText.of(diagnostic, 0, Math.min(diagnostic.length(), LONGEST));
		Context context = new Context(text, diagnostic);
		MARKERS.scan(text, context);
		return new Reply(codes.code(), codes.status(), context.command(), context.host);
	}

	private static List<String> markers() {
		List<String> all = new java.util.ArrayList<>(COMMANDS.keySet());
		all.addAll(BEFORE_COMMAND);
		all.addAll(BEFORE_HOST);
		return all;
	}

	/** Collects command and host while the text is searched. */
	private static final class Context implements MarkerIndex.Finding {

		private final FoldedText text;
		private final String diagnostic;
		/** The command that a wording names, and the weaker one that it implies. */
		private SmtpCommand named;
		private SmtpCommand implied;
		private String host;

		Context(FoldedText text, String diagnostic) {
			this.text = text;
			this.diagnostic = diagnostic;
		}

		SmtpCommand command() {
			return named != null ? named : implied;
		}

		@Override
		public void found(int marker, int position) {
			int end = position + MARKERS.length(marker);
			if (marker < MEANINGS.length) {
				implied = implied == null ? MEANINGS[marker] : implied;
			} else if (marker < MEANINGS.length + BEFORE_COMMAND.size()) {
				SmtpCommand here = CommandWords.at(text, end);
				if (here != null) {
					named = here;
				}
			} else if (host == null && (position == 0 || !Character.isLetterOrDigit(text.chars[position - 1]))) {
				host = HostNames.at(text, end, diagnostic);
			}
		}
	}
}
