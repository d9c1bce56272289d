package rebound.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a mailbox is reached, and what is done with its mails.
 *
 * @param name     the user's name for it; letters, digits, dots, hyphens and underscores
 * @param protocol id of the {@link MailboxProtocol}: {@code imap} or {@code pop3}
 * @param security how the connection is protected
 * @param host     name or address of the server
 * @param port     its port, or 0 for the usual one
 * @param user     the name to log in with
 * @param login    how to log in
 * @param folders  folders to read, as the server names them; POP3 has only {@code INBOX}
 * @param after    what is done with bounces that are read and stored
 * @param caFile   certificates (PEM) to trust instead of the system's, or {@code null}
 * @param timeout  longest wait for the network, in each step
 * @param oauth    where access tokens come from, or {@code null} when a password is used
 */
public record MailboxSettings(String name, String protocol, Security security, String host, int port, String user,
		Login login, List<String> folders, AfterReading after, Path caFile, Duration timeout, OAuthClient oauth) {

	/** How a connection is protected. */
	public enum Security {
		/** TLS from the first byte (RFC 8314). */
		TLS,
		/** TLS before the login (RFC 2595), never without. */
		STARTTLS,
		/** Not at all: only for servers on the same machine. */
		NONE
	}

	/** How to log in. */
	public enum Login {
		/** User name and password. */
		PASSWORD,
		/** Access token, in the form that Google and Microsoft made. */
		XOAUTH2,
		/** Access token, in the standard form (RFC 7628). */
		OAUTHBEARER
	}

	/**
	 * Who asks for access tokens, and where.
	 *
	 * @param provider id of the provider of tokens
	 * @param clientId what the provider knows this program by
	 */
	public record OAuthClient(String provider, String clientId) {
	}

	public MailboxSettings {
		folders = List.copyOf(folders);
	}
	/** @return the same mailbox with these folders to read */
	public MailboxSettings withFolders(List<String> others) {
		return new MailboxSettings(name, protocol, security, host, port, user, login, others, after, caFile, timeout,
				oauth);
	}
}
