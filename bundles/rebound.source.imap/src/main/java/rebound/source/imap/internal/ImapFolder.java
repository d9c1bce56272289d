package rebound.source.imap.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;

import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import rebound.source.AfterReading;
import rebound.source.MailFolder;
import rebound.source.MailboxException;

/** An open folder of an IMAP server. */
final class ImapFolder implements MailFolder {

	private static final long CHECK_MILLIS = 200;

	private final MailSession session;
	private final IMAPStore store;
	private final IMAPFolder folder;

	ImapFolder(MailSession session, IMAPStore store, IMAPFolder folder) {
		this.session = session;
		this.store = store;
		this.folder = folder;
	}

	/** Some work with the folder. */
	@FunctionalInterface
	private interface Work<T> {
		T run() throws MessagingException;
	}

	@Override
	public long validity() {
		try {
			return folder.getUIDValidity();
		} catch (MessagingException serverHasNoLastingIds) {
			return 0;
		}
	}

	@Override
	public boolean isAscending() {
		return true;
	}

	@Override
	public int count() throws MailboxException {
		return understood(folder::getMessageCount);
	}

	@Override
	public void read(long lastUid, Predicate<String> known, Receiver receiver) throws MailboxException {
		understood(() -> {
			new ImapFetch(folder, receiver).read(lastUid);
			return null;
		});
	}

	@Override
	public void apply(AfterReading after, List<String> uids, Consumer<List<String>> done) throws MailboxException {
		understood(() -> {
			new ImapChange(store, folder).apply(after, uids, done);
			return null;
		});
	}

	@Override
	public boolean await(long lastUid, Duration longest, BooleanSupplier cancelled) throws MailboxException {
		return understood(() -> {
			if (!store.hasCapability("IDLE")) {
				return false;
			}
			Arrival arrival = new Arrival();
			folder.addMessageCountListener(arrival);
			try {
				// What came since reading is told by no notification; what comes meanwhile, with the answer to this.
				if (!new ImapFetch(folder, null).hasNew(lastUid)) {
					idle(longest, () -> arrival.isNew || cancelled.getAsBoolean());
				}
			} finally {
				folder.removeMessageCountListener(arrival);
			}
			return true;
		});
	}

	/** Hears that mail has come, with whatever answer the server tells it. */
	private static final class Arrival extends MessageCountAdapter {
		private volatile boolean isNew;

		@Override
		public void messagesAdded(MessageCountEvent event) {
			isNew = true;
		}
	}

	/** Another command ends waiting (RFC 2177); it has to come from another thread. */
	private void idle(Duration longest, BooleanSupplier cancelled) throws MessagingException {
		CountDownLatch over = new CountDownLatch(1);
		Thread waker = Thread.ofVirtual().start(() -> wake(over, longest, cancelled));
		try {
			folder.idle(true);
		} finally {
			// Not interrupted: that would close the connection it may be using.
			over.countDown();
			join(waker);
		}
	}

	private void wake(CountDownLatch over, Duration longest, BooleanSupplier cancelled) {
		long end = System.nanoTime() + longest.toNanos();
		try {
			while (!over.await(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
				if (System.nanoTime() > end || cancelled.getAsBoolean()) {
					Thread command = Thread.ofVirtual().start(this::endWaiting);
					if (!over.await(session.settings().timeout().toMillis(), TimeUnit.MILLISECONDS)) {
						// Nobody is at the other end any more, and nobody would ever tell.
						session.trust().cut();
					}
					command.join();
					return;
				}
			}
		} catch (InterruptedException nobodyDoes) {
			Thread.currentThread().interrupt();
		}
	}

	private void endWaiting() {
		try {
			folder.doCommand(protocol -> {
				protocol.noop();
				return null;
			});
		} catch (MessagingException | IllegalStateException gone) {
			// The connection has broken, which ends waiting, too; whoever waits is told.
			return;
		}
	}

	private static void join(Thread waker) {
		try {
			waker.join();
		} catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
		}
	}

	private <T> T understood(Work<T> work) throws MailboxException {
		try {
			return work.run();
		} catch (MessagingException | IllegalStateException failure) {
			throw FailureReading.of(failure, session);
		}
	}
}
