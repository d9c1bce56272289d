package rebound.source;

import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

/** Gets access tokens (OAuth 2, RFC 6749) for mailboxes that take no passwords. */
@ProviderType
public interface AccessTokens {

	/**
	 * What a user does to allow access from another device (RFC 8628).
	 *
	 * @param page to open in a browser
	 * @param code to type in there
	 */
	record DeviceCode(URI page, String code) {
	}

	/**
	 * @param credentials holds the refresh token; a new one is kept there
	 * @return a token that is valid for some minutes at least
	 * @throws MailboxException with {@link MailboxException.Code#TOKEN_REFUSED} or
	 *                          {@link MailboxException.Code#NO_SECRET}
	 */
	String get(MailboxSettings settings, CredentialStore credentials) throws MailboxException;

	/**
	 * Lets the user allow access on any device (RFC 8628), and keeps the refresh token.
	 *
	 * @param told      hears what the user has to do
	 * @param cancelled asked now and then whether to give up
	 */
	void authoriseOnDevice(MailboxSettings settings, CredentialStore credentials, Consumer<DeviceCode> told,
			BooleanSupplier cancelled) throws MailboxException;

	/**
	 * Lets the user allow access in a browser of this machine, which comes back to a port on loopback (RFC 8252, with
	 * PKCE, RFC 7636), and keeps the refresh token.
	 *
	 * @param told      hears the page to open
	 * @param cancelled asked now and then whether to give up
	 */
	void authoriseInBrowser(MailboxSettings settings, CredentialStore credentials, Consumer<URI> told,
			BooleanSupplier cancelled) throws MailboxException;
}
