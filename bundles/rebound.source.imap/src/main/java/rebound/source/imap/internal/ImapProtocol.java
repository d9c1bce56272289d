package rebound.source.imap.internal;

import org.osgi.service.component.annotations.Component;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxProtocol;
import rebound.source.MailboxSettings;

/** IMAP4rev1 (RFC 3501). */
@Component
public final class ImapProtocol implements MailboxProtocol {

	@Override
	public String id() {
		return "imap";
	}

	@Override
	public Mailbox open(MailboxSettings settings, String secret) throws MailboxException {
		return ImapMailbox.connect(new MailSession(settings), secret);
	}
}
