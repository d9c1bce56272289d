package rebound.parse.internal.layout;

import java.util.List;
import java.util.Set;

import rebound.parse.internal.HeaderFields;
import rebound.parse.internal.Text;

/** Tells from its header whether a mail can be a bounce at all. */
public final class BounceSender {

	/** Local parts of senders of bounces. */
	private static final Set<String> LOCAL_PARTS = Set.of("mailer-daemon", "mailer_daemon", "mailerdaemon",
			"mail-daemon",
			"maildaemon", "mdaemon", "postmaster", "post_master", "post-master", "mail.delivery.system", "daemon",
			"mailer-daemon-noreply", "mail-delivery-system", "mailadmin", "mail-administrator", "bounce", "bounces",
			"smtp-daemon", "double-bounce", "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e", "mailer", "smtp",
			"nondeliveryreports", "ndr", "delivery", "delivery-status");

	/** Names of senders of bounces. */
	private static final List<String> NAMES = List.of("mailer-daemon", "mailer daemon", "mail delivery s", "postmaster",
			"mail deliver system", "mail administrator", "system administrator", "systemadministrator", "mail router",
			"delivery subsystem", "delivery system", "mail server", "microsoft outlook", "mail system", "smtp server",
			"administrateur syst", "administrador del sistema", "systemadministrat", "интерсервер", "mail daemon",
			"internet mail delivery", "interscan", "mailmarshal", "mail gateway", "microsoft exchange");

	private BounceSender() {
	}

	/** @return whether the sender is one that sends bounces: its address, its name, or an empty return path says so */
	public static boolean isTypical(HeaderFields headers) {
		return isDaemon(headers) || hasEmptyReturnPath(headers) && !isAnswer(headers);
	}

	/** @return whether From is the address or the name of a mail server */
	public static boolean isDaemon(HeaderFields headers) {
		String from = headers.first("From");
		if (from == null || from.isBlank() || from.equals("<>")) {
			return true;
		}
		String folded = FoldedText.fold(from);
		String bare = folded.indexOf('@') < 0 ? folded.replace("<", "").replace(">", "").replace("\"", "").strip() : "";
		Addresses.Found address = Addresses.next(folded, Math.max(0, folded.lastIndexOf('<')));
		String local = address == null ? bare : address.address().substring(0, address.address().lastIndexOf('@'));
		if (LOCAL_PARTS.contains(local) || local.startsWith("mailer-daemon") || local.startsWith("postmaster")) {
			return true;
		}
		return NAMES.stream().anyMatch(folded::contains);
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

	private static boolean isAnswer(HeaderFields headers) {
		String subject = headers.first("Subject");
		boolean re = subject != null && List.of("re:", "aw:", "sv:", "fw:", "fwd:", "wg:", "tr:", "rv:", "antw:", "vs:",
				"odp:", "rif:", "i:", "r:", "enc:", "res:", "回复", "转发", "答复", "automatic", "auto:")
				.stream().anyMatch(word -> Text.startsWith(subject, word));
		return re || headers.has("In-Reply-To") && headers.has("References") && !isDaemon(headers);
	}
}
