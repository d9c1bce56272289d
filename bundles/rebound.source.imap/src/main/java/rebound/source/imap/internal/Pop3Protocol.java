package rebound.source.imap.internal;

import org.osgi.service.component.annotations.Component;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxProtocol;
import rebound.source.MailboxSettings;

/** POP3 (RFC 1939). */
@Component
public final class Pop3Protocol implements MailboxProtocol {

	@Override
	public String id() {
		return "pop3";
	}

	@Override
	public Mailbox open(MailboxSettings settings, String secret) throws MailboxException {
		return Pop3Mailbox.connect(new MailSession(settings), secret);
	}
}
