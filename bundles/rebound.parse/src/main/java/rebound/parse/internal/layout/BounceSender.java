package rebound.parse.internal.layout;

import java.util.Set;

import rebound.parse.internal.HeaderFields;
import rebound.parse.internal.Text;

/** Tells from its header whether a mail can be a bounce at all. */
public final class BounceSender {

	/** Local parts of senders of bounces. */
	private static final Set<String> LOCAL_PARTS = Set.of("mailer_daemon", "mailerdaemon", "mail-daemon", "maildaemon",
			"mdaemon", "post_master", "post-master", "mail.delivery.system", "daemon", "mail-delivery-system",
			"mailadmin", "mail-administrator", "smtp-daemon", "double-bounce", "nondeliveryreports", "ndr",
			"microsoftexchange329e71ec88ae4615bbc36ab6ce41109e", "delivery-status");

	/** In the names of senders of bounces. */
	private static final String[] IN_NAMES = { "mailer-daemon", "mailer daemon", "mail delivery s",
			"mail deliver system",
			"delivery subsystem", "mail delivery-system", "courier mail server", "internet mail delivery" };

	/** Whole names of senders of bounces. */
	private static final Set<String> NAMES = Set.of("postmaster", "mail administrator", "system administrator",
			"systemadministrator", "systemadministratör", "administrateur système", "administrador del sistema",
			"amministratore di sistema", "administrador do sistema", "systeembeheerder", "administrator systemu",
			"системный администратор", "システム管理者", "系统管理员", "系統管理員", "mail router", "delivery system",
			"mail server", "mail system", "smtp server", "microsoft outlook", "microsoft exchange", "mail daemon",
			"interscan", "interscan mss", "mailmarshal", "mail gateway", "smtp gateway", "mail delivery",
			"mail delivery agent", "mail transfer agent", "network postmaster");

	/** Before the subject of an answer or a forwarded mail. */
	private static final String[] ANSWERS = { "re:", "aw:", "sv:", "fw:", "fwd:", "wg:", "tr:", "rv:", "antw:", "vs:",
			"odp:", "rif:", "i:", "r:", "enc:", "res:", "回复", "转发", "答复", "automatic", "auto:" };

	private BounceSender() {
	}

	/** @return whether the sender is one that sends bounces: its address, its name, or an empty return path says so, or it has none */
	public static boolean isTypical(HeaderFields headers) {
		boolean nobody = !headers.has("From") && !headers.has("Sender") && headers.has("Subject");
		return isDaemon(headers) || (nobody || hasEmptyReturnPath(headers)) && !isAnswer(headers);
	}

	/** @return whether From is the address or the name of a mail server */
	public static boolean isDaemon(HeaderFields headers) {
		String from = headers.first("From");
		if (from == null) {
			return false;
		}
		if (from.isBlank() || from.equals("<>")) {
			return true;
		}
		String folded = FoldedText.fold(from);
		String bare = folded.indexOf('@') < 0 ? folded.replace("<", "").replace(">", "").replace("\"", "").strip() : "";
		Addresses.Found address = Addresses.next(folded, Math.max(0, folded.lastIndexOf('<')));
		String local = address == null ? bare : address.address().substring(0, address.address().lastIndexOf('@'));
		return LOCAL_PARTS.contains(local) || local.startsWith("mailer-daemon") || local.startsWith("postmaster")
				|| isDaemonName(folded);
	}

	private static boolean isDaemonName(String from) {
		for (String part : IN_NAMES) {
			if (from.contains(part)) {
				return true;
			}
		}
		int open = from.lastIndexOf('<');
		return open > 0 && NAMES.contains(from.substring(0, open).replace("\"", "").strip());
	}

	/** @return whether the return path is empty or the mail server's own, as RFC 5321 wants it of bounces */
	static boolean hasEmptyReturnPath(HeaderFields headers) {
		String path = headers.first("Return-Path");
		return path != null && (path.isBlank() || path.equals("<>") || Text.contains(path, "mailer-daemon"));
	}

	/** @return whether a mailing list sent it, or a person answered a mail with it */
	public static boolean isConversation(HeaderFields headers) {
		boolean list = headers.has("List-Id") || headers.has("List-Post") || headers.has("List-Unsubscribe");
		return list && !isDaemon(headers) || isAnswer(headers) && !isDaemon(headers);
	}

	/** @return whether the subject begins as a person's answer or forward does */
	public static boolean hasAnswerSubject(HeaderFields headers) {
		String subject = headers.first("Subject");
		if (subject == null || subject.isEmpty()) {
			return false;
		}
		int first = subject.charAt(0) | 32;
		for (String word : ANSWERS) {
			if ((word.charAt(0) | 32) == first && Text.startsWith(subject, word)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAnswer(HeaderFields headers) {
		return hasAnswerSubject(headers)
				|| headers.has("In-Reply-To") && headers.has("References") && !isDaemon(headers);
	}
}
