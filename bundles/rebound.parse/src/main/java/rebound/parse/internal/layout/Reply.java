package rebound.parse.internal.layout;

import rebound.model.EnhancedStatus;
import rebound.model.SmtpCommand;

/**
 * What an error text says beside its words. Absent values are {@code null}.
 *
 * @param code      the SMTP reply code (RFC 5321), 0 where the text has none
 * @param status    the enhanced status code (RFC 3463)
 * @param command   the SMTP command that was answered
 * @param remoteMta the server that answered, host name or address
 */
public record Reply(int code, EnhancedStatus status, SmtpCommand command, String remoteMta) {

	/** A text that says nothing in codes. */
	public static final Reply NONE = new Reply(0, null, null, null);
}
