package rebound.parse.internal.layout;

import rebound.model.Action;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.parse.internal.Text;

/** What is known of one recipient while a text is read. */
final class Draft {

	private static final int LONGEST_REASON = 4_096;

	/** May lack its domain. */
	String address;
	String original;
	Action action;
	String host;
	SmtpCommand command;
	/** The address is no address but what stood in its place. */
	boolean nameless;
	final StringBuilder reason = new StringBuilder();

	Draft(String address, Action action) {
		this.address = address;
		this.action = action;
	}

	void addReason(String line) {
		if (reason.length() + line.length() <= LONGEST_REASON && hasWord(line)) {
			reason.append(reason.isEmpty() ? "" : "\n").append(line);
		}
	}

	private static boolean hasWord(String line) {
		int i = 0;
		while (i < line.length() && !Character.isLetterOrDigit(line.charAt(i))) {
			i++;
		}
		return i < line.length();
	}

	/** Drops an error text that turned out to be none, but for the host it named. */
	void forgetReason() {
		String named = DiagnosticScanner.scan(reason.toString()).remoteMta();
		host = named == null ? host : named;
		reason.setLength(0);
	}

	boolean hasReason() {
		return !reason.isEmpty();
	}

	RecipientStatus build() {
		String text = clean(Replies.join(Text.squeeze(reason.toString())));
		Reply reply = DiagnosticScanner.scan(text);
		return new RecipientStatus(address, original, action, reply.status(), reply.code(),
				text.isEmpty() ? null : text,
				reply.command() != null ? reply.command() : command,
				reply.remoteMta() != null ? reply.remoteMta() : host);
	}

	/** Without the quote or bracket that a server puts around an error text. */
	private static String clean(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && (":;,= \uff1a".indexOf(text.charAt(start)) >= 0 || isUnclosed(text, start, end))) {
			start++;
		}
		while (end > start && "'\"])".indexOf(text.charAt(end - 1)) >= 0 && !isOpenedInside(text, start, end - 1)) {
			end--;
		}
		return text.substring(start, end);
	}

	/** Opened here and closed nowhere before the end. */
	private static boolean isUnclosed(String text, int start, int end) {
		int kind = "'\"[(".indexOf(text.charAt(start));
		int close = kind < 0 ? 0 : text.indexOf("'\"])".charAt(kind), start + 1);
		return kind >= 0 && (close < 0 || close == end - 1);
	}

	private static boolean isOpenedInside(String text, int start, int last) {
		int kind = "'\"])".indexOf(text.charAt(last));
		int open = text.lastIndexOf("'\"[(".charAt(kind), last - 1);
		return open >= start;
	}
}
