package rebound.source.imap.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import rebound.source.MailFolder;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;
import rebound.source.MailboxSettings.Login;

/** A connection to an IMAP server. */
final class ImapMailbox implements Mailbox {

	private static final int MOST_FOLDERS = 1000;

	private final MailSession session;
	private final IMAPStore store;
	private IMAPFolder folder;

	private ImapMailbox(MailSession session, IMAPStore store) {
		this.session = session;
		this.store = store;
	}

	static ImapMailbox connect(MailSession session, String secret) throws MailboxException {
		IMAPStore store = new CheckedStore(session.session(), session.settings().login());
		try {
			store.connect(session.settings().host(), session.port(), session.settings().user(), secret);
			return new ImapMailbox(session, store);
		} catch (MessagingException failure) {
			throw FailureReading.of(failure, session);
		}
	}

	@Override
	public List<String> folders() throws MailboxException {
		try {
			return Arrays.stream(store.getDefaultFolder().list("*")).limit(MOST_FOLDERS).filter(ImapMailbox::holdsMails)
					.map(Folder::getFullName).toList();
		} catch (MessagingException failure) {
			throw FailureReading.of(failure, session);
		}
	}

	private static boolean holdsMails(Folder folder) {
		try {
			return (folder.getType() & Folder.HOLDS_MESSAGES) != 0;
		} catch (MessagingException unknown) {
			return false;
		}
	}

	@Override
	public MailFolder open(String name, boolean isChanged) throws MailboxException {
		closeFolder();
		try {
			folder = (IMAPFolder) store.getFolder(name);
			folder.open(isChanged ? Folder.READ_WRITE : Folder.READ_ONLY);
			return new ImapFolder(session, store, folder);
		} catch (FolderNotFoundException missing) {
			throw new MailboxException(Code.FOLDER_MISSING, missing, name, String.join(", ", folders()));
		} catch (MessagingException failure) {
			throw FailureReading.of(failure, session);
		}
	}

	private void closeFolder() {
		if (folder == null) {
			return;
		}
		try {
			folder.close(false);
		} catch (MessagingException | IllegalStateException gone) {
			// It is closed, which is what was wanted.
		}
		folder = null;
	}

	@Override
	public void close() {
		closeFolder();
		try {
			store.close();
		} catch (MessagingException gone) {
			// The server ended the connection first.
		}
	}

	/** Refuses to send a password where the server forbids it, and to a server that takes none. */
	private static final class CheckedStore extends IMAPStore {
		private final Login login;

		CheckedStore(Session session, Login login) {
			super(session, new URLName("imap", null, -1, null, null, null));
			this.login = login;
		}

		@Override
		protected IMAPProtocol newIMAPProtocol(String host, int port) throws IOException, ProtocolException {
			return login == Login.OAUTHBEARER
					? new BearerProtocol(name, host, port, session.getProperties(), isSSL, logger)
					: super.newIMAPProtocol(host, port);
		}

		@Override
		protected void preLogin(IMAPProtocol protocol) throws ProtocolException {
			if (login != Login.PASSWORD) {
				return;
			}
			if (protocol.hasCapability("LOGINDISABLED")) {
				throw new ProtocolException(protocol.isSSL() ? "OAuth: LOGIN disabled" : "LOGINDISABLED");
			}
		}
	}
}
