package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.List;

import rebound.model.Action;
import rebound.parse.internal.Text;

/** SMTP sessions that servers write into their bounces: commands and replies, marked in one of several ways. */
final class Transcript {

	private static final String[] COMMANDS = { ">>>", "sent <<<", "-->", "in:", "c:", "sent:", "client:", "<= " };
	private static final String[] REPLIES = { "<<<", "received >>>", "<--", "out:", "s:", "received:", "server:",
			"=> " };

	private final List<Draft> accepted = new ArrayList<>();
	private final List<Draft> failed = new ArrayList<>();
	private String command = "";
	private StringBuilder reply;

	private Transcript() {
	}

	/** @return the recipients whose RCPT, or the DATA behind it, was refused */
	static List<Draft> read(Notice notice, int end) {
		Transcript transcript = new Transcript();
		for (int i = 0; i < end; i++) {
			transcript.line(notice.line(i), notice.indented(i));
		}
		transcript.endReply();
		return transcript.failed;
	}

	private void line(String line, boolean indented) {
		String sent = behind(line, COMMANDS);
		String received = sent == null ? behind(line, REPLIES) : null;
		if (sent != null) {
			endReply();
			command = sent;
		} else if (received != null) {
			reply = reply == null ? new StringBuilder() : reply;
			if (reply.length() < 4096) {
				reply.append(reply.isEmpty() ? "" : "\n").append(received);
			}
		} else if (indented && reply == null && !command.isEmpty() && command.length() < 4096) {
			command += ' ' + line;
		}
	}

	private static String behind(String line, String[] marks) {
		for (String mark : marks) {
			if (Text.startsWith(line, 0, mark)) {
				return line.substring(mark.length()).strip();
			}
		}
		return null;
	}

	private void endReply() {
		if (reply == null) {
			return;
		}
		String text = reply.toString();
		reply = null;
		boolean refused = text.startsWith("4") || text.startsWith("5");
		if (Text.startsWith(command, 0, "rcpt to")) {
			Addresses.Found found = Addresses.next(command, 0);
			if (found != null && accepted.size() + failed.size() < 1_000) {
				Draft draft = new Draft(found.address(), Action.FAILED);
				(refused ? failed : accepted).add(draft);
				if (refused) {
					draft.addReason(text);
				}
			}
		} else if (refused && !Text.startsWith(command, 0, "quit") && !Text.startsWith(command, 0, "rset")) {
			for (Draft draft : accepted) {
				draft.addReason(text);
				failed.add(draft);
			}
			accepted.clear();
		}
	}
}
