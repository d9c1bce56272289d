package rebound.source;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/** Where passwords and tokens are kept; the only place where they are. */
@ConsumerType
public interface CredentialStore {

	/**
	 * @param source the user's name for a mailbox
	 * @return the name that the secret of its OAuth client is kept under, for providers that give one to programs, too
	 */
	static String ofClient(String source) {
		return source + ".client";
	}

	/**
	 * @param source the user's name for the mailbox, or {@link #ofClient}
	 * @return the password or refresh token, or empty when none is kept
	 * @throws MailboxException if it is kept where others can read it, or can't be read
	 */
	Optional<String> find(String source) throws MailboxException;

	/** Keeps a password or refresh token, in place of the one before. */
	void keep(String source, String secret) throws MailboxException;

	/** Forgets it. */
	void forget(String source) throws MailboxException;
}
