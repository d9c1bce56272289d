package rebound.source;

import org.osgi.annotation.versioning.ProviderType;

/** Gets access tokens (OAuth 2, RFC 6749) for mailboxes that take no passwords. */
@ProviderType
public interface AccessTokens {

	/**
	 * @param credentials holds the refresh token; a new one is kept there
	 * @return a token that is valid for some minutes at least
	 */
	String get(MailboxSettings settings, CredentialStore credentials) throws MailboxException;
}
