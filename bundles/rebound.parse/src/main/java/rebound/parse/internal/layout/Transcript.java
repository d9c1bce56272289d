package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import rebound.model.Action;
import rebound.model.SmtpCommand;
import rebound.parse.internal.Text;

/**
 * SMTP sessions that servers write into their bounces: commands and replies, marked in one of several ways, and
 * Sendmail's own conclusions ({@code 550 5.1.1 <a@example.org>... User unknown}).
 */
final class Transcript {

	private static final String[] COMMANDS = { ">>>", "sent <<<", "-->", "in:", "c:", "sent:", "client:" };
	private static final String[] REPLIES = { "<<<", "received >>>", "<--", "out:", "s:", "received:", "server:" };
	private static final int LONGEST = 4_096;
	private static final int MOST_RECIPIENTS = 1_000;
	/** Room for a time stamp before the mark. */
	private static final int STAMP = 40;

	private final Map<String, Draft> failed = new LinkedHashMap<>();
	private final List<Draft> accepted = new ArrayList<>();
	private String host;
	private String command = "";
	private final StringBuilder reply = new StringBuilder();
	/** What commands wrote that mail was handed to. */
	private final StringBuilder output = new StringBuilder();
	/** The last reply that refused something, or {@code null}. */
	private String refusal;

	private Transcript() {
	}

	static Transcript read(Notice notice, int end) {
		Transcript transcript = new Transcript();
		for (int i = 0; i < end; i++) {
			transcript.line(notice.line(i), notice.indented(i));
		}
		transcript.endReply();
		return transcript;
	}

	/** @return the recipients that were refused, or whose message was */
	Collection<Draft> refused() {
		return failed.values();
	}

	/** @return what is said about a recipient, or about the message it was accepted for, or {@code null} */
	Draft about(String address) {
		Draft known = failed.get(address.toLowerCase(Locale.ROOT));
		if (known == null && failed.isEmpty() && refusal != null) {
			known = draft(address, refusal);
		}
		return known;
	}

	private void line(String line, boolean indented) {
		String sent = behind(line, COMMANDS);
		String received = sent == null ? behind(line, REPLIES) : null;
		if (sent != null) {
			endReply();
			command = sent;
			refusal = null;
		} else if (received != null) {
			if (isFinal(reply)) {
				endReply();
			}
			if (reply.length() + received.length() < LONGEST) {
				reply.append(reply.isEmpty() ? "" : "\n").append(received);
			}
		} else if (Text.contains(line, "talking to ")) {
			endReply();
			int name = Text.indexOf(line, "talking to ", 0) + "talking to ".length();
			FoldedText folded = FoldedText.of(line, name, line.length());
			host = HostNames.at(folded, 0, line);
			command = "";
			refusal = null;
		} else if (Text.contains(line, "transcript of session follows")) {
			output.setLength(0);
		} else if (!conclusion(line)) {
			boolean continued = indented && reply.isEmpty() && !command.isEmpty();
			if (continued && command.length() < LONGEST) {
				command += ' ' + line;
			} else if (!continued && output.length() < LONGEST) {
				output.append(line).append('\n');
			}
		}
	}

	/** Marks stand at the beginning of a line or behind a time stamp; arrows only are sure enough to stand there. */
	private static String behind(String line, String[] marks) {
		for (String mark : marks) {
			if (Text.startsWith(line, 0, mark)) {
				return line.substring(mark.length()).strip();
			}
			int at = mark.startsWith("-") || mark.startsWith("<") ? line.indexOf(mark) : -1;
			if (at > 0 && at < STAMP && mark.length() == 3) {
				return line.substring(at + mark.length()).strip();
			}
		}
		return null;
	}

	/** A reply is over when its last line has no hyphen behind the code. */
	private static boolean isFinal(StringBuilder reply) {
		int start = reply.lastIndexOf("\n") + 1;
		return reply.length() > start && (reply.length() < start + 4 || reply.charAt(start + 3) != '-');
	}

	private void endReply() {
		if (reply.isEmpty()) {
			return;
		}
		String text = reply.toString();
		reply.setLength(0);
		boolean refuses = (text.startsWith("4") || text.startsWith("5")) && !Text.startsWith(command, 0, "quit")
				&& !Text.startsWith(command, 0, "rset");
		if (Text.startsWith(command, 0, "rcpt to")) {
			Addresses.Found found = Addresses.next(command, 0);
			if (found != null && refuses) {
				fail(draft(found.address(), text));
			} else if (found != null && accepted.size() < MOST_RECIPIENTS) {
				accepted.add(draft(found.address(), ""));
			}
		} else if (text.startsWith("354")) {
			command = ".";
		} else if (refuses && refusal != null && Text.startsWith(command, 0, "data")
				&& (text.startsWith("503") || text.startsWith("554"))) {
			// Commands are sent in groups (RFC 2920), and Sendmail shows the last one only: this is the reply to DATA,
			// and those before it answered RCPT.
			command = "rcpt";
			failed.values().stream().filter(draft -> draft.command == SmtpCommand.DATA)
					.forEach(draft -> draft.command = SmtpCommand.RCPT);
		} else if (refuses) {
			refusal = text;
			for (Draft draft : accepted) {
				fail(draft(draft.address, text));
			}
			accepted.clear();
		}
	}

	/** What Sendmail itself says about an address, a file or a command once the session is over. */
	private boolean conclusion(String line) {
		int dots = line.indexOf("... ");
		boolean refuses = dots > 4 && ("45".indexOf(line.charAt(0)) >= 0 && line.charAt(3) == ' '
				|| line.charAt(0) == '<' && Text.startsWith(line, dots + 4, "deferred"));
		if (!refuses) {
			return false;
		}
		endReply();
		boolean ownCode = dots + 7 < line.length() && line.charAt(dots + 4) == '5' && line.charAt(dots + 7) == ' ';
		String reason = refusal == null || ownCode ? output + line : refusal;
		output.setLength(0);
		Addresses.Found found = Addresses.next(line.substring(0, dots), 0);
		if (found == null) {
			refusal = reason;
		} else if (!failed.containsKey(found.address().toLowerCase(Locale.ROOT))) {
			Draft draft = draft(found.address(), reason);
			if (!reason.equals(refusal)) {
				draft.command = null;
				draft.host = null;
			}
			fail(draft);
		}
		return true;
	}

	private Draft draft(String address, String reason) {
		Draft draft = new Draft(address, Action.FAILED);
		draft.addReason(reason);
		draft.host = host;
		FoldedText folded = FoldedText.of(command, 0, command.length());
		SmtpCommand known = command.equals(".") ? SmtpCommand.END_OF_DATA : CommandWords.at(folded, 0);
		draft.command = known;
		return draft;
	}

	private void fail(Draft draft) {
		if (failed.size() < MOST_RECIPIENTS) {
			failed.putIfAbsent(draft.address.toLowerCase(Locale.ROOT), draft);
		}
	}
}
