package rebound.ui.internal.desk;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import rebound.source.CredentialStore;
import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;

/**
 * Passwords of mailboxes in the platform's secure storage. Those that the command line keeps elsewhere are found, too,
 * so that a mailbox added there works here.
 */
final class SecureCredentials implements CredentialStore {

	private static final String NODE = "rebound/mailboxes";
	private static final String SECRET = "secret";

	private final CredentialStore commandLine;

	SecureCredentials(CredentialStore commandLine) {
		this.commandLine = commandLine;
	}

	private static ISecurePreferences node(String source) {
		return SecurePreferencesFactory.getDefault().node(NODE + '/' + source);
	}

	@Override
	public Optional<String> find(String source) throws MailboxException {
		try {
			String kept = node(source).get(SECRET, null);
			return kept == null ? commandLine.find(source) : Optional.of(kept);
		} catch (StorageException locked) {
			throw new MailboxException(Code.NO_SECRET, locked, source);
		}
	}

	@Override
	public void keep(String source, String secret) throws MailboxException {
		try {
			ISecurePreferences node = node(source);
			node.put(SECRET, secret, true);
			node.flush();
		} catch (StorageException | IOException locked) {
			throw new MailboxException(Code.NO_SECRET, locked, source);
		}
	}

	@Override
	public void forget(String source) throws MailboxException {
		try {
			ISecurePreferences node = node(source);
			node.remove(SECRET);
			node.flush();
		} catch (IOException kept) {
			throw new MailboxException(Code.FAILED, kept, kept.toString());
		}
		commandLine.forget(source);
	}
}
