package rebound.model;

/** The step of the SMTP dialogue (RFC 5321) that was answered. Worth as much as the reply code. */
public enum SmtpCommand {
	CONNECT, HELO, STARTTLS, AUTH, MAIL, RCPT, DATA, END_OF_DATA
}
