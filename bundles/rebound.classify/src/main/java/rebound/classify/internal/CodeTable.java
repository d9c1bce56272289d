package rebound.classify.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import rebound.model.BounceType;
import rebound.model.EnhancedStatus;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Track;

/**
 * What codes mean where no text says more: {@code status.codes} and {@code reply.codes}, whose heads describe their
 * format.
 */
final class CodeTable {

	/**
	 * What an enhanced status code means.
	 *
	 * @param permanent for class 5
	 * @param temporary for class 4
	 * @param firmness  {@code firm}: believed before single words are; {@code firm5}: that of class 5 only;
	 *                  {@code vague}; {@code mute}: the reply code says more
	 */
	record StatusMeaning(Reason permanent, Reason temporary, String firmness) {

		boolean isFirm(EnhancedStatus status) {
			return firmness.equals("firm") || firmness.equals("firm5") && status.severity() == 5;
		}

		boolean isMute() {
			return firmness.equals("mute");
		}

		Reason reason(EnhancedStatus status) {
			return status.severity() == 4 ? temporary : permanent;
		}
	}

	private static final int DETAILS = 1000;
	private static final int COMMANDS = 16;

	private final Map<Integer, StatusMeaning> statuses = new HashMap<>();
	/** By code and command. */
	private final Map<Integer, Reason> replies = new HashMap<>();

	CodeTable() {
		RuleFile.lines("status.codes").forEach(this::statusLine);
		RuleFile.lines("reply.codes").forEach(this::replyLine);
	}

	/** @return the meaning of a code or of its subject, or {@code null} for success and for none */
	StatusMeaning meaning(EnhancedStatus status) {
		if (status == null || status.severity() == 2) {
			return null;
		}
		StatusMeaning exact = statuses.get(status.subject() * DETAILS + status.detail());
		return exact == null ? statuses.get(status.subject() * DETAILS) : exact;
	}

	/** @return the meaning of a reply code as answer to a command, or {@code null} */
	Reason meaning(int replyCode, SmtpCommand command) {
		Reason exact = command == null ? null : replies.get(key(replyCode, command));
		return exact == null ? replies.get(key(replyCode, null)) : exact;
	}

	/** @return whether an enhanced status code speaks for itself */
	boolean isFirm(RecipientStatus status) {
		StatusMeaning meaning = meaning(status.status());
		return meaning != null && meaning.isFirm(status.status()) && !isGloss(status);
	}

	/**
	 * A server that gets a reply without an enhanced status code makes one up; sendmail takes 5.1.1 for any 550.
	 */
	static boolean isGloss(RecipientStatus status) {
		return status.replyCode() >= 500 && status.status().subject() != 4 && status.diagnostic() != null
				&& status.diagnostic().contains(Integer.toString(status.replyCode()))
				&& !status.diagnostic().contains(status.status().toString());
	}

	/** @return whether the codes alone would give this reason, or one that counts in the same way */
	boolean agrees(RecipientStatus status, Reason reason) {
		StatusMeaning meaning = meaning(status.status());
		if (isFirm(status)) {
			return isAlike(meaning.reason(status.status()), reason);
		}
		if (meaning != null && !meaning.isMute()) {
			return meaning.reason(status.status()) == reason;
		}
		Reason byReply = meaning(status.replyCode(), status.command());
		return byReply != null && isAlike(byReply, reason);
	}

	private static boolean isAlike(Reason a, Reason b) {
		return a == b || a.fault() == b.fault() && (a.track() == b.track() || a.track() == Track.NONE
				|| b.track() == Track.NONE || b.type() == BounceType.SOFT);
	}

	private void statusLine(String line) {
		List<String> fields = RuleFile.split(line, "\t");
		StatusMeaning meaning = new StatusMeaning(Reason.of(fields.get(1)).orElseThrow(),
				Reason.of(fields.get(2)).orElseThrow(), fields.get(3));
		List<String> parts = RuleFile.split(fields.get(0), ".");
		int dash = parts.get(2).indexOf('-');
		int from = Integer.parseInt(dash < 0 ? parts.get(2) : parts.get(2).substring(0, dash));
		int to = dash < 0 ? from : Integer.parseInt(parts.get(2).substring(dash + 1));
		for (int detail = from; detail <= to; detail++) {
			statuses.put(Integer.parseInt(parts.get(1)) * DETAILS + detail, meaning);
		}
	}

	private void replyLine(String line) {
		List<String> fields = RuleFile.split(line, "\t");
		for (String code : RuleFile.split(fields.get(0), ",")) {
			for (String command : RuleFile.split(fields.get(1), ",")) {
				SmtpCommand answered = command.equals("-")
						? null
						: SmtpCommand.valueOf(command.toUpperCase(Locale.ROOT));
				replies.put(key(Integer.parseInt(code), answered), Reason.of(fields.get(2)).orElseThrow());
			}
		}
	}

	private static int key(int replyCode, SmtpCommand command) {
		return replyCode * COMMANDS + (command == null ? 0 : 1 + command.ordinal());
	}
}
