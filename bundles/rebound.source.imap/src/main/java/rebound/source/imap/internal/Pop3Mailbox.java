package rebound.source.imap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;

import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.eclipse.angus.mail.pop3.POP3Store;
import rebound.source.AfterReading;
import rebound.source.MailFolder;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;
import rebound.source.RawMail;

/** A connection to a POP3 server, which is also its only folder. */
final class Pop3Mailbox implements Mailbox, MailFolder {

	private static final String INBOX = "INBOX";
	private static final int MOST_READ = 1 << 18;
	/** About as much of a big mail as is read by IMAP. */
	private static final int LINES_OF_BIG = 3000;
	/** More than this is not held in memory. */
	private static final int MOST_WHOLE = 1 << 24;

	private final MailSession session;
	private final POP3Store store;
	private POP3Folder folder;

	private Pop3Mailbox(MailSession session, POP3Store store) {
		this.session = session;
		this.store = store;
	}

	static Pop3Mailbox connect(MailSession session, String secret) throws MailboxException {
		POP3Store store = new POP3Store(session.session(), new URLName("pop3", null, -1, null, null, null));
		try {
			store.connect(session.settings().host(), session.port(), session.settings().user(), secret);
			return new Pop3Mailbox(session, store);
		} catch (MessagingException failure) {
			throw FailureReading.of(failure, session);
		}
	}

	@Override
	public List<String> folders() {
		return List.of(INBOX);
	}

	@Override
	public MailFolder open(String name, boolean isChanged) throws MailboxException {
		if (!name.equalsIgnoreCase(INBOX)) {
			throw new MailboxException(Code.FOLDER_MISSING, null, name, INBOX);
		}
		try {
			folder = (POP3Folder) store.getFolder(INBOX);
			folder.open(Folder.READ_WRITE);
			return this;
		} catch (MessagingException failure) {
			throw FailureReading.of(failure, session);
		}
	}

	@Override
	public long validity() {
		return 0;
	}

	@Override
	public boolean isAscending() {
		return false;
	}

	@Override
	public int count() throws MailboxException {
		try {
			return folder.getMessageCount();
		} catch (MessagingException | IllegalStateException failure) {
			throw FailureReading.of(failure, session);
		}
	}

	@Override
	public void read(long lastUid, Predicate<String> known, Receiver receiver) throws MailboxException {
		try {
			List<Message> wanted = new ArrayList<>();
			Set<String> seen = new HashSet<>();
			for (Message message : messages()) {
				String uid = uid(message);
				if (!known.test(uid) && seen.add(uid)) {
					wanted.add(message);
				}
			}
			int done = 0;
			for (Message message : wanted) {
				RawMail mail = mail((POP3Message) message);
				String uid = uid(message);
				((POP3Message) message).invalidate(true);
				receiver.mail(uid, mail);
				receiver.progress((double) ++done / wanted.size());
			}
		} catch (MessagingException | IOException | IllegalStateException failure) {
			throw FailureReading.of(failure, session);
		}
	}

	/** @return the mail, or the beginning of a big one */
	private static RawMail mail(POP3Message message) throws MessagingException, IOException {
		String name = INBOX + "/" + message.getMessageNumber();
		int lines = message.getSize() > MOST_READ ? LINES_OF_BIG : Integer.MAX_VALUE;
		try (InputStream in = message.top(lines)) {
			if (in != null) {
				return RawMail.of(name, in.readNBytes(MOST_READ));
			}
		}
		// A server need not know TOP (RFC 1939, section 7); what else there is gives all of a mail.
		if (message.getSize() > MOST_WHOLE) {
			return new RawMail(name, message.getSize(), () -> {
				throw new IOException("server has no TOP");
			});
		}
		try (InputStream in = message.getMimeStream()) {
			return RawMail.of(name, in.readNBytes(MOST_READ));
		}
	}

	@Override
	public void apply(AfterReading after, List<String> uids, Consumer<List<String>> done) throws MailboxException {
		if (after.action() == AfterReading.Action.LEAVE || uids.isEmpty()) {
			return;
		}
		if (after.action() != AfterReading.Action.DELETE) {
			throw new MailboxException(Code.UNSUPPORTED, null);
		}
		try {
			Map<String, Message> byUid = new HashMap<>();
			for (Message message : messages()) {
				byUid.put(uid(message), message);
			}
			for (String uid : uids) {
				Message message = byUid.get(uid);
				if (message != null) {
					message.setFlag(Flags.Flag.DELETED, true);
				}
			}
			// The server deletes at the end of the session only (RFC 1939, section 6).
			folder.close(true);
		} catch (MessagingException | IllegalStateException failure) {
			throw FailureReading.of(failure, session);
		}
		done.accept(uids);
	}

	@Override
	public boolean await(long lastUid, Duration longest, BooleanSupplier cancelled) {
		return false;
	}

	private Message[] messages() throws MessagingException {
		Message[] messages = folder.getMessages();
		FetchProfile ids = new FetchProfile();
		ids.add(UIDFolder.FetchProfileItem.UID);
		ids.add(FetchProfile.Item.SIZE);
		folder.fetch(messages, ids);
		return messages;
	}

	private String uid(Message message) throws MessagingException {
		String uid = folder.getUID(message);
		if (uid == null) {
			throw new MessagingException("no UIDL");
		}
		return uid;
	}

	@Override
	public void close() {
		try {
			if (folder != null && folder.isOpen()) {
				folder.close(false);
			}
			store.close();
		} catch (MessagingException | IllegalStateException gone) {
			// The server ended the connection first.
		}
	}
}
