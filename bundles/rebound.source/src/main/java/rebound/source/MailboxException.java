package rebound.source;

import java.util.List;

/** A mailbox can't be reached or used. */
public final class MailboxException extends Exception {
	private static final long serialVersionUID = 1;

	/** What is the matter; the wording is the user interface's. Says which details there are. */
	public enum Code {
		/** There is no server of this name: host. */
		NAME_NOT_FOUND,
		/** Nothing answers at the port: host, port. */
		REFUSED,
		/** The server does not answer in time: host, port. */
		TIMEOUT,
		/** The certificate is expired or not yet valid: host, its fingerprint (SHA-256), last day. */
		CERTIFICATE_EXPIRED,
		/** The certificate is for other names: host, its fingerprint, the names. */
		CERTIFICATE_OTHER_NAME,
		/** The certificate's issuer is not trusted: host, its fingerprint, the issuer. */
		CERTIFICATE_UNKNOWN_ISSUER,
		/** The file of trusted certificates can't be read: the file. */
		CA_FILE,
		/** No protected connection comes about: host, port, what was said. */
		TLS_FAILED,
		/** The server does not offer STARTTLS: host. */
		NO_STARTTLS,
		/** The server takes no password over a connection without TLS: host. */
		PLAIN_TEXT_REFUSED,
		/** User name or password is wrong: user, what the server said. */
		LOGIN_REFUSED,
		/** The server wants a password made for this program: user, what it said. */
		APP_PASSWORD_NEEDED,
		/** The server takes no passwords: user, what it said. */
		OAUTH_NEEDED,
		/** There is no such folder: its name, the names there are. */
		FOLDER_MISSING,
		/** The account has no room left: what the server said. */
		QUOTA,
		/** The server does not tell mails apart (UIDL, RFC 1939): host. */
		NO_UIDS,
		/** The connection broke: host. */
		CONNECTION_LOST,
		/** The protocol can't do what is to be done after reading. */
		UNSUPPORTED,
		/** There is no password or token: name of the source. */
		NO_SECRET,
		/** Others may read the file of the password: the file. */
		SECRET_EXPOSED,
		/** The provider of access tokens refuses: what it said. */
		TOKEN_REFUSED,
		/** Anything else: what the server said. */
		FAILED
	}

	private final Code code;
	private final List<String> details;

	/**
	 * @param code    what is the matter
	 * @param cause   may be {@code null}
	 * @param details for people; see {@link Code}
	 */
	public MailboxException(Code code, Throwable cause, String... details) {
		super(code + ": " + String.join(", ", details), cause);
		this.code = code;
		this.details = List.of(details);
	}

	/** @return what is the matter */
	public Code code() {
		return code;
	}

	/** @return what the code's documentation names, in that order */
	public List<String> details() {
		return details;
	}

	/** @return whether it may go well later without anybody doing anything */
	public boolean isPassing() {
		return switch (code) {
			case NAME_NOT_FOUND, REFUSED, TIMEOUT, CONNECTION_LOST, TLS_FAILED, FAILED -> true;
			default -> false;
		};
	}
}
